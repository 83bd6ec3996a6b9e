"""What a name on the command line stands for: a file, a law, a state, a preset, or the input."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from billkit import _api
from billkit.clauses.bill import Bill
from billkit.clauses.composing import preset_names
from billkit.clauses.loading import load_bill, shipped_presets
from billkit.contrasting.lookout import look_at
from billkit.contrasting.pairing import contrast_profiles
from billkit.errors import Finding, ReadError, StatuteError, Where
from billkit.files import MAX_BYTES, decoded, limited
from billkit.library import Library, load_statute
from billkit.library.choosing import check_day
from billkit.library.loading import holds
from billkit.readers.xml import looks_like_xml
from billkit.reading.contrasts import Contrast
from billkit.reading.loading import jurisdictions, load_profile, load_profiles
from billkit.reading.profiles import Profile
from billkit.reading.profiling import profile_document
from billkit.text.ladders import Corpus
from billkit.tree import Document

__all__ = ["Inputs", "Profiled", "contrast_of"]

INPUT = "-"
STDIN = "<stdin>"
_LIKE_AN_ID = re.compile(r"us-[a-z]{2}(?:/.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Profiled:
    """What an act says, and its text, where any of it is held."""

    profile: Profile
    document: Document | None


@dataclass
class Inputs:
    """Finds and reads what is named; the input can be read once.

    A law of the library wins over a file whose name has no known ending. A text is numbered, and a
    bill drafted, for ``jurisdiction``; ``corpus`` says whether texts are law or rules.
    """

    library: Path | None = None
    on: str | None = None
    include_reconstructed: bool = False
    corpus: Corpus = "code"
    _shelves: Library | None = field(default=None, init=False)
    _read: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Looks at the day and the folder at once, also where nothing is taken from a library.

        Raises:
            StatuteError: ``bad-date``, ``no-such-library``.
        """
        if self.on is not None:
            check_day(self.on)
        if self.library is not None:
            self._shelves = Library.open(self.library)

    def document(self, what: str, *, jurisdiction: str | None = None) -> Document:
        """Gives what is named as a document; a bill is drafted.

        Raises:
            ReadError: ``missing-file``, ``is-a-folder``, ``unknown-suffix`` and others of reading.
            StatuteError: ``unknown-statute`` and others of `load_statute`.
            BillError: a bill's clauses are wrong.
        """
        return self._drafted(self.taken(what, jurisdiction=jurisdiction), jurisdiction)

    def pair(
        self,
        enacted: str,
        proposed: str,
        *,
        enacted_jurisdiction: str | None = None,
        proposed_jurisdiction: str | None = None,
    ) -> tuple[Document, Document]:
        """Gives two sides; a bill that is of no state is drafted for the other side's."""
        first = self.taken(enacted, jurisdiction=enacted_jurisdiction)
        second = self.taken(proposed, jurisdiction=proposed_jurisdiction)
        return (
            self._drafted(first, enacted_jurisdiction, of=second),
            self._drafted(second, proposed_jurisdiction, of=first),
        )

    def versions(
        self, base: str, *others: str, jurisdiction: str | None = None
    ) -> tuple[Document, ...]:
        """Gives a text and versions of it; a bill that is of no state is drafted for the text's."""
        origin = self.taken(base, jurisdiction=jurisdiction)
        versions = [self.taken(other, jurisdiction=jurisdiction) for other in others]
        found = (origin, *versions)
        return tuple(self._drafted(one, jurisdiction, of=origin) for one in found)

    def _drafted(
        self, taken: Bill | Document, jurisdiction: str | None, of: Bill | Document | None = None
    ) -> Document:
        """Drafts what is still a bill: for the state asked for, else its own, else the other's."""
        if isinstance(taken, Document):
            return taken
        other = of.jurisdiction if of is not None else None
        return _api.draft(taken, jurisdiction=jurisdiction or taken.jurisdiction or other or None)

    def taken(self, what: str, *, jurisdiction: str | None = None) -> Bill | Document:
        """Gives what is named, a bill as a bill."""
        _check_name(what)
        path = Path(what)
        suffix = path.suffix.lower()
        if what == INPUT:
            return self._input(jurisdiction)
        if suffix == ".toml":
            return load_bill(path)
        is_file_name = suffix in _api.READABLE
        if not is_file_name and holds(what, library=self.shelves):
            return self._law(what)
        if is_file_name or _exists(path):
            return _api.read(path, jurisdiction=jurisdiction, corpus=self.corpus)
        if what in preset_names(shipped_presets()):
            return load_bill(what)
        if _LIKE_AN_ID.fullmatch(what):
            return self._law(what)
        raise self._nothing(what)

    def profiles(self, *names: str, jurisdiction: str | None = None) -> list[Profiled]:
        """Gives what is named as profiles; a bill of no state is drafted for the first law's.

        A state or an act has the profile kept by hand, also where none of its text is held.

        Raises:
            ReadError: as `document`.
            StatuteError: as `document`.
            BillError: a bill's clauses are wrong.
        """
        found: list[Bill | Profiled] = []
        for name in names:
            taken = self._kept(name) or self.taken(name, jurisdiction=jurisdiction)
            if isinstance(taken, Document):
                taken = Profiled(_api.profile(taken), taken)
            found.append(taken)
        states = [one.profile.jurisdiction for one in found if isinstance(one, Profiled)]
        other = next((state for state in states if state), None)
        out: list[Profiled] = []
        for one in found:
            if isinstance(one, Profiled):
                out.append(one)
                continue
            draft = _api.draft(one, jurisdiction=jurisdiction or one.jurisdiction or other)
            out.append(Profiled(profile_document(draft, bill=one), draft))
        return out

    def _kept(self, what: str) -> Profiled | None:
        """Gives the profile kept by hand of a state or an act that billkit ships."""
        state, _, act = what.partition("/")
        if self.on or state not in jurisdictions():
            return None
        kept = {profile.id: profile for profile in load_profiles(state)}
        if act and act not in kept:
            return None
        profile = kept[act] if act else load_profile(state)
        held = holds(what, library=self.shelves)
        try:
            return Profiled(profile, self._law(what) if held else None)
        except StatuteError:
            return Profiled(profile, None)

    def bill(self, what: str) -> Bill:
        """Gives a bill: from a file, from the input, or a preset by its name.

        Raises:
            ReadError: there is no such file or preset, or it is no bill file.
            BillError: the bill's clauses are wrong.
        """
        if what == INPUT:
            return load_bill(f"{decoded(self._bytes(), file=STDIN)}\n")
        _check_name(what)
        presets = preset_names(shipped_presets())
        path = Path(what)
        if what in presets and not path.is_file():
            return load_bill(what)
        if path.suffix.lower() != ".toml" and path.is_file():
            raise ReadError(
                Finding(
                    code="unknown-suffix",
                    message="this is not a bill file.",
                    where=Where(file=what),
                    hint="a bill file is TOML and ends in .toml.",
                )
            )
        if not _exists(path) and path.suffix.lower() != ".toml":
            raise ReadError(
                Finding(
                    code="missing-file",
                    message="there is no such file, and no preset of this name.",
                    where=Where(file=what),
                    hint=f"presets are: {', '.join(sorted(presets))}.",
                )
            )
        return load_bill(path)

    @property
    def shelves(self) -> Library:
        """The library, opened when first asked for."""
        if self._shelves is None:
            self._shelves = Library.open(self.library)
        return self._shelves

    def _law(self, what: str) -> Document:
        """Loads a law of the library."""
        return load_statute(
            what,
            on=self.on,
            include_reconstructed=self.include_reconstructed,
            library=self.shelves,
        )

    def _bytes(self) -> bytes:
        """Takes the input in, once."""
        if sys.stdin is None:
            return limited(b"", over=False, file=STDIN)
        if self._read:
            raise ReadError(
                Finding(
                    code="input-read-before",
                    message="the input (-) can stand for one text alone.",
                    hint="save the other one to a file.",
                )
            )
        self._read = True
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        return limited(data, over=len(data) > MAX_BYTES, file=STDIN)

    def _input(self, jurisdiction: str | None) -> Bill | Document:
        """Reads the input: XML, a web page or a bill file by how it begins, else plain text."""
        data = self._bytes()
        head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].lower()
        if looks_like_xml(data):
            return _api.read_bytes(data, suffix=".xml", file=STDIN)
        if head.startswith((b"<!doctype html", b"<html")):
            return self._text(data, ".html", jurisdiction)
        if _is_toml(data):
            return load_bill(f"{decoded(data, file=STDIN)}\n")
        return self._text(data, ".txt", jurisdiction)

    def _text(self, data: bytes, suffix: str, jurisdiction: str | None) -> Document:
        """Reads the input as a text of law."""
        return _api.read_bytes(
            data, suffix=suffix, jurisdiction=jurisdiction, corpus=self.corpus, file=STDIN
        )

    def _nothing(self, what: str) -> ReadError | StatuteError:
        """Says that nothing is of that name."""
        return ReadError(
            Finding(
                code="missing-file",
                message="there is no such file, and the library has no law of this name.",
                where=Where(file=what),
                hint=self.shelves.suggestion(what),
            )
        )


def _check_name(what: str) -> None:
    """Refuses what can be the name of nothing here: an empty one, an address.

    Raises:
        ReadError: ``missing-file``.
    """
    if not what.strip():
        message, hint = "the name is empty.", "name a file, a statute, a state, or - ."
    elif re.match(r"[a-z]+://", what):
        message = "this is an address, and nothing is ever fetched."
        hint = "save the page to a file, and name the file."
    else:
        return
    raise ReadError(
        Finding(code="missing-file", message=message, where=Where(file=what or '""'), hint=hint)
    )


def contrast_of(profiled: Sequence[Profiled], *, kinds: Iterable[str] | None) -> Contrast:
    """Sets profiles side by side, with what there is to look at in their texts."""
    findings = [
        finding for one in profiled if one.document is not None for finding in look_at(one.document)
    ]
    profiles = [one.profile for one in profiled]
    return contrast_profiles(*profiles, kinds=kinds, findings=findings)


def _is_toml(data: bytes) -> bool:
    """Says whether bytes are TOML with a key in it, as no text of law is."""
    try:
        return bool(tomllib.loads(data.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


def _exists(path: Path) -> bool:
    """Says whether a file or folder is there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
