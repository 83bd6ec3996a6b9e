"""Every example in a docstring runs."""

from __future__ import annotations

import doctest
import importlib

import pytest

from tests.architecture.sources import modules

NAMES = [module.name for module in modules() if ">>> " in module.source]


@pytest.mark.parametrize("name", NAMES)
def test_examples_of_a_module_run(name: str) -> None:
    done = doctest.testmod(importlib.import_module(name))
    assert done.attempted
    assert not done.failed
