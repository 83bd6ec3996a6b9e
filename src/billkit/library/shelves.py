"""Where laws are found: the library that billkit ships, and the reader's own before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from billkit.akn import Work, read_akn, read_work
from billkit.errors import Finding, StatuteError, Where
from billkit.files import file_bytes
from billkit.library.counting import count_statuses
from billkit.library.index import (
    ActEntry,
    EventEntry,
    Index,
    SourceEntry,
    StatuteEntry,
    TextType,
    VersionEntry,
    read_index,
)
from billkit.shipped import shipped
from billkit.tree import Document

__all__ = ["Library", "Statute", "Version"]

_NEAR = 0.7
"""How like a known id a name must be for it to be suggested."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a law that is held, and its file."""

    entry: VersionEntry
    file: Path

    def read(self) -> Document:
        """Reads its text as it stands in the file."""
        return read_akn(file_bytes(self.file), file=str(self.file))


@dataclass(frozen=True, slots=True)
class Statute:
    """A law of the library with the versions that are held, the earliest first."""

    entry: StatuteEntry
    versions: tuple[Version, ...]

    @property
    def id(self) -> str:
        """Its id, without a version."""
        return self.entry.id

    @property
    def jurisdiction(self) -> str:
        """Its state: ``us-ky``."""
        return self.entry.id.partition("/")[0]

    def version_id(self, version: Version) -> str:
        """Gives the id of a version: ``us-ky/krs-156.108@2012``."""
        label = version.entry.label
        return f"{self.entry.id}@{label}" if label else self.entry.id

    def work(self, version: Version) -> Work:
        """Gives what a file of this version says of the law's name and life."""
        return Work(self.version_id(version), tuple(event.event() for event in self.entry.events))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A folder of statute files, with or without an index."""

    folder: Path
    index: Index | None

    def file(self, id_: str, label: str) -> Path:
        """Gives the place of a version's file."""
        return self.folder / f"{id_}{'@' if label else ''}{label}.xml"


