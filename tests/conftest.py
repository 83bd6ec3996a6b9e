"""Settings that hold for every test."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None)
settings.load_profile("steady")
