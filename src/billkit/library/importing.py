"""Makes a statute file of a published copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from billkit.akn import Event, Work, write_akn
from billkit.errors import Finding, StatuteError, Where
from billkit.files import file_bytes, write_whole
from billkit.library.choosing import check_day
from billkit.library.locating import head_number, without_notes
from billkit.library.recording import Origin, own_folder
from billkit.library.shelves import Library
from billkit.readers.plain_text import read_plain_text
from billkit.readers.published import PublishedCopy, read_published
from billkit.text.citations import Citation, format_citation
from billkit.text.codes import CODES
from billkit.text.ladders import Ladder
from billkit.text.words import WORD
from billkit.tree import Document, Node, Source, Status, join

__all__ = ["NewLaw", "import_statute"]

_ID = re.compile(r"(?P<state>us-[a-z]{2})/(?P<stem>[a-z0-9.-]+)(?:@(?P<label>[a-z0-9.-]+))?")
_ALONE = re.compile(
    r"(?:\((?:\d{1,3}(?:\.\d+)?|[a-z]{1,4}|[A-Z]{1,4})\)|(?:\d{1,2}|[a-z]{1,2}|[IVX]{1,4})\.)"
    r"(?:\s?\((?:\d{1,3}|[a-z]{1,4}|[A-Z]{1,4})\))*"
)


@dataclass(frozen=True, slots=True)
class NewLaw:
    """Says what a copy is to be held as.

    ``id`` is its id in the library, with ``@label`` for a version. What is not given is taken from
    the copy: the citation from the number at its head, the title from its catchline.
    ``enacted_headings`` says that the state's legislature enacts the headings of sections; else
    they are the publisher's and no law. ``ladder`` says how the state numbers its provisions.
    """

    id: str
    citation: str = ""
    title: str = ""
    in_force: str = ""
    enacted_headings: bool = False
    ladder: Ladder | None = None

    @property
    def state(self) -> str:
        """The jurisdiction: ``us-ky``."""
        return self.id.partition("/")[0]

    @property
    def stem(self) -> str:
        """The id without state and version."""
        return self.id.partition("/")[2].partition("@")[0]


def import_statute(
    file: Path | str,
    *,
    law: NewLaw,
    origin: Origin,
    into: Path | str,
    force: bool = False,
) -> tuple[Path, Document]:
    """Makes a statute file of a published copy: plain text, a web page or a PDF file.

    Of a copy with several sections the one that the id names is taken. What a publisher prints
    after the law is kept as a source, not as law.

    Args:
        file: The copy.
        law: What it is to be held as.
        origin: Where the copy comes from.
        into: The folder of the reader's own library; it is made where it is not there.
        force: Whether a file of the same id may be replaced.

    Returns:
        The file that was written, and the law in it.

    Raises:
        StatuteError: ``bad-id``, ``bad-date``, ``other-section``, ``no-law-found``.
        ReadError: as `file_bytes`, `read_published` and `read_plain_text`.
        OutputError: ``output-exists``, ``unwritable-output``.
    """
    if not _ID.fullmatch(law.id):
        raise StatuteError(
            Finding(
                code="bad-id",
                message=f'"{law.id}" cannot be the id of a law.',
                excerpt=law.id,
                hint="write the state and a name in small letters: us-ky/krs-156.108@2012.",
            )
        )
    if law.in_force:
        check_day(law.in_force)
    path = Path(file)
    copy = read_published(file_bytes(path), file=str(path))
    document = _document(copy, law, origin, Path(into))
    target = Path(into) / f"{law.id}.xml"
    events = (Event("in force", law.in_force),) if law.in_force else ()
    data = write_akn(document, work=Work(law.id, events))
    own_folder(target.parent)
    write_whole(target, data, force=force)
    return target, document


def _document(copy: PublishedCopy, law: NewLaw, origin: Origin, own: Path) -> Document:
    """Reads the section of a copy that an id names."""
    paragraphs = copy.unbroken()
    if any("\n" in paragraph for paragraph in paragraphs):
        paragraphs = copy.unbroken(_known_words(law.state, own))
    number, part = _part(_with_numbers(paragraphs), law, copy.file)
    words = without_notes(part)
    notes = part[len(words) :]
    status: Status = "official" if origin.official else "single-source"
    document = read_plain_text(
        "\n".join(words),
        ladder=law.ladder,
        jurisdiction=law.state,
        standing="in force",
        section=None if number and head_number(words[0]) else number or _number_of(law),
        file=copy.file,
    )
    if not any(node.text for node in document.provisions):
        raise _nothing(law, copy.file)
    section = next((node for node in document.provisions if node.kind == "section"), None)
    number = number or _number_of(law)
    headings = [join(node.heading) for node in document.root.children if node.heading]
    return replace(
        document,
        root=_marked(document.root, status, headings=law.enacted_headings),
        citation=law.citation or _citation(law, number, section),
        title=law.title or "".join(headings[:1]).rstrip("."),
        dates={"in-force": law.in_force} if law.in_force else {},
        provenance=(
            origin.known("all"),
            *(Source("history", " ".join(note.split()), origin.retrieved) for note in notes),
        ),
    )


def _with_numbers(paragraphs: Sequence[str]) -> list[str]:
    """Puts enumerators that a copy prints in a column of their own to the words they number."""
    out: list[str] = []
    for paragraph in paragraphs:
        if out and _ALONE.fullmatch(out[-1]):
            out[-1] = f"{out[-1]} {paragraph}"
        else:
            out.append(paragraph)
    return out


def _nothing(law: NewLaw, file: str | None) -> StatuteError:
    """Says that a copy holds no words of law."""
    return StatuteError(
        Finding(
            code="no-law-found",
            message=f"the copy holds no words that could be {law.id}.",
            where=Where(file=file),
        )
    )


def _known_words(state: str, own: Path) -> frozenset[str]:
    """Gathers the words of the texts of a state that are held; they tell how words are broken."""
    shelves = Library.open(own if own.is_dir() else None)
    return frozenset(
        word.casefold()
        for id_ in shelves.ids()
        if id_.startswith(f"{state}/") and (statute := shelves.statute(id_)) is not None
        for version in statute.versions
        for node in version.read().provisions
        for word in WORD.findall(node.words)
    )


def _part(paragraphs: Sequence[str], law: NewLaw, file: str | None) -> tuple[str, tuple[str, ...]]:
    """Takes the paragraphs of the section that an id names, and gives its number.

    Raises:
        StatuteError: ``other-section`` where the copy has heads, but not of that section;
            ``no-law-found`` where it has no words.
    """
    if not paragraphs:
        raise _nothing(law, file)
    heads = [(at, number) for at, text in enumerate(paragraphs) if (number := head_number(text))]
    if not heads:
        return "", tuple(paragraphs)
    ours = [(at, number) for at, number in heads if _names(law.stem, number)]
    if not ours:
        raise StatuteError(
            Finding(
                code="other-section",
                message=f"the copy is headed {heads[0][1]}, which {law.id} does not name.",
                where=Where(file=file),
                excerpt=paragraphs[heads[0][0]][:80],
                hint="give the id of the section that the copy holds.",
            )
        )
    start, number = max(ours, key=lambda head: _length(head[0], heads, len(paragraphs)))
    return number, tuple(paragraphs[start : start + _length(start, heads, len(paragraphs))])


def _length(start: int, heads: Sequence[tuple[int, str]], end: int) -> int:
    """Counts the paragraphs from a head to the next."""
    return next((at for at, _ in heads if at > start), end) - start


def _names(stem: str, number: str) -> bool:
    """Says whether the stem of an id ends in a section's number.

    Example:
        The stem ``rsa-194-e-2`` names 194-E:2.
    """
    plain = re.sub(r"[^\w.]+", "-", number.casefold()).strip("-")
    return stem == plain or stem.endswith(f"-{plain}")


def _number_of(law: NewLaw) -> str:
    """Gives the section's number as far as an id tells it."""
    match = re.search(r"\d.*\Z", law.stem)
    return match.group().upper() if match else law.stem


def _citation(law: NewLaw, number: str, section: Node | None) -> str:
    """Cites a section in its state's form, as one of the state's statutes."""
    code = next((code for code in CODES if code.jurisdiction == law.state), None)
    if code is None or section is None or code.by_title or "{title}" in code.cite:
        return law.id
    return format_citation(Citation(law.state, code.name, number))


def _marked(root: Node, status: Status, *, headings: bool) -> Node:
    """Gives every provision its text status, and takes a publisher's headings off."""

    def marked(node: Node) -> Node:
        return replace(
            node,
            children=tuple(map(marked, node.children)),
            heading=node.heading if headings or node.kind != "section" else (),
            status="gap" if node.is_gap else status,
        )

    return replace(root, children=tuple(map(marked, root.children)))
