"""Takes a plain text apart: which of its lines are heads, items of lists, words alone, and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from billkit.readers.heads import Head, is_heading, parse_head, split_heading
from billkit.readers.items import Item, Sequences, parse_items, unbracketed
from billkit.text.ladders import Ladder
from billkit.text.lines import GAP, RECONSTRUCTED, continues, even_lines
from billkit.tree import Status

__all__ = ["ENACTING", "Piece", "PieceKind", "parse_pieces"]

PieceKind: TypeAlias = Literal["head", "item", "words", "gap"]
"""What a piece of text is: a section's or unit's head, an item, words alone, words not held."""

_BRACKETED = re.compile(r"\s?\[[^\[\]]*\]")
_REMARK_OF_CODE = re.compile(
    r"\[\s*(?:repealed|reserved|expired|deleted|renumbered|transferred)\b[^\]]*\]", re.IGNORECASE
)
_CUT = re.compile(r"[\"“]([^\"“”]*?)\[\w*\][^\"“”]*[\"”]")
_LAST_WORD = re.compile(r"\w+$")
_LEAD_IN = re.compile(
    r"\b(?:amend\w*|reenacted|enacted|created?|added|adding|codified|read|follows)\b[^.]*:$",
    re.IGNORECASE,
)
_OF_THE_ACT = re.compile(
    r"(?:This act|Sections? \d|If any|An? emergency|The following|Whereas|Effective date|Repealer"
    r"|Revisor)\b",
    re.IGNORECASE,
)
_RECONSTRUCTED = RECONSTRUCTED.strip()

ENACTING = re.compile(r"be it (?:hereby )?(?:enacted|resolved|ordained)\b", re.IGNORECASE)
"""How an enacting clause begins in any state that has one by itself."""


@dataclass(slots=True)
class Piece:
    """A provision as its line shows it, before its place among the others is known.

    ``label`` is what a gap says; ``head`` and ``item`` are there for pieces of that kind.
    """

    kind: PieceKind
    line: int
    num: str | None = None
    heading: str = ""
    text: str = ""
    label: str = ""
    status: Status | None = None
    head: Head | None = None
    item: Item | None = None


@dataclass(slots=True)
class _Line:
    """A stretch of text between line ends and gaps, before heads and items are taken off.

    ``loose`` says that it continues the line before it if its first letter is no enumerator
    (``v. Wade``).
    """

    line: int
    text: str = ""
    status: Status | None = None
    gap: str | None = None
    head: Head | None = None
    items: list[Item] = field(default_factory=list)
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of the whole text while its lines are taken apart.

    ``headed_law`` says that the heading of a bill's section is that of the law in it.
    """

    sequences: Sequences
    bill: bool
    headed_law: bool


def parse_pieces(
    text: str,
    *,
    ladder: Ladder | None = None,
    section: str | None = None,
    editorial: bool = False,
    bill: bool = False,
) -> list[Piece]:
    """Takes a text apart into pieces, in their order; nothing of it is lost.

    Args:
        text: The text, with line ends of any kind.
        ladder: How the jurisdiction numbers; an enumerator on it needs no neighbour.
        section: The number of the section the text is, where it prints none.
        editorial: Whether brackets hold an editor's words and inferred numbers.
        bill: Whether the text is a bill's; an enacting clause says so too.
    """
    sequences = Sequences(ladder)
    lines = _cut_words(_lines(text, sequences, editorial=editorial))
    bill = bill or any(ENACTING.match(line.text) for line in lines)
    outmost = ladder.levels[0] if ladder and ladder.levels else None
    subdivided = outmost is not None and outmost.kind == "subdivision" and outmost.before[:1] == "S"
    state = _State(sequences, bill=bill, headed_law=bill and subdivided)
    if section is not None and not any(line.head and line.head.kind == "section" for line in lines):
        lines.insert(0, _Line(1, head=Head("section", section, 0, coded=True)))
    pieces: list[Piece] = []
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if line.loose and not _supported(line, pieces, sequences):
            lines[place - 1].text += f"\n{line.text}"
        else:
            pieces.extend(reversed(list(_pieces(line, pieces, state))))
    pieces.reverse()
    return pieces


def _lines(text: str, sequences: Sequences, *, editorial: bool) -> list[_Line]:
    """Splits a text at line ends and gaps, and joins the lines that continue others."""
    out: list[_Line] = []
    before = ""
    for number, raw in enumerate(even_lines(text), start=1):
        line = raw.strip()
        if not line:
            before = ""
            continue
        parts = list(_split_gaps(line, number, editorial=editorial))
        first = parts[0]
        joins = bool(out) and out[-1].gap is None and _has_words(out[-1])
        lettered = bool(first.items) and line[0].islower()
        if joins and continues(before, line, item=lettered):
            out[-1].text += f"\n{first.text}"
            parts = parts[1:]
        elif joins and lettered and continues(before, line):
            first.loose = True
        out.extend(parts)
        before = out[-1].text if out[-1].gap is None else ""
        for part in parts:
            _note(part, sequences)
    return out


