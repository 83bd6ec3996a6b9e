"""Records in a reader's own library that a copy was found to agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from billkit.akn import write_akn
from billkit.errors import Finding, OutputError, StatuteError, Where
from billkit.files import write_whole
from billkit.library.choosing import check_day, choose
from billkit.library.loading import load_statute
from billkit.library.shelves import Library
from billkit.library.verifying import Verification
from billkit.tree import Document, Node, Run, Source, Status, merged

__all__ = ["Origin", "own_folder", "raised", "record"]

_ORDER: tuple[Status | None, ...] = (
    "official",
    "corroborated",
    "single-source",
    None,
    "secondary",
    "reconstructed",
    "gap",
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Says where a copy comes from.

    ``source`` is its address or title, ``retrieved`` the day on which it was taken, as 2024-07-01,
    "" where it is not known; ``official`` says that the state itself publishes it.

    Raises:
        StatuteError: ``no-source``, ``bad-date``.
    """

    source: str
    retrieved: str = ""
    official: bool = False

    def __post_init__(self) -> None:
        """Refuses a copy of no known source, and a day that is none."""
        if not self.source.strip():
            raise StatuteError(
                Finding(
                    code="no-source",
                    message="a copy without a source proves nothing.",
                    hint="name its address or its title.",
                )
            )
        if self.retrieved:
            check_day(self.retrieved)

    def known(self, of: str) -> Source:
        """Gives the source as documents keep it, with what it served for."""
        return Source(of=of, source=self.source.strip(), retrieved=self.retrieved)


def record(
    verification: Verification,
    *,
    into: Path | str,
    origin: Origin,
    library: Library | Path | str | None = None,
) -> Path:
    """Writes a law with the copy as a source, and raises the status of what agrees with it.

    A copy that its state publishes makes words official. Any other confirms: words of one source
    become corroborated where the copy is another; quoted and reconstructed words become those of
    a single source. Provisions that differ, and what is not held, stay as they are.

    Args:
        verification: What `verify` found.
        into: The folder of the reader's own library; it is made where it is not there.
        origin: Where the copy comes from.
        library: As for `load_statute`; the library that was verified.

    Returns:
        The file that was written.

    Raises:
        StatuteError: ``not-one-law``, ``nothing-agrees``.
        OutputError: ``unwritable-output``.
    """
    shelves = library if isinstance(library, Library) else Library.open(library)
    id_, at, label = verification.id.partition("@")
    statute = shelves.statute(id_) if "/" in id_ else None
    if statute is None:
        raise StatuteError(
            Finding(
                code="not-one-law",
                message=f'"{verification.id}" is not one law but an act; record each of its laws.',
            )
        )
    agreeing = {each.id for each in verification.provisions if each.outcome == "agrees"}
    version = choose(statute, label=label if at else None)
    document = load_statute(verification.id, include_reconstructed=True, library=shelves)
    worded = [id_ for id_ in document.ids if id_ in agreeing and document.by_id[id_].words]
    if not worded:
        raise StatuteError(
            Finding(
                code="nothing-agrees",
                message=f"no provision of {verification.citation} agrees with the copy.",
                where=Where(file=verification.against),
            )
        )
    again = any(_same(origin.source, known.source) for known in document.provenance)
    confirmed = replace(
        raised(document, agreeing, official=origin.official, independent=not again),
        provenance=(*document.provenance, origin.known(_named(document, agreeing))),
    )
    folder = own_folder(into)
    file = folder / f"{statute.version_id(version)}.xml"
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, write_akn(confirmed, work=statute.work(version)), force=True)
    return file


def own_folder(into: Path | str) -> Path:
    """Makes the folder of a reader's own library where it is not there.

    Raises:
        OutputError: ``unwritable-output``.
    """
    folder = Path(into)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            Finding(
                code="unwritable-output",
                message=f"the folder cannot be made: {(error.strerror or 'no reason').lower()}.",
                where=Where(file=str(folder)),
            )
        ) from None
    return folder


def _same(one: str, other: str) -> bool:
    """Says whether two sources are the same address."""
    return one.strip().rstrip("/").casefold() in other.casefold()


def _named(document: Document, agreeing: set[str]) -> str:
    """Names the provisions that a copy confirms: all of them, or the outermost one by one."""
    held = [id_ for id_ in document.ids if not document.by_id[id_].is_gap]
    if set(held) <= agreeing:
        return "all that is held"
    parents = document.parents
    whole = [id_ for id_ in held if _whole(document, id_, agreeing)]
    outermost = [id_ for id_ in whole if parents[id_] not in whole]
    alone = [id_ for id_ in held if id_ in agreeing and id_ not in whole and _bears(document, id_)]
    inside = {id_ for id_ in alone if not any(id_.startswith(f"{top}/") for top in outermost)}
    return ", ".join(
        _place(document, id_, whole=id_ in outermost)
        for id_ in document.ids
        if id_ in outermost or id_ in inside
    )


def _place(document: Document, id_: str, *, whole: bool) -> str:
    """Names a provision, or its own words where it is not meant with all that stands below it."""
    path = document.path(id_).removeprefix(document.citation).strip(", ")
    if whole or not document.by_id[id_].children:
        return path or "all of it"
    return f"the opening words of {path}" if path else "the opening words"


def _bears(document: Document, id_: str) -> bool:
    """Says whether a provision has words beside its number."""
    node = document.by_id[id_]
    return bool(node.text or node.heading or node.tail)


def _whole(document: Document, id_: str, agreeing: set[str]) -> bool:
    """Says whether a provision agrees with everything below it."""
    below = [each for each in document.ids if each == id_ or each.startswith(f"{id_}/")]
    return all(each in agreeing for each in below)


def raised(
    document: Document, agreeing: Iterable[str], *, official: bool, independent: bool = True
) -> Document:
    """Raises the text status of provisions that agree with a copy.

    Args:
        document: The law.
        agreeing: The ids of the provisions whose own words agree.
        official: Whether the state itself publishes the copy.
        independent: Whether the copy is another source than those that are known.
    """
    chosen = set(agreeing)
    names = dict(zip(map(id, document.provisions), document.ids, strict=True))

    def better(status: Status | None) -> Status | None:
        if official:
            return "official"
        if not independent:
            return status
        return _CONFIRMED.get(status, status)

    def rebuilt(node: Node) -> Node:
        children = tuple(rebuilt(child) for child in node.children)
        if names.get(id(node)) not in chosen or node.is_gap:
            return replace(node, children=children)
        changed = {
            part: tuple(replace(run, status=better(run.status or node.status)) for run in words)
            for part, words in (("heading", node.heading), ("text", node.text), ("tail", node.tail))
        }
        statuses = [run.status for words in changed.values() for run in words]
        status = max(statuses, key=_ORDER.index) if statuses else better(node.status)
        plain = {part: _plain(words, status) for part, words in changed.items()}
        return replace(
            node,
            heading=plain["heading"],
            text=plain["text"],
            tail=plain["tail"],
            children=children,
            status=status,
        )

    root = replace(document.root, children=tuple(map(rebuilt, document.root.children)))
    return replace(document, root=root)


_CONFIRMED: Mapping[Status | None, Status] = {
    "single-source": "corroborated",
    None: "single-source",
    "secondary": "single-source",
    "reconstructed": "single-source",
}


def _plain(words: tuple[Run, ...], status: Status | None) -> tuple[Run, ...]:
    """Leaves the status of runs out where it is that of their provision."""
    return merged(replace(run, status=None) if run.status == status else run for run in words)
