# Six targets; .ci/run calls only these. Nothing but Python 3.11 or newer, git and make is needed:
# each target makes the virtual environment in .venv from requirements.lock where it is not there,
# or is older than the lock.

VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALLED := $(VENV)/installed
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet

.PHONY: setup demo test check docs bench

setup: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	@python3 -c 'import sys; sys.exit("billkit needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	python3 -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

demo: $(INSTALLED)
	@$(VENV)/bin/billkit demo

test: $(INSTALLED)
	@$(PYTHON) -m pytest -n 2 --dist worksteal --cov=billkit --cov-branch --cov-report=term

check: $(INSTALLED)
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(PYTHON) -m pytest -q tests/architecture

docs: $(INSTALLED)
	@mkdir -p build/site
	$(VENV)/bin/sphinx-build -W --keep-going -q -E -a -c docs -d build/doctrees build/site build/docs

bench: $(INSTALLED)
	@$(PYTHON) -m tests.bench $(if $(QUICK),--quick) $(if $(PAIRS),PAIRS=$(PAIRS)) $(if $(CODES),CODES=$(CODES))
