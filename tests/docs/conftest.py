"""The site, built when a test first asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.building import built_once


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built pages."""
    return built_once(tmp_path_factory)
