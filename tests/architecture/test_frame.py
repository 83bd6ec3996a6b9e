"""The frame round the code: make targets, continuous integration, what the wheel promises."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib

from tests.architecture.sources import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")
TARGETS = {"setup", "demo", "test", "check", "docs", "bench"}


def test_there_are_six_targets() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == TARGETS
    assert set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)) == TARGETS


def test_every_target_sets_up_what_it_needs() -> None:
    for target in TARGETS:
        assert re.search(rf"^{target}: \$\(INSTALLED\)$", MAKEFILE, re.MULTILINE)


def test_setting_up_takes_exact_versions_with_hashes_and_nothing_else() -> None:
    assert "install --require-hashes -r requirements.lock" in MAKEFILE
    assert "install --no-deps --no-build-isolation -e ." in MAKEFILE
    assert len(re.findall(r"\binstall -{2}", MAKEFILE)) == 2


def test_continuous_integration_runs_only_the_targets() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert CI.startswith("#!/usr/bin/env bash\n")
    made = re.findall(r"^make (\w+)$", CI, re.MULTILINE)
    assert {"check", "test"} <= set(made) <= TARGETS


def test_make_knows_every_target() -> None:
    for target in TARGETS:
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


def test_coverage_and_types_are_strict() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert settings["tool"]["coverage"]["report"]["fail_under"] >= 95
    assert settings["tool"]["coverage"]["run"]["branch"]
    assert settings["tool"]["mypy"]["strict"]
    assert settings["tool"]["ruff"]["lint"]["select"] == ["ALL"]


def test_every_dependency_is_in_the_lock() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = settings["project"]
    wanted = [*project["dependencies"], *settings["build-system"]["requires"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = set(re.findall(r"^([a-z0-9.-]+)==", lock, re.MULTILINE))
    names = {re.split(r"[\[>=<~!]", one)[0].lower().replace("_", "-") for one in wanted}
    assert names <= locked
