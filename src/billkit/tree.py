"""The one shape of every text of law: a document, its provisions, and the runs of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from billkit.errors import Finding, ReadError, Where
from billkit.text.codes import cited_levels
from billkit.text.enumerators import slug

__all__ = [
    "MAX_DEPTH",
    "Document",
    "Laid",
    "Node",
    "Role",
    "Run",
    "Runs",
    "Source",
    "Standing",
    "Status",
    "join",
    "merged",
    "runs",
]

Status: TypeAlias = Literal[
    "official", "corroborated", "single-source", "secondary", "reconstructed", "gap"
]
"""How far the words of a provision can be trusted (DESIGN 6); a gap holds no words."""

Role: TypeAlias = Literal["law", "frame"]
"""``law`` is what the act says; ``frame`` what makes it a bill: title, enacting clause, heads."""

Standing: TypeAlias = Literal["in force", "repealed", "bill", "draft", "text"]
"""Where a document stands; ``text`` is one of which nothing is known."""

MAX_DEPTH = 64
"""How deep provisions may be nested."""

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Holds some words of a provision and what is known of them.

    ``origin`` names the clause and the field that filled the words in; ``ref`` is the target of a
    reference; ``status`` is the text status where it differs from that of the provision. None of
    them counts when texts are compared for equality.
    """

    text: str
    origin: tuple[str, str] | None = field(default=None, compare=False)
    ref: str | None = field(default=None, compare=False)
    status: Status | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Refuses control characters; what can be printed has none."""
        if not self.text.isprintable() and (found := _CONTROL.search(self.text)):
            start = max(found.start() - 20, 0)
            excerpt = re.sub(_CONTROL, "\N{REPLACEMENT CHARACTER}", self.text[start : start + 60])
            raise ReadError(
                Finding(
                    code="control-character",
                    message=f"the text holds the control character U+{ord(found.group()):04X}.",
                    excerpt=excerpt.replace("\n", " "),
                    caret=(found.start() - start, 1),
                    hint="remove it; law is letters, marks, blanks and line breaks.",
                )
            )


Runs: TypeAlias = tuple[Run, ...]


def join(words: Runs) -> str:
    """Joins runs to the text they spell."""
    return words[0].text if len(words) == 1 else "".join([run.text for run in words])


def merged(words: Iterable[Run]) -> Runs:
    """Puts neighbouring runs of the same origin, reference and status together, drops empty ones.

    Blanks at both edges are taken off: that is the canonical form of a text.
    """
    out: list[Run] = []
    for run in words:
        if not run.text:
            continue
        last = out[-1] if out else None
        if last and (last.origin, last.ref, last.status) == (run.origin, run.ref, run.status):
            out[-1] = replace(last, text=last.text + run.text)
        else:
            out.append(run)
    while out and not (stripped := out[0].text.lstrip()):
        out.pop(0)
    if out and stripped != out[0].text:
        out[0] = replace(out[0], text=stripped)
    while out and not (stripped := out[-1].text.rstrip()):
        out.pop()
    if out and stripped != out[-1].text:
        out[-1] = replace(out[-1], text=stripped)
    return tuple(out)


def runs(text: str) -> Runs:
    """Makes runs of a plain text: one, or none where the text is blank."""
    return (Run(text),) if text and (text := text.strip()) else ()


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A provision: its number and heading as printed, its own words, and what stands below it.

    ``kind`` is the jurisdiction's own term; ``text`` stands before the children, ``tail`` after the
    last; ``heading`` is only what a legislature enacts, ``label`` is billkit's own short
    description, and for a gap says what is missing. Nodes hold no address: see `Document`.

    Two nodes are equal where kind, number, heading, text, tail, children, role and status are.

    Raises:
        ReadError: ``too-deep`` where children are nested deeper than `MAX_DEPTH`.
    """

    kind: str
    num: str | None = None
    heading: Runs = ()
    text: Runs = ()
    children: tuple[Node, ...] = ()
    tail: Runs = ()
    role: Role = "law"
    status: Status | None = None
    label: str = ""
    depth: int = field(init=False, repr=False)
    words: str = field(init=False, repr=False)
    tail_words: str = field(init=False, repr=False)
    _digest: int | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Works out once what every comparison asks for again and again."""
        depth = 1 + max([child.depth for child in self.children]) if self.children else 1
        if depth > MAX_DEPTH + 1:
            raise ReadError(
                Finding(
                    code="too-deep",
                    message=f"provisions are nested deeper than {MAX_DEPTH} levels.",
                    hint="no law is; look for a list that was never closed.",
                )
            )
        words = join(self.text)
        if self.heading:
            heading = join(self.heading)
            words = f"{heading} {words}" if words and heading else heading or words
        if self.num:
            words = f"{self.num} {words}" if words else self.num
        put = object.__setattr__
        put(self, "depth", depth)
        put(self, "words", words)
        put(self, "tail_words", join(self.tail) if self.tail else "")
        put(self, "_digest", None)

    def _own(self) -> tuple[object, ...]:
        """Gives all that equality looks at, but for the children."""
        return (
            self.kind,
            self.num,
            len(join(self.heading)),
            self.words,
            self.tail_words,
            self.role,
            self.status,
        )

    @property
    def digest(self) -> int:
        """A number that is the same for equal provisions."""
        if self._digest is None:
            found = hash((self._own(), tuple([child.digest for child in self.children])))
            object.__setattr__(self, "_digest", found)
            return found
        return self._digest

    def __eq__(self, other: object) -> bool:
        """Compares what the law sees: not origin, reference, label or place."""
        if not isinstance(other, Node):
            return NotImplemented
        return self is other or (self._own() == other._own() and self.children == other.children)

    def __hash__(self) -> int:
        """Agrees with equality."""
        return self.digest

    def walk(self) -> Iterator[Node]:
        """Yields the node and everything below it in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    @property
    def is_gap(self) -> bool:
        """Says whether the provision's own words are not held."""
        return self.status == "gap"


