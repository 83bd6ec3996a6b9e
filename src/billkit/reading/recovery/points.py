"""Finds the points of a list in the words of a draft: known ones by their words, and own ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from billkit.clauses.citing import Reference
from billkit.clauses.framing import Definition
from billkit.clauses.items import Item
from billkit.reading.recovery.citing import references_in
from billkit.reading.recovery.speaking import Cue, Region
from billkit.reading.recovery.streams import CLOSE, SAYS, Line

__all__ = ["OWN", "items_of", "keys_at", "placed", "small"]

_END = re.compile(r"(?:[;,.](?: (?:and|or))?|;;)$")
OWN = re.compile(rf"\x02[^{SAYS}]*/(?P<field>[a-z-]+){SAYS}(?P<words>[^{CLOSE}]*){CLOSE}\W*")
"""Words that a field filled in, with the marks after them."""

_TERM = re.compile(r'^"(?P<term>[^"]+)"(?: or "(?P<short>[^"]+)")? means (?P<meaning>.+)$')


def items_of(
    field: str, kind: type[Item], region: Region, cues: Sequence[Cue], *, above: str = ""
) -> Iterator[Item]:
    """Yields the points of a list in the order in which they stand in a region."""
    path = (*((above, "*") if above else ()), field, "*", "key")
    top = (above or field).replace("_", "-")
    found: list[tuple[int, Item]] = []
    for line in region.lines:
        cue = keys_at(path, line, cues, amid=issubclass(kind, Definition))
        own = _own_item(kind, top, line, wanted=bool(_whole(path, cues)))
        if cue is not None:
            found.append((line.start, _keyed(kind, cue, top, line)))
        elif own is not None:
            found.append((line.start, own))
    if not found:
        found = [
            (place, kind.model_validate({"key": cue.value}))
            for place, cue in placed(path, region, cues)
        ]
        found += [] if above else _own_amid(kind, top, region)
    yield from (item for _, item in sorted(found, key=lambda pair: pair[0]))


def _own_amid(kind: type[Item], field: str, region: Region) -> Iterator[tuple[int, Item]]:
    """Yields points in the bill's own words that stand amid the words of a provision."""
    if not issubclass(kind, Definition):
        for tag in region.tags_of(field):
            words = tag.text.strip()
            if " " in words and not words.startswith("under "):
                yield tag.start, kind.model_validate({"text": small(words)})


def _whole(path: tuple[str, ...], cues: Sequence[Cue]) -> list[Cue]:
    """Gives the cues of a field that are whole provisions."""
    return [cue for cue in cues if cue.path == path and cue.whole]


def keys_at(
    path: tuple[str, ...], line: Line, cues: Sequence[Cue], *, amid: bool = False
) -> Cue | None:
    """Finds the point whose words a provision is; of several the one with the most words.

    Args:
        path: The way to the key of a point.
        line: The provision.
        cues: The words of every value.
        amid: Whether the words may also stand amid others: those that define a term.
    """
    fitting = [
        cue
        for cue in cues
        if cue.path == path
        and (
            cue.pattern.fullmatch(line.marked)
            if cue.whole
            else amid and cue.pattern.search(line.marked)
        )
    ]
    return max(fitting, key=lambda cue: cue.weight, default=None)


def placed(path: tuple[str, ...], region: Region, cues: Sequence[Cue]) -> Iterator[tuple[int, Cue]]:
    """Finds points that stand amid the words of a provision, each once, longest first."""
    coded = " ".join(line.marked for line in region.lines)
    taken: list[tuple[int, int]] = []
    fitting = [cue for cue in cues if cue.path == path and cue.weight]
    for cue in sorted(fitting, key=lambda cue: -cue.weight):
        match = cue.pattern.search(coded)
        if match is None or any(a < match.end() and match.start() < b for a, b in taken):
            continue
        taken.append(match.span())
        yield match.start(), cue


def _keyed(kind: type[Item], cue: Cue, field: str, line: Line) -> Item:
    """Makes a known point, with the places in the law that it cites and a term of its own."""
    if issubclass(kind, Definition):
        return kind.model_validate({"key": cue.value})
    cited: list[Reference] = []
    for text in _filled(field, line):
        for way in references_in(re.sub(r"^ ?under ", "", text))[:1]:
            cited += way
    return kind.model_validate({"key": cue.value, "refs": tuple(cited)})


def _filled(field: str, line: Line) -> list[str]:
    """Gives what a field filled in into a provision."""
    return [m["words"] for m in OWN.finditer(line.marked) if m["field"] == field]


def _own_item(kind: type[Item], field: str, line: Line, *, wanted: bool) -> Item | None:
    """Makes a point in the bill's own words, where a provision is filled in as a whole."""
    plain = re.sub(rf"\x02[^{SAYS}]*{SAYS}|{CLOSE}", "", line.marked)
    if issubclass(kind, Definition):
        match = _TERM.match(plain)
        filled = _filled(field, line)
        if match is None or not filled or len(filled) < len(("term", "meaning")):
            return None
        meaning = _END.sub("", match["meaning"]).rstrip(".")
        return kind.model_validate({"term": small(match["term"]), "text": meaning})
    match = OWN.fullmatch(line.marked)
    if not wanted or match is None or match["field"] != field:
        return None
    words = _END.sub("", match["words"])
    return kind.model_validate({"text": small(words)}) if words else None


def small(words: str) -> str:
    """Gives words a small first letter, unless they open with an abbreviation.

    Example:
        >>> small("The office"), small("LEA plans")
        ('the office', 'LEA plans')
    """
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
