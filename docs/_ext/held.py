"""What several pages look up, loaded once: model language, and the profiles of the acts."""

from __future__ import annotations

from functools import cache

from billkit.language.library import ModelLanguage
from billkit.reading.loading import jurisdictions, load_profiles
from billkit.reading.profiles import Profile

__all__ = ["anchor", "language", "profiled", "profiles_of"]


@cache
def language() -> ModelLanguage:
    """Gives the model language."""
    return ModelLanguage()


@cache
def profiled() -> tuple[str, ...]:
    """Names the states that have a profile, in the order of their names."""
    return tuple(sorted(jurisdictions(), key=lambda state: language().style(state).name))


@cache
def profiles_of(state: str) -> tuple[Profile, ...]:
    """Gives the profiles of a state's acts, the default act first; none where none is kept."""
    return load_profiles(state) if state in profiled() else ()


def anchor(state: str, act: str) -> str:
    """Gives the name under which pages link to an act."""
    return f"{state}-{act}"
