"""What to look at in an act: things that follow from its text and that a reader may miss."""

from __future__ import annotations

from billkit.errors import Finding
from billkit.reading.profiles import Profile

__all__ = ["look_at"]


def look_at(profile: Profile) -> tuple[Finding, ...]:
    """Lists what a profile gives reason to look at."""
    del profile
    return ()