@dataclass(frozen=True, slots=True)
class Library:
    """The shelves in the order in which they are searched."""

    shelves: tuple[_Shelf, ...]

    @classmethod
    def open(cls, folder: Path | str | None = None) -> Library:
        """Opens the library that billkit ships, and before it a folder of the reader's own.

        Args:
            folder: A folder laid out as billkit's own: a file ``us-ky/krs-156.108@2012.xml`` for
                each version, with or without an ``index.toml``.

        Raises:
            StatuteError: ``no-such-library``, ``bad-index``.
        """
        folders = [shipped("statutes")]
        if folder is not None:
            if not Path(folder).is_dir():
                raise StatuteError(
                    Finding(
                        code="no-such-library",
                        message=f'there is no folder "{folder}" to look for statutes in.',
                        where=Where(file=str(folder)),
                        hint="statutes import makes one; leave the option out for what is shipped.",
                    )
                )
            folders.insert(0, Path(folder))
        return cls(tuple(_Shelf(each, _index_of(each)) for each in folders))

    def ids(self) -> tuple[str, ...]:
        """Gives the ids of all laws, in order."""
        found = {id_: None for shelf in self.shelves if shelf.index for id_ in shelf.index.statutes}
        found.update(dict.fromkeys(id_ for id_, _, _ in self._unlisted()))
        return tuple(sorted(found))

    def act_ids(self) -> tuple[str, ...]:
        """Gives the ids of all acts, in order."""
        found = {id_ for shelf in self.shelves if shelf.index for id_ in shelf.index.acts}
        return tuple(sorted(found))

    def act(self, id_: str) -> ActEntry | None:
        """Gives the act of that id."""
        entries = (shelf.index.act(id_) for shelf in self.shelves if shelf.index)
        return next((entry for entry in entries if entry), None)

    def default_act(self, state: str) -> ActEntry | None:
        """Gives the act that the bare name of a state means."""
        acts = (self.act(id_) for id_ in self.act_ids() if id_.startswith(f"{state}/"))
        return next((act for act in acts if act and act.default), None)

    def statute(self, id_: str) -> Statute | None:
        """Gives the law of that id with its versions.

        A version on the reader's own shelf takes the place of the shipped one of its label, and
        its words are counted anew; one of a new label follows them.
        """
        entries = (shelf.index.statute(id_) for shelf in self.shelves if shelf.index)
        entry = next((found for found in entries if found), None)
        own = {label: file for found, label, file in self._unlisted() if found == id_}
        if entry is None:
            return _unlisted_statute(id_, own) if own else None
        versions: list[Version] = []
        for version in entry.version:
            file = own.pop(version.label, None)
            if file is None:
                versions.append(Version(version, self._file(id_, version.label)))
            else:
                versions.append(_counted(Version(version, file)))
        versions += [_described(label, file) for label, file in sorted(own.items())]
        return Statute(entry, tuple(versions))

    def suggestion(self, what: str) -> str:
        """Says in a hint which id may be meant."""
        states = {id_.partition("/")[0] for id_ in (*self.ids(), *self.act_ids())}
        known = [*self.ids(), *self.act_ids(), *sorted(states)]
        stems = {id_.rpartition("/")[2]: id_ for id_ in reversed(known)}
        wanted = what.casefold().partition("@")[0]
        near = get_close_matches(wanted, known, 1, _NEAR) or get_close_matches(
            wanted, stems, 1, _NEAR
        )
        if not near:
            return "billkit statutes list shows what is held."
        return f'did you mean "{stems.get(near[0], near[0])}"?'

    def _file(self, id_: str, label: str) -> Path:
        """Gives the first shelf's file that is there; the last shelf's where none is."""
        files = [shelf.file(id_, label) for shelf in self.shelves]
        return next((file for file in files if file.is_file()), files[-1])

    def _unlisted(self) -> Iterator[tuple[str, str, Path]]:
        """Yields id, label and place of every file on the reader's own shelf."""
        for shelf in self.shelves[:-1]:
            for file in sorted(shelf.folder.glob("us-??/*.xml")):
                stem, _, label = file.name.removesuffix(".xml").partition("@")
                yield f"{file.parent.name}/{stem}", label, file


def _index_of(folder: Path) -> Index | None:
    """Reads a folder's index, where it has one."""
    file = folder / "index.toml"
    return read_index(file) if file.is_file() else None


def _counted(version: Version) -> Version:
    """Counts the words of a version anew."""
    document = version.read()
    counts = count_statuses(document)
    sources = tuple(SourceEntry.of_source(source) for source in document.provenance)
    known = {"words": dict(counts.words), "gaps": counts.gaps, "sources": sources}
    return replace(version, entry=version.entry.model_copy(update=known))


def _described(label: str, file: Path) -> Version:
    """Describes a version that no index lists, from its own file."""
    bare = VersionEntry.model_construct(label=label)
    document = Version(bare, file).read()
    version = _counted(Version(bare, file))
    known = {
        "in_force": document.dates.get("in-force", ""),
        "complete": version.entry.gaps == 0,
    }
    return replace(version, entry=version.entry.model_copy(update=known))


def _unlisted_statute(id_: str, files: dict[str, Path]) -> Statute:
    """Describes a law that no index lists, from its own files."""
    versions = tuple(_described(label, file) for label, file in sorted(files.items()))
    last = versions[-1]
    document = last.read()
    work = read_work(file_bytes(last.file), file=str(last.file))
    type_: TextType = "bill" if document.standing in {"bill", "draft"} else "statute"
    entry = StatuteEntry.model_construct(
        id=id_,
        citation=document.citation or id_,
        title=document.title,
        type=type_,
        events=tuple(map(EventEntry.of_event, work.events)),
        version=tuple(version.entry for version in versions),
    )
    return Statute(entry, versions)
