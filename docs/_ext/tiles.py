"""The tile chart: a square for each state, with the term and the vote of its act."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from billkit.reading.contrasts import CellState, state_of
from billkit.reading.profiles import Fact, Profile, Quoted
from billkit.writers.contrast_cells import summary
from billkit.writers.markup import Markup, tag
from docs._ext.held import profiled, profiles_of

__all__ = ["Tile", "chart", "load_places", "tiles"]

SIZE, GAP = 72, 6
_FIRST = {"apply", "approve"}
"""The stages at which a vote makes a zone."""

_NO_ACT = "no act held"
_MARKS = {"not found": "–", "not held": "?", None: "·"}
"""What stands on a tile where there is no figure; *other* where the act says something else."""

_EDGE = 2
"""What the lines of the outermost tiles need beyond them."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A state's square: its letters, its place, and what is known of its act."""

    state: str
    row: int
    column: int
    profile: Profile | None

    @property
    def letters(self) -> str:
        """The state's two letters."""
        return self.state.removeprefix("us-").upper()

    def known(self, kind: str) -> CellState | None:
        """Says how a provision is known; None where no profile is kept."""
        cell = self.profile.cell(kind) if self.profile else None
        return state_of(cell) if cell else None

    def says(self, kind: str) -> str:
        """Says what the act provides, in full; "" where it is not known to."""
        cell = self.profile.cell(kind) if self.profile else None
        return summary(cell) if isinstance(cell, Quoted | Fact) else ""

    @property
    def term(self) -> str:
        """The first term as a tile can carry it: ``5 yr``."""
        said = str(self._value("term", "initial") or "")
        words = said.split()
        if not words:
            return ""
        if words[0] == "up" and len(words) > 3:  # noqa: PLR2004 - "up to 5 years"
            return f"≤{words[2]} {words[3][:2].replace('ye', 'yr')}"
        return f"{words[0]} {words[1][:2].replace('ye', 'yr')}" if len(words) == 2 else said[:9]  # noqa: PLR2004 - "5 years"

    @property
    def vote(self) -> str:
        """The share that must vote for it as a tile can carry it: ``70%``."""
        votes = self._value("approval-threshold", "votes")
        shares = [
            vote.get("share")
            for vote in (votes if isinstance(votes, tuple) else ())
            if str(vote.get("stage", "apply")) in _FIRST
        ]
        said = [str(getattr(one, "words", one)) for one in shares if one is not None]
        return said[0].replace(" percent", "%").replace("majority", ">50%") if said else ""

    def _value(self, kind: str, name: str) -> object:
        cell = self.profile.cell(kind) if self.profile else None
        return cell.values.get(name) if isinstance(cell, Quoted | Fact) else None

    @property
    def spoken(self) -> str:
        """All that the tile says, in a sentence."""
        if self.profile is None:
            return f"{self.letters}: {_NO_ACT}."
        standing = "repealed" if self.profile.standing == "repealed" else ""
        term = self.says("term") or self.known("term") or "not recorded"
        vote = self.says("approval-threshold") or self.known("approval-threshold") or "not recorded"
        name = ", ".join(filter(None, (self.profile.label, self.profile.citation, standing)))
        return f"{name.rstrip('.')}. First term: {term}. Vote: {vote}."


def load_places(file: Path) -> Mapping[str, tuple[int, int]]:
    """Loads where each state stands: its row and its column, counted from 0.

    Args:
        file: A TOML file: ``rows``, each a line of letters with dots between.
    """
    data = tomllib.loads(file.read_text("utf-8"))
    return {
        f"us-{letters.lower()}": (row, column)
        for row, line in enumerate(data["rows"])
        for column, letters in enumerate(line.split())
        if letters != "."
    }


def tiles(places: Mapping[str, tuple[int, int]]) -> tuple[Tile, ...]:
    """Makes the tiles of all states, each with the profile of its default act.

    Args:
        places: Where each state stands.

    Raises:
        ValueError: a state with a profile has no place.
    """
    kept = profiled()
    if missing := sorted(set(kept) - set(places)):
        message = f"the tile chart has no place for {', '.join(missing)}"
        raise ValueError(message)
    return tuple(
        Tile(state, row, column, next(iter(profiles_of(state)), None))
        for state, (row, column) in places.items()
    )


def chart(shown: tuple[Tile, ...], *, links: Mapping[str, str] | None = None) -> str:
    """Draws the chart as SVG that takes its colours from the page.

    Args:
        shown: The tiles.
        links: The address that each state's tile leads to.
    """
    step = SIZE + GAP
    width = (1 + max(tile.column for tile in shown)) * step - GAP
    height = (1 + max(tile.row for tile in shown)) * step - GAP
    drawn = [_tile(tile, (links or {}).get(tile.state)) for tile in shown]
    title = tag("title", "Innovation acts by state: first term and vote", id="tiles-title")
    says = tag(
        "desc",
        " ".join(tile.spoken for tile in shown if tile.profile),
        id="tiles-desc",
    )
    svg = tag(
        "svg",
        title,
        says,
        *drawn,
        viewBox=f"{-_EDGE} {-_EDGE} {width + 2 * _EDGE} {height + 2 * _EDGE}",
        role="img" if not links else "group",
        aria_labelledby="tiles-title",
        class_="site-tiles",
    )
    return f'<figure class="site-chart">{svg}</figure>\n'


def _tile(tile: Tile, address: str | None) -> Markup:
    """Draws one tile."""
    step = SIZE + GAP
    middle = SIZE // 2
    known = "none" if tile.profile is None else tile.profile.standing.replace(" ", "-")
    lines: list[Markup | str] = [
        tag("title", tile.spoken),
        tag("rect", width=str(SIZE), height=str(SIZE), rx="6"),
        tag("text", tile.letters, x=str(middle), y="24", class_="tile-state"),
    ]
    if tile.profile is not None:
        for kind, said, y in (("term", tile.term, 44), ("approval-threshold", tile.vote, 62)):
            mark = said or _MARKS.get(tile.known(kind), "other")
            lines.append(tag("text", mark, x=str(middle), y=str(y), class_="tile-figure"))
    group = tag(
        "g",
        *lines,
        transform=f"translate({tile.column * step} {tile.row * step})",
        class_=f"tile tile-{known}",
    )
    return tag("a", group, href=address) if address else group