def _has_words(line: _Line) -> bool:
    """Says whether a line has words after its number, or an item's number to continue."""
    return bool(line.items) or line.head is None or bool(line.text[line.head.end :].strip())


def _note(line: _Line, sequences: Sequences) -> None:
    """Takes note of the enumerators that stand at the head of a line, or after its heading."""
    sequences.note(line.items)
    if line.head is not None and not line.items:
        rest = line.text[line.head.end :].strip()
        for followed in (False, True):
            heading, words = _parted(rest, followed=followed)
            if heading and words:
                sequences.note(parse_items(words))


def _split_gaps(line: str, number: int, *, editorial: bool) -> Iterator[_Line]:
    """Parts a line at its gaps, and finds the heads and items of each part."""
    at = 0
    status: Status | None = None
    for match in GAP.finditer(line) if "[[" in line else ():
        yield from _stretch(line[at : match.start()], number, status, editorial=editorial)
        status = _marked(line) or status
        label = match["label"].strip()
        if match["kind"] == "OMITTED":
            label = f"OMITTED{label}" if label.startswith(":") else f"OMITTED {label}".strip()
        yield _Line(number, gap=label.removeprefix(":").strip())
        at = match.end()
    yield from _stretch(line[at:], number, status, editorial=editorial)


def _marked(text: str) -> Status | None:
    """Says whether a stretch of text bears the mark of what is not confirmed."""
    marked = text.startswith(_RECONSTRUCTED) and text[2:3].isspace()
    return "reconstructed" if marked else None


def _stretch(text: str, number: int, status: Status | None, *, editorial: bool) -> Iterator[_Line]:
    """Yields the words between two gaps, if there are any; a mark holds for the whole line."""
    text = text.strip()
    if mark := _marked(text):
        status = mark
        text = text[2:].strip()
    if text:
        yield _parsed(text, number, status, editorial=editorial)


def _parsed(text: str, number: int, status: Status | None, *, editorial: bool = False) -> _Line:
    """Finds the head and the items that open a stretch of text."""
    if editorial:
        text = _without_remarks(unbracketed(text))
    line = _Line(number, text, status)
    line.items = parse_items(text)
    if not line.items:
        line.head = parse_head(text)
        if line.head is not None:
            line.items = _items_from(text, line.head.end)
    return line


def _items_from(text: str, start: int) -> list[Item]:
    """Finds the items that open a text after a head; their places are counted in the whole text."""
    rest = text[start:].lstrip()
    by = len(text) - len(rest)
    return [
        Item(item.num, item.form, item.readings, item.start + by, item.end + by)
        for item in parse_items(rest)
    ]


def _without_remarks(text: str) -> str:
    """Takes an editor's bracketed words out; a code's own remark (``[Repealed.]``) stays."""
    if "[" not in text:
        return text
    head = parse_head(text)
    kept = text[: head.end] if head else ""
    if head and (match := re.match(r"\s*\[\d[\w.:-]*\]", text[head.end :])):
        kept += match.group()
    rest = text[len(kept) :]
    if _REMARK_OF_CODE.search(rest):
        return text
    return (kept + _BRACKETED.sub("", rest)).strip()


def _pieces(line: _Line, later: list[Piece], state: _State) -> Iterator[Piece]:
    """Makes the pieces of a line; ``later`` are those of the lines after it, last line first."""
    if line.gap is not None:
        yield Piece("gap", line.line, label=line.gap, status="gap")
        return
    items = _supported(line, later, state.sequences)
    yield from _headed(line, later, state, listed=bool(items))
    text = line.text
    at = 0 if line.head is None else len(text)
    for place, item in enumerate(items, start=1):
        at = items[place].start if place < len(items) else len(text)
        words = text[item.end : at].strip()
        if not words and place == len(items):
            words = _next_words(later, line.status)
        yield Piece("item", line.line, num=item.num, text=words, status=line.status, item=item)
    if at < len(text):
        yield Piece("words", line.line, text=text, status=line.status)


