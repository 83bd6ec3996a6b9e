"""The public verbs: each puts the parts of the house together in a few lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from billkit.clauses.bill import Bill
from billkit.clauses.loading import load_bill
from billkit.comparison.codes import CodeComparison, compare_codes
from billkit.comparison.comparing import compare_documents
from billkit.comparison.merging import Merged, merge_documents
from billkit.contrasting import pairing
from billkit.contrasting.lookout import look_at
from billkit.contrasting.printing import PrintedContrast, PrintedMatrix
from billkit.drafting.drafting import draft_bill
from billkit.drafting.recovering import recover
from billkit.errors import Finding, ReadError, Where
from billkit.files import MAX_BYTES, decoded, file_bytes, limited
from billkit.folders import section_texts
from billkit.language.library import ModelLanguage
from billkit.library import load_statute
from billkit.printed import Comparison
from billkit.readers.html import read_html
from billkit.readers.plain_text import read_plain_text
from billkit.readers.xml import looks_like_xml, read_xml
from billkit.reading.drafted import is_drafted
from billkit.reading.profiles import Profile
from billkit.reading.profiling import profile_document
from billkit.text.ladders import Corpus, Ladder
from billkit.tree import Document, Node, Runs, Status, merged

__all__ = [
    "READABLE",
    "SECTIONS",
    "compare",
    "compare_folders",
    "contrast",
    "draft",
    "load_bill",
    "load_statute",
    "matrix",
    "merge",
    "profile",
    "read",
    "read_bytes",
]

READABLE = (".toml", ".xml", ".txt", ".md", ".html", ".htm")
"""The endings of the files that can be read, in the order in which they are told."""

SECTIONS = (".xml", ".txt", ".md", ".html", ".htm")
"""The endings of the files that a folder of sections holds."""

GENERIC = "generic"

_LAWS = frozenset({"in force", "repealed"})
_DOUBTFUL = frozenset({"secondary", "reconstructed", "gap"})


@cache
def _shipped_language() -> ModelLanguage:
    """Gives the model language that billkit ships; it is loaded once."""
    return ModelLanguage()


def draft(bill: Bill, *, jurisdiction: str | None = None) -> Document:
    """Drafts a bill in a state's form.

    Args:
        bill: The bill, from `load_bill`.
        jurisdiction: The state, such as ``us-nd``; the bill's own where none is given, and plain
            forms of no state where it has none.

    Raises:
        DraftError: ``not-in-this-state``, ``no-words`` and others of `draft_bill`.
        ReadError: ``unknown-jurisdiction``.

    Example:
        >>> bill = load_bill("model-act")
        >>> draft(bill, jurisdiction="us-nd").jurisdiction
        'us-nd'
    """
    language = _shipped_language()
    style = language.style(jurisdiction or bill.jurisdiction or GENERIC)
    return draft_bill(bill, style, language=language)


def read(
    source: str | Path, *, jurisdiction: str | None = None, corpus: Corpus = "code"
) -> Document:
    r"""Reads a text of law, or drafts a bill file.

    Args:
        source: A path; or the text itself, which has a blank or a line break and no known ending.
        jurisdiction: The state whose numbering it follows, and for which a bill file is drafted.
        corpus: ``rules`` for administrative rules, where the state numbers them otherwise than
            its code.

    Raises:
        ReadError: the file is not there, not readable, of an unknown kind, or not well formed.
        BillError: a bill file's clauses are wrong.

    Example:
        >>> document = read("(1) One.\n(2) Two:\n(a) of it.")
        >>> document.ids
        ('1', '2', '2/a')
    """
    if isinstance(source, str) and _is_text(source):
        data = source.encode(errors="surrogatepass")
        data = limited(data, over=len(data) > MAX_BYTES)
        return read_bytes(data, jurisdiction=jurisdiction, corpus=corpus)
    path = Path(source)
    suffix = path.suffix.lower()
    if suffix == ".toml":
        return draft(load_bill(path), jurisdiction=jurisdiction)
    data = file_bytes(path)
    if suffix not in READABLE:
        raise ReadError(
            Finding(
                code="unknown-suffix",
                message=f'files ending in "{suffix}" cannot be read.'
                if suffix
                else "the name has no ending that says what the file is.",
                where=Where(file=str(path)),
                hint=f"known are: {', '.join(READABLE)}.",
            )
        )
    return read_bytes(data, suffix=suffix, jurisdiction=jurisdiction, corpus=corpus, file=str(path))


def read_bytes(
    data: bytes,
    *,
    suffix: str = "",
    jurisdiction: str | None = None,
    corpus: Corpus = "code",
    file: str | None = None,
) -> Document:
    """Reads the bytes of a text of law.

    Args:
        data: The bytes.
        suffix: The ending that says what they are; without one, XML is told by how it begins.
        jurisdiction: The state whose numbering it follows.
        corpus: As in `read`.
        file: The name to give in errors.

    Raises:
        ReadError: as the readers of each format.
    """
    if suffix == ".xml" or (not suffix and looks_like_xml(data)):
        return read_xml(data, file=file)
    if suffix in {".html", ".htm"}:
        text = "\n".join(paragraph.replace("\n", " ") for paragraph in read_html(data, file=file))
    else:
        text = decoded(data, file=file)
    ladder = None
    if jurisdiction is not None:
        ladders = _shipped_language().style(jurisdiction).ladders
        told = ladders.rules if corpus == "rules" and ladders.rules else ladders.code
        ladder = Ladder.parse(told.value)
    return read_plain_text(text, ladder=ladder, jurisdiction=jurisdiction or "", file=file)


def _is_text(source: str) -> bool:
    """Says whether a string is a text rather than the name of a file."""
    if "\n" in source:
        return True
    named = Path(source).suffix.lower() in READABLE
    return not named and (" " in source.strip() or not source.strip())


def compare(
    *,
    enacted: Document,
    proposed: Document,
    marks: Literal["readable", "minimal"] = "readable",
    context: Literal["law", "text"] | None = None,
) -> Comparison:
    """Says what a text changes in the law, or how two texts differ, provision by provision.

    Args:
        enacted: The law as it stands, or the earlier or first text.
        proposed: The draft, or the later or second text.
        marks: ``readable`` for few whole hunks, ``minimal`` for the fewest words.
        context: ``law`` for a draft or later version against the law it would change, ``text``
            for two acts of different descent; worked out from the two where none is given.

    Example:
        >>> enacted, proposed = read("(1) The board shall act."), read("(1) The board may act.")
        >>> compare(enacted=enacted, proposed=proposed).summary().deleted_words
        1
    """
    known = context or _context(enacted, proposed)
    return Comparison.of(compare_documents(enacted, proposed, context=known, marks=marks))


def _context(enacted: Document, proposed: Document) -> Literal["law", "text"]:
    """Works out whether a text is held against the law that it would change.

    Two acts in force or repealed are of one descent where they are versions of one citation; a
    text of another state changes nothing.
    """
    states = {enacted.jurisdiction, proposed.jurisdiction} - {""}
    if len(states) > 1:
        return "text"
    if enacted.standing in _LAWS and proposed.standing in _LAWS:
        return "law" if enacted.citation == proposed.citation else "text"
    return "law"


def compare_folders(  # noqa: PLR0913 - each is a choice of its own
    *,
    enacted: str | Path,
    proposed: str | Path,
    jurisdiction: str | None = None,
    corpus: Corpus = "code",
    marks: Literal["readable", "minimal"] = "readable",
    context: Literal["law", "text"] = "law",
) -> CodeComparison:
    """Compares two collections of sections, a file each; only what changed is read as law.

    Args:
        enacted: The folder of the enacted sections.
        proposed: The folder of the proposed ones.
        jurisdiction: The state whose numbering they follow.
        corpus: As in `read`.
        marks: As in `compare`.
        context: ``law`` for two releases of one code, ``text`` for codes of different descent.

    Raises:
        ReadError: ``no-sections`` and others of reading a folder and its files.
    """
    sections = [section_texts(Path(side), suffixes=SECTIONS) for side in (enacted, proposed)]
    suffixes = {name: suffix for side in sections for name, (_, suffix) in side.items()}

    def read_section(name: str, text: str) -> Document:
        return read_bytes(
            text.encode(),
            suffix=suffixes[name],
            jurisdiction=jurisdiction,
            corpus=corpus,
            file=name,
        )

    mine, theirs = ({name: text for name, (text, _) in side.items()} for side in sections)
    return compare_codes(mine, theirs, read=read_section, marks=marks, context=context)


def merge(base: Document, *, one: Document, other: Document) -> Merged:
    """Makes the changes of two versions in the text both started from.

    What comes of it is no law, also where the text is one: it is a draft, and its words are
    confirmed by no copy. Words that are in doubt, or not held, stay marked.

    Args:
        base: The text both started from.
        one: The first version; what both put in one place stands in its order.
        other: The second version.

    Example:
        >>> base = read("(1) The board shall act at once.")
        >>> one = read("(1) The board must act at once.")
        >>> other = read("(1) The board shall act at once and report.")
        >>> merge(base, one=one, other=other).document.provisions[0].words
        '(1) The board must act at once and report.'
    """
    found = merge_documents(base, one, other)
    found = replace(found, document=replace(found.document, file=None))
    if base.standing not in _LAWS:
        return found
    document = replace(
        found.document,
        root=_unconfirmed(found.document.root),
        standing="draft",
        dates={},
        provenance=(),
    )
    return replace(found, document=document)


def _unconfirmed(node: Node) -> Node:
    """Takes what is known of the words of a law from what was made of them; doubts stay."""

    def told(status: Status | None) -> Status | None:
        return status if status in _DOUBTFUL else None

    def words(found: Runs) -> Runs:
        return merged(replace(run, status=told(run.status)) for run in found)

    return replace(
        node,
        heading=words(node.heading),
        text=words(node.text),
        tail=words(node.tail),
        status=told(node.status),
        children=tuple(_unconfirmed(child) for child in node.children),
    )


def profile(what: Document | Bill, *, jurisdiction: str | None = None) -> Profile:
    """Says what an act provides: typed provisions, each with its quotation and place.

    A law of the library has a profile kept by hand, a draft is read by the tags of its clauses,
    any other text by its words, with a confidence for each provision.

    Args:
        what: A law, a draft, a text; or a bill, which is drafted.
        jurisdiction: The state that a bill is drafted for.

    Example:
        >>> law = load_statute("us-ms")
        >>> print(profile(law).cell("term").values["initial"])
        5 years
    """
    if isinstance(what, Bill):
        return profile_document(draft(what, jurisdiction=jurisdiction), bill=what)
    known = recover(what, language=_shipped_language()) if is_drafted(what) else None
    return profile_document(what, recovery=known)


def contrast(
    first: Document | Bill | Profile,
    *others: Document | Bill | Profile,
    kinds: Iterable[str] | None = None,
    jurisdiction: str | None = None,
) -> PrintedContrast:
    """Sets texts of different descent side by side, provision by provision, parameters first.

    Args:
        first: A draft, as a rule; or a bill, a law, a text, or the profile of one.
        *others: What it is held against.
        kinds: The kinds of provision to show; all that any of them has by default.
        jurisdiction: The state that bills are drafted for.

    Example:
        >>> found = contrast(load_bill("model-act"), load_statute("us-ms"), kinds=["renewal"])
        >>> [row.kind for row in found.rows]
        ['renewal']
    """
    profiles: list[Profile] = []
    findings: list[Finding] = []
    for one in (first, *others):
        if isinstance(one, Profile):
            profiles.append(one)
            continue
        document = draft(one, jurisdiction=jurisdiction) if isinstance(one, Bill) else one
        findings.extend(look_at(document))
        profiles.append(
            profile_document(document, bill=one) if isinstance(one, Bill) else profile(document)
        )
    return pairing.contrast_profiles(*profiles, kinds=kinds, findings=findings)


def matrix(
    *what: Document | Bill | Profile,
    kinds: Iterable[str] | None = None,
    jurisdiction: str | None = None,
) -> PrintedMatrix:
    """Sets many acts side by side in one table of provisions by acts.

    Args:
        *what: Laws, drafts, texts, bills, or profiles of them.
        kinds: The kinds of provision to show; all that any of them has by default.
        jurisdiction: The state that bills are drafted for.
    """
    profiles = [
        one if isinstance(one, Profile) else profile(one, jurisdiction=jurisdiction) for one in what
    ]
    return pairing.matrix(*profiles, kinds=kinds)
