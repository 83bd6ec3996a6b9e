"""The parties of a contrast: each profile under a short name that no other has."""

from __future__ import annotations

from collections.abc import Sequence

from billkit.reading.contrasts import Party
from billkit.reading.profiles import Profile

__all__ = ["parties_of"]


def parties_of(profiles: Sequence[Profile]) -> tuple[Party, ...]:
    """Gives each profile a party; where two would have one label, they are counted.

    A draft or a bill is called by its standing, a law by its profile's label, any other text by
    its citation or name.
    """
    seen: dict[str, int] = {}
    out: list[Party] = []
    for profile in profiles:
        label = _label(profile)
        seen[label] = seen.get(label, 0) + 1
        out.append(
            Party(
                label=label if seen[label] == 1 else f"{label} {seen[label]}",
                name=profile.name,
                citation=profile.citation,
                standing=profile.standing,
                repealed=profile.repealed,
                origin=profile.origin,
            )
        )
    return tuple(out)


def _label(profile: Profile) -> str:
    """Chooses the short name of a party."""
    if profile.label:
        return profile.label
    if profile.standing in {"draft", "bill"}:
        return profile.standing
    return profile.citation or profile.name or "text"