def _supported(line: _Line, later: list[Piece], sequences: Sequences) -> list[Item]:
    """Gives the items of a line that are such, up to the first that is none."""
    following = later[-1] if later else None
    after: Item | None = None
    opening = ""
    if following is not None and following.kind in {"item", "words"}:
        after = following.item
        opening = (following.num or "") + following.text[:1]
    good: list[Item] = []
    for item in reversed(line.items):
        rest = line.text[item.end : item.end + 40].lstrip() or opening
        directly = after if good or rest is opening else None
        if sequences.supports(item, rest, directly):
            good.append(item)
            after = item
        else:
            good.clear()
            after = None
    good.reverse()
    return good


def _next_words(later: list[Piece], status: Status | None) -> str:
    """Takes the words alone on the next line, for a number or heading that stands alone.

    Words that begin like an item stay on their own line, to be read there again.
    """
    if not later or later[-1].kind != "words" or later[-1].status != status:
        return ""
    return "" if parse_items(later[-1].text) else later.pop().text


def _headed(line: _Line, later: list[Piece], state: _State, *, listed: bool) -> Iterator[Piece]:
    """Makes the piece of a head, with its heading and its words, and the items on its line."""
    head = line.head
    if head is None:
        return
    piece = Piece("head", line.line, num=head.num, status=line.status, head=head)
    rest = "" if listed else line.text[head.end :].strip()
    if not rest and not listed:
        rest = _taken(head, line.status, later)
    heading, words = _heading(head, rest, later)
    piece.heading = heading
    inner: list[Piece] = []
    if words and heading:
        inner = list(_pieces(_parsed(words, line.line, line.status), later, state))
    elif words or (heading and (words := _next_words(later, line.status))):
        inner = [Piece("words", line.line, text=words, status=line.status)]
    inside = state.headed_law and head.kind == "section" and not head.coded and bool(heading)
    inside = inside and not _OF_THE_ACT.match(heading)
    whole = inside or not state.bill
    if inner and inner[0].kind == "words" and _belongs(head, inner[0].text, whole=whole):
        piece.text = inner.pop(0).text
    if inside:
        yield Piece("head", line.line, num=head.num, status=line.status, head=head)
        piece.num, piece.head = None, Head("section", "", 0, coded=True)
    yield piece
    yield from inner


def _taken(head: Head, status: Status | None, later: list[Piece]) -> str:
    """Takes the words on the next line for a head that stands alone, where they can join it."""
    if not later:
        return ""
    again = parse_head(f"{head.num} {later[-1].text}")
    if again is None or (again.num, again.kind) != (head.num, head.kind):
        return ""
    return _next_words(later, status)


def _heading(head: Head, rest: str, later: list[Piece]) -> tuple[str, str]:
    """Parts the words after a number into the heading and the words of the section."""
    if head.kind not in {"section", "subdivision"}:
        return (rest, "") if is_heading(rest) else ("", rest)
    follows = later[-1] if later else None
    followed = False
    if follows is not None and follows.kind == "head" and follows.head is not None:
        followed = head.kind == "section" and follows.head.kind == "subdivision"
    elif follows is not None and follows.kind != "gap":
        followed = head.coded
    return _parted(rest, followed=followed)


def _parted(rest: str, *, followed: bool) -> tuple[str, str]:
    """Parts a heading from the words after it, unless these would read otherwise on a new line."""
    heading, words = split_heading(rest, followed=followed)
    items = parse_items(words) if heading and words else []
    doubtful = items and not items[0].stands_alone(words[items[0].end :].lstrip())
    return ("", rest) if doubtful or _marked(words) else (heading, words)


def _belongs(head: Head, words: str, *, whole: bool) -> bool:
    """Says whether words after a head are the section's own.

    In a bill they are where they lead to law, or speak of the bill itself; else they are law in it.

    Args:
        head: The head.
        words: The words.
        whole: Whether the section is law as it stands.
    """
    if head.kind not in {"section", "subdivision"}:
        return False
    whole = whole or head.coded or head.kind == "subdivision"
    return whole or bool(_LEAD_IN.search(words) or _OF_THE_ACT.match(words) or _marked(words))


def _cut_words(lines: list[_Line]) -> list[_Line]:
    """Takes off the words that a gap cuts in half; the gap's label tells them (``improv[e]``)."""
    out: list[_Line] = []
    for line in lines:
        before = out[-1] if out else None
        cut = _CUT.search(line.gap) if line.gap else None
        while cut and before and before.gap is None and before.text.endswith(cut.group(1)):
            out.pop()
            held = _LAST_WORD.sub("", before.text).rstrip()
            if held == before.text:
                out.append(before)
                break
            if held:
                loose = before.loose
                before = _parsed(held, before.line, before.status)
                before.loose = loose
                out.append(before)
            else:
                before = None
        out.append(line)
    return out
