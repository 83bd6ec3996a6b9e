"""Parts a plain text into stretches, at line ends and gaps, and joins what continues a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from billkit.readers.heads import Head, parse_head, split_heading
from billkit.readers.items import Item, Sequences, parse_items, unbracketed
from billkit.text.lines import GAP, continues, even_lines, is_marked
from billkit.tree import Status

__all__ = ["Stretch", "parse_stretch", "parse_stretches", "part_heading"]

_BRACKETED = re.compile(r"\s?\[[^\[\]]*\]")
_REMARK_OF_CODE = re.compile(
    r"\[\s*(?:repealed|reserved|expired|deleted|renumbered|transferred)\b[^\]]*\]", re.IGNORECASE
)
_CODE = re.compile(r"\s*\[\d[\w.:-]*\]")
_CUT = re.compile(r"[\"“]([^\"“”]*?)\[\w*\][^\"“”]*[\"”]")
_MOST_CUTS = 20


@dataclass(slots=True)
class Stretch:
    """A stretch of text between line ends and gaps, with the head and the items that open it.

    ``gap`` is the label of a gap, which has no text. ``more`` are the lines that continue the
    stretch, until they are joined. ``loose`` says that it continues the stretch before it if its
    first letter is no enumerator (``v. Wade``).
    """

    line: int
    text: str = ""
    status: Status | None = None
    gap: str | None = None
    head: Head | None = None
    items: list[Item] = field(default_factory=list)
    loose: bool = False
    more: list[Stretch] = field(default_factory=list)

    @property
    def end(self) -> str:
        """The last line of the stretch."""
        return self.more[-1].text if self.more else self.text

    @property
    def takes_more(self) -> bool:
        """Whether another line can continue it: not where there is only a section's number."""
        if self.gap is not None:
            return False
        return bool(self.items or self.more or self.head is None or self._words_after_head())

    def _words_after_head(self) -> bool:
        start = self.head.end if self.head else 0
        return bool(self.text[start:].strip())

    def join(self) -> None:
        """Joins the lines that continue the stretch to its text; the breaks stay."""
        if not self.more:
            return
        parts: list[str] = []
        stack = [self]
        while stack:
            stretch = stack.pop()
            parts.append(stretch.text)
            stack.extend(reversed(stretch.more))
        self.text = "\n".join(parts)
        self.more = []


def parse_stretches(text: str, sequences: Sequences, *, editorial: bool = False) -> list[Stretch]:
    """Parts a text into stretches.

    Args:
        text: The text, with line ends of any kind.
        sequences: Takes note of every enumerator at the head of a stretch.
        editorial: Whether brackets hold an editor's words and inferred numbers.
    """
    out: list[Stretch] = []
    after_empty = True
    for number, raw in enumerate(even_lines(text), start=1):
        line = raw.strip()
        if not line:
            after_empty = True
            continue
        parts = list(_split_gaps(line, number, editorial=editorial))
        first = parts[0]
        if not after_empty and out[-1].takes_more:
            lettered = bool(first.items) and line[0].islower()
            joins = continues(out[-1].end, line)
            if joins and not lettered:
                out[-1].more.append(first)
                parts = parts[1:]
            first.loose = joins and lettered
        out.extend(parts)
        after_empty = False
        for part in parts:
            _note(part, sequences)
    return _cut_words(out)


def parse_stretch(
    text: str, line: int, status: Status | None = None, *, editorial: bool = False
) -> Stretch:
    """Finds the head and the items that open a stretch of text."""
    if editorial:
        text = _without_remarks(unbracketed(text))
    stretch = Stretch(line, text, status, items=parse_items(text))
    if not stretch.items:
        stretch.head = parse_head(text)
        if stretch.head is not None:
            stretch.items = _items_from(text, stretch.head.end)
    return stretch


def part_heading(rest: str, *, followed: bool) -> tuple[str, str]:
    """Parts a heading from the words after it, unless these would read otherwise on a new line.

    Args:
        rest: What stands after a section's number.
        followed: Whether more of the section stands on the lines below.
    """
    heading, words = split_heading(rest, followed=followed)
    items = parse_items(words) if heading and words else []
    doubtful = items and not items[0].stands_alone(words[items[0].end :].lstrip())
    return ("", rest) if doubtful or is_marked(words) else (heading, words)


def _note(stretch: Stretch, sequences: Sequences) -> None:
    """Takes note of the enumerators that stand at the head of a stretch, or after its heading."""
    sequences.note(stretch.items)
    if stretch.head is not None and not stretch.items:
        rest = stretch.text[stretch.head.end :].strip()
        for followed in (False, True):
            heading, words = part_heading(rest, followed=followed)
            if heading and words:
                sequences.note(parse_items(words))


def _split_gaps(line: str, number: int, *, editorial: bool) -> Iterator[Stretch]:
    """Parts a line at its gaps; a mark at its head holds for the whole line."""
    at = 0
    status: Status | None = None
    for match in GAP.finditer(line) if "[[" in line else ():
        yield from _between(line[at : match.start()], number, status, editorial=editorial)
        if is_marked(line):
            status = "reconstructed"
        label = match["label"].strip()
        if match["kind"] == "OMITTED":
            label = f"OMITTED{label}" if label.startswith(":") else f"OMITTED {label}".strip()
        yield Stretch(number, gap=label.removeprefix(":").strip())
        at = match.end()
    yield from _between(line[at:], number, status, editorial=editorial)


def _between(
    text: str, number: int, status: Status | None, *, editorial: bool
) -> Iterator[Stretch]:
    """Yields the words between two gaps, if there are any."""
    text = text.lstrip()
    if is_marked(text):
        status = "reconstructed"
        text = text[2:]
    if text := text.strip():
        yield parse_stretch(text, number, status, editorial=editorial)


def _items_from(text: str, start: int) -> list[Item]:
    """Finds the items that open a text after a head; their places are counted in the whole text."""
    rest = text[start:].lstrip()
    by = len(text) - len(rest)
    return [replace(item, start=item.start + by, end=item.end + by) for item in parse_items(rest)]


def _without_remarks(text: str) -> str:
    """Takes an editor's bracketed words out; a code's own remark (``[Repealed.]``) stays."""
    if "[" not in text or _REMARK_OF_CODE.search(text):
        return text
    head = parse_head(text)
    kept = head.end if head else 0
    if head and (match := _CODE.match(text, kept)):
        kept = match.end()
    return (text[:kept] + _BRACKETED.sub("", text[kept:])).strip()


def _cut_words(stretches: list[Stretch]) -> list[Stretch]:
    """Takes off the words that a gap cuts in half; the gap's label tells them (``improv[e]``)."""
    out: list[Stretch] = []
    for stretch in stretches:
        cut = _CUT.search(stretch.gap) if stretch.gap else None
        if cut and cut.group(1) and out and out[-1].gap is None:
            before = out.pop()
            before.join()
            held = _but_for(before.text, cut.group(1))
            if held != before.text:
                loose = before.loose
                before = parse_stretch(held, before.line, before.status)
                before.loose = loose
            if before.text:
                out.append(before)
        out.append(stretch)
    return out


def _but_for(text: str, cut: str) -> str:
    """Takes the last word off a text that ends in words of which the last is cut in half."""
    for _ in range(_MOST_CUTS):
        if not text.endswith(cut):
            break
        end = len(text)
        while end and (text[end - 1].isalnum() or text[end - 1] == "_"):
            end -= 1
        if end == len(text):
            break
        text = text[:end].rstrip()
    return text
