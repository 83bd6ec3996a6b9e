"""Pages as they are printed: margin numbers, running heads and feet, lines that make paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from billkit.text.lines import continues

__all__ = ["Line", "Page", "cleaned", "paragraphs", "typed_page"]

_EDGE = 4
_MOST_SHORT = 0.82
_NUMBERED_SHARE = 0.6
_FEWEST_NUMBERED = 4
_REPEATED_SHARE = 0.4
_LONGEST_WRAPPED = 160
_WIDE_GAP = 1.5

_LEADING = re.compile(r"^\s*(?:(\d{1,3})\.)?(\d{1,3})(?:\s+|$)")
_TRAILING = re.compile(r"\s+(?:(\d{1,3})\.)?(\d{1,3})\s*$")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:page\s*(?:no\.?\s*)?)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—])?",
    re.IGNORECASE,
)
_NAMED_PAGE = re.compile(r"[A-Z\d][^\s(]*(?:\s+[^\s(]+){0,4}\s+P(?:age|AGE)\s+\d{1,4}")
_BILL_FOOT = re.compile(
    r"""
    [HSAC]\.\s?[BCJR]\.\s+No\.\s+\d+\b.*
    | [\dA-Z]+(?:/[\dA-Z]+)+
    | (?:(?:Sec\.|Section|Article|ARTICLE)\s+\d+\.?\s*){1,2}\s{2}\d+
    """,
    re.VERBOSE,
)
_HEAD = re.compile(
    r"""
    \((?:\d{1,3}(?:\.\d+)?[a-z]?|[a-z]{1,4}|[A-Z]{1,5})\) (?=\s|\()
    | (?:\d{1,3}(?:\.\d{1,2})?|[a-z]{1,2}|[A-Z]|[IVXLC]{1,6})\. (?=\s)
    | (?:Subdivision|Subd\.|SECTION|Section|Sec\.|SEC\.|§+|ARTICLE|CHAPTER|PART) \s+ [\dIVXLC]
    | \d+[A-Z]{0,2}(?:[-.:]\d+[A-Z]?(?:-[a-z])?){1,4}\.? \s+ [A-Z("“]
    """,
    re.VERBOSE,
)
_ENDED = re.compile(r"(?:[.;:]|[—–]|--|[.;:,]\s*(?:and|or)|[.;:]?[”\"’)\]])\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, where it begins and ends across the page, how far down it is.

    Distances are in points or, in plain text, in characters and lines.
    """

    text: str
    start: float = 0
    end: float = 0
    top: float = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page from top to bottom, blank ones left out."""

    lines: tuple[Line, ...]


def typed_page(text: str) -> Page:
    r"""Takes a page of plain text: a line's place is counted in characters and lines.

    Example:
        >>> typed_page("Sec. 4.\n  (1) A zone").lines[1]
        Line(text='(1) A zone', start=2, end=12, top=1)
    """
    lines: list[Line] = []
    for top, printed in enumerate(text.split("\n")):
        wide = printed.expandtabs().rstrip()
        if bare := wide.lstrip():
            lines.append(Line(bare, len(wide) - len(bare), len(wide), top))
    return Page(tuple(lines))


def cleaned(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Takes off what is the page's and not the law's.

    Margin numbers are those that count line after line; running heads and feet are lines at an
    edge that come back, but for their figures, on other pages; page numbers are known by their
    form.

    Args:
        pages: The pages as printed.

    Example:
        >>> page = Page((Line("PILOT ZONES"), Line("(1) A zone"), Line("Page 3 of 9")))
        >>> [line.text for line in cleaned([page])[0].lines]
        ['PILOT ZONES', '(1) A zone']
    """
    running = _running(pages)
    bare = _unnumbered([_bodily(page, running) for page in pages])
    running = _running(bare)
    return tuple(_bodily(page, running) for page in bare)


def _unnumbered(pages: Sequence[Page]) -> list[Page]:
    """Takes the margin numbers off pages that have them.

    Where a page has them, a page of too few lines to tell has them too, if every line of it bears
    a number that goes on from the line before.
    """
    for pattern in (_LEADING, _TRAILING):
        surely = [_counts(page, pattern, _FEWEST_NUMBERED) for page in pages]
        if any(surely):
            return [
                _bare(page, pattern) if sure or _counts(page, pattern, 1, all_of=True) else page
                for page, sure in zip(pages, surely, strict=True)
            ]
    return list(pages)


def _counts(page: Page, pattern: re.Pattern[str], fewest: int, *, all_of: bool = False) -> bool:
    """Says whether the lines of a page are numbered one after the other."""
    numbers = [int(match[2]) for line in page.lines if (match := pattern.search(line.text))]
    share = 1.0 if all_of else _NUMBERED_SHARE
    if len(numbers) < max(fewest, share * len(page.lines)) or not numbers:
        return False
    follow = sum(after == before + 1 for before, after in pairwise(numbers))
    return follow >= _MOST_SHORT * (len(numbers) - 1) and (not all_of or numbers[0] == 1)


def _bare(page: Page, pattern: re.Pattern[str]) -> Page:
    """Takes the margin numbers off the lines of a page."""
    found = [pattern.search(line.text) for line in page.lines]
    numbers = [int(match[2]) for match in found if match]
    expected = _expected(numbers) if numbers[1:] else frozenset(numbers)
    lines: list[Line] = []
    for line, match in zip(page.lines, found, strict=True):
        if match is None or int(match[2]) not in expected:
            lines.append(line)
            continue
        text = line.text[: match.start()] + line.text[match.end() :]
        if text.strip():
            lines.append(replace(line, text=text.strip(), start=line.start + match.end()))
    return Page(tuple(lines))


def _expected(numbers: Sequence[int]) -> frozenset[int]:
    """Gives the numbers that stand in the run, so that a stray figure is left in the law."""
    return frozenset(
        number
        for before, number, after in zip(
            [None, *numbers[:-1]], numbers, [*numbers[1:], None], strict=True
        )
        if before == number - 1 or after == number + 1
    )


def _edges(page: Page) -> Iterator[tuple[str, Line]]:
    """Yields the lines at the head and at the foot of a page."""
    for line in page.lines[:_EDGE]:
        yield "head", line
    for line in page.lines[-_EDGE:]:
        yield "foot", line


def _key(edge: str, text: str) -> tuple[str, str]:
    """Makes the key under which a running line meets itself on another page."""
    return edge, re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _running(pages: Sequence[Page]) -> frozenset[tuple[str, str]]:
    """Finds the lines that come back at the edge of pages."""
    counts = Counter(
        key for page in pages for key in {_key(edge, line.text) for edge, line in _edges(page)}
    )
    least = max(2, _REPEATED_SHARE * len(pages))
    letters = re.compile(r"[^\W\d_].*[^\W\d_].*[^\W\d_]")
    return frozenset(
        key for key, count in counts.items() if count >= least and letters.search(key[1])
    )


def _bodily(page: Page, running: frozenset[tuple[str, str]]) -> Page:
    """Leaves the running lines and the page numbers out, from either edge inward."""
    lines = list(page.lines)
    for edge, at in (("foot", -1), ("head", 0)):
        for _ in range(_EDGE):
            if not lines:
                break
            text = lines[at].text
            if _key(edge, text) not in running and not _is_furniture(edge, text):
                break
            lines.pop(at)
    return Page(tuple(lines))


def _is_furniture(edge: str, text: str) -> bool:
    """Says whether a line at an edge is a page number or a bill's foot by its form alone."""
    text = text.strip()
    if _PAGE_NUMBER.fullmatch(text) or (edge == "foot" and _BILL_FOOT.fullmatch(text)):
        return True
    return bool(_NAMED_PAGE.fullmatch(text))


def paragraphs(pages: Sequence[Page]) -> tuple[str, ...]:
    """Puts the lines of pages together to paragraphs, keeping the line breaks in them.

    A line opens a paragraph where it begins with an enumerator and the line before has ended, or
    where the line before ended early, or a wide gap lies between. Text whose lines are longer than
    any page is wide has a paragraph on every line.
    """
    lines = [line for page in pages for line in page.lines]
    if any(len(line.text) > _LONGEST_WRAPPED for line in lines):
        return tuple(line.text.strip() for line in lines)
    far = max((line.end for line in lines), default=0.0)
    near = min((line.start for line in lines), default=0.0)
    limit = near + _MOST_SHORT * (far - near)
    gap = _usual_gap(pages)
    out: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        if before is None or _opens(before, line, limit=limit, gap=gap):
            out.append([])
        out[-1].append(line.text.strip())
        before = line
    return tuple("\n".join(parts) for parts in out)


def _usual_gap(pages: Sequence[Page]) -> float:
    """Gives the usual distance from a line to the next."""
    gaps = sorted(
        after.top - before.top
        for page in pages
        for before, after in pairwise(page.lines)
        if after.top > before.top
    )
    return gaps[len(gaps) // 2] if gaps else 0.0


def _opens(before: Line, line: Line, *, limit: float, gap: float) -> bool:
    """Says whether a line opens a new paragraph."""
    last, text = before.text.strip(), line.text.strip()
    if continues(last, text) or last.endswith(("-", "\N{SOFT HYPHEN}")):
        return False
    ended = bool(_ENDED.search(last))
    if _HEAD.match(text):
        return ended or before.end < limit
    apart = gap > 0 and line.top - before.top > _WIDE_GAP * gap
    return (ended and (before.end < limit or apart)) or (apart and before.end < limit)