class Laid(NamedTuple):
    """The provisions of a document as lists, in the order of the text.

    ``parents`` are places in these lists (-1 for the root), ``ends`` the place after the last
    provision below.
    """

    ids: list[str]
    nodes: list[Node]
    parents: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Source:
    """Names where words come from: an address or a title, and what it served for."""

    of: str
    source: str
    retrieved: str = ""


@dataclass(frozen=True)
class Document:
    """A text of law or a draft: a root whose children are its provisions, and what is known of it.

    The root bears no words of its own. ``dates`` are ISO dates under ``enacted``, ``in-force`` and
    ``repealed``, as far as known. ``file`` and ``lines`` (one for each provision in the order of
    the text, counted from 1) say where it was read. Where a document holds several sections,
    ``citations`` gives each section's own under its id. None of these, nor ``provenance``, counts
    for equality.
    """

    root: Node
    citation: str = ""
    title: str = ""
    jurisdiction: str = ""
    standing: Standing = "text"
    dates: Mapping[str, str] = field(default_factory=dict, hash=False)
    provenance: tuple[Source, ...] = field(default=(), compare=False)
    file: str | None = field(default=None, compare=False)
    lines: tuple[int, ...] = field(default=(), compare=False)
    citations: Mapping[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def laid(self) -> Laid:
        """Every node but the root laid out flat, in the order of the text."""
        laid = Laid([], [], [], [])
        _lay(self.root.children, "", -1, laid)
        return laid

    @cached_property
    def provisions(self) -> tuple[Node, ...]:
        """Every node but the root, in the order of the text."""
        return tuple(self.laid.nodes)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each provision, in the order of the text: ``sec-1/2/a``.

        An id is the path of enumerators without punctuation; a repeat gets ``~2``; a provision
        without a number is ``p1``, ``p2`` among those of its parent.
        """
        return tuple(self.laid.ids)

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Every provision under its id."""
        return dict(zip(self.ids, self.provisions, strict=True))

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """The id of each provision's parent, under the provision's id; "" stands for the root."""
        return {id_: id_.rpartition("/")[0] for id_ in self.ids}

    def path(self, id_: str) -> str:
        """Gives the legal path of a provision: its citation and the enumerators down to it.

        A section's own number is the citation's where the document is that section. Enumerators
        are written as the code cites them, where it is known.

        Example:
            ``KRS 160.107(2)(a)``, ``N.H. RSA 194-E:2, I(a)``
        """
        nums: list[str] = []
        step = ""
        citation = self.citations.get(id_.partition("/")[0], self.citation)
        forms = cited_levels(citation, jurisdiction=self.jurisdiction)
        depth = 0
        for part in id_.split("/"):
            step = f"{step}/{part}" if step else part
            node = self.by_id[step]
            if step in self.citations:
                continue
            if node.kind == "section" and node.num and _names(citation, node.num):
                continue
            section = node.kind == "section"
            form = forms[min(depth, len(forms) - 1)] if forms and not section else "({})"
            nums.append(_bracketed(node, part, form))
            depth += not section
        tail = "".join(nums)
        if not citation:
            return tail.strip(" ,")
        return f"{citation}{tail}"

    def where(self, id_: str) -> Where:
        """Gives the place of a provision: file, line and legal path, as far as known."""
        line = None
        if self.lines:
            line = self.lines[self.ids.index(id_)]
        return Where(file=self.file, line=line, path=self.path(id_))

    def __str__(self) -> str:
        """Names the document for people."""
        return self.citation or self.title or "untitled text"

    def __repr__(self) -> str:
        """Names the document and its size, short."""
        return f"<Document {self!s}: {len(self.provisions)} provisions>"


def _lay(nodes: tuple[Node, ...], start: str, above: int, laid: Laid) -> None:
    """Lays siblings and what stands below them out flat, named by enumerators or by count."""
    seen: dict[str, int] = {}
    unnumbered = 0
    for node in nodes:
        num = node.num
        step = (slug(num, unit="sec") if node.kind == "section" else slug(num)) if num else ""
        if not step:
            unnumbered += 1
            step = f"p{unnumbered}"
        count = seen[step] = seen.get(step, 0) + 1
        id_ = f"{start}{step}" if count == 1 else f"{start}{step}~{count}"
        here = len(laid.ids)
        laid.ids.append(id_)
        laid.nodes.append(node)
        laid.parents.append(above)
        laid.ends.append(here + 1)
        if node.children:
            _lay(node.children, f"{id_}/", here, laid)
            laid.ends[here] = len(laid.ids)


def _names(citation: str, num: str) -> bool:
    """Says whether a citation already names the section of that number: ``§ 52`` for ``Sec. 52.``.

    Example:
        >>> _names("Laws 2017, ch. 5, art. 2, § 52", "Sec. 52."), _names("RSA 194-E", "194-E:3")
        (True, False)
    """
    bare = re.search(r"[^\s§]*\w\Z", re.sub(r"\W+\Z", "", num))
    if not citation or bare is None:
        return False
    return bool(re.search(rf"(?<![\w.:-]){re.escape(bare[0])}\.?\Z", citation))


def _bracketed(node: Node, step: str, form: str = "({})") -> str:
    """Writes one step of a legal path: ``(2)``, ``, section 4``, ``, subd. 1``.

    A number that is printed in brackets is cited in brackets; others as the code does.
    """
    unit, _, value = step.partition("-")
    match unit:
        case "sec" if value:
            return f", section {value}"
        case "subd" if value:
            return f", subd. {value}"
        case "art" if value:
            return f", article {value}"
    if not node.num:
        return f" [{step}]"
    return f"({step})" if node.num.startswith("(") else form.format(step)
