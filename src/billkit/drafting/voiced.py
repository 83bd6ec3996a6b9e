"""Says clauses as a draft does, and knows by which words each value of a field is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from billkit.clauses.clause import Clause
from billkit.clauses.names import Names
from billkit.errors import BillkitError
from billkit.language.filling import Pointer, Words
from billkit.language.library import ModelLanguage
from billkit.language.passages import Passage
from billkit.language.templates import Rendered
from billkit.language.voice import Voice
from billkit.language.wordings import Arm, Hole, Piece
from billkit.reading.recovery.speaking import Cue
from billkit.reading.recovery.streams import CLOSE, OPEN, POINT, SAYS

__all__ = ["Voiced"]

_END = re.compile(r"(?:[;,](?: (?:and|or)|;)?|\.)$")
_ANY_END = r"(?:[;,.]{0,2}(?: (?:and|or))?)"
_NOTHING = re.compile(r"(?!)")
_POINT_MARK = re.compile(r"(?:^| )- ")
_ANYTHING = f"[^{CLOSE}]*?"


@dataclass(frozen=True, slots=True)
class Voiced:
    """Puts clauses in words as one state's style does."""

    language: ModelLanguage
    voice: Voice
    text: str
    """All the words of the draft, in small letters: a value whose words it has not is not told."""

    @property
    def names(self) -> Names:
        """The names of the bill."""
        return self.voice.names

    def variants(self, kind: str) -> Sequence[str]:
        """Names the texts there are for a kind of clause, the model's first."""
        return self.language.variants(kind)

    def rendered(self, clause: Clause) -> Rendered | None:
        """Puts a clause in words; None where there are none for it."""
        try:
            return self.language.render(clause, self.voice)
        except BillkitError:
            return None

    def say(self, clause: Clause) -> str | None:
        """Puts a clause in words, as a stream holds them; None where there are none for it."""
        rendered = self.rendered(clause)
        if rendered is None:
            return None
        return " ".join(part for passage in rendered.passages for part in _said(passage))

    def cues(self, clause: str, kind: str, variant: str) -> Sequence[Cue]:
        """Gives the words of every value that a text tells apart."""
        arms = self.language.arms(kind, variant, self.voice.style)
        own = (_cue(arm, clause, self.voice, self.text) for arm in arms)
        return tuple(cue for cue in own if cue is not None)

    def fields(self, kind: str, variant: str) -> frozenset[str]:
        """Names the fields that make a difference to a text."""
        return self.language.fields_read(kind, variant, self.voice.style)


def _said(passage: Passage) -> list[str]:
    """Gives the words of a passage and of all below it, without headings."""
    below = [part for child in passage.children for part in _said(child)]
    return [part for part in (_plain(passage.text), *below, _plain(passage.tail)) if part]


def _plain(words: Words) -> str:
    """Spells words out; a reference within the bill is a single mark."""
    return "".join(POINT if isinstance(word, Pointer) else word.text for word in words)


def _cue(arm: Arm, clause: str, voice: Voice, text: str) -> Cue | None:
    """Makes a pattern of the words for a value; None where nothing in them is sure.

    Where the words do not stand in the text, the pattern is one that nothing fits.
    """
    whole, pieces = _first_point(arm.pieces)
    last = pieces[-1] if pieces else None
    if isinstance(last, str) and whole:
        pieces[-1] = _END.sub("", last)
    weight = sum(len(piece) for piece in pieces if isinstance(piece, str))
    weight += sum(isinstance(piece, Hole) and piece.origin[0] == "names" for piece in pieces)
    if not weight:
        return None
    sure = [_plainly(piece) for piece in pieces if isinstance(piece, str)]
    if any(words.casefold() not in text for words in sure):
        return Cue(arm.path, arm.value, _NOTHING, whole, weight, arm.inner)
    parts = [_part(piece, clause, voice) for piece in pieces if piece != ""]
    pattern = r"\s*".join(parts) + (_ANY_END if whole else "")
    return Cue(arm.path, arm.value, re.compile(pattern, re.IGNORECASE), whole, weight, arm.inner)


def _plainly(piece: str) -> str:
    """Gives words of a text as they stand in a draft, without marks of Markdown."""
    return " ".join(piece.replace("**", "").split())


def _first_point(pieces: Sequence[Piece]) -> tuple[bool, list[Piece]]:
    """Takes the first point of a list out of some words; says whether they are one at all."""
    first = pieces[0] if pieces else None
    if not isinstance(first, str) or not first.startswith("-"):
        return False, list(pieces)
    out: list[Piece] = []
    for piece in (first.lstrip("- "), *pieces[1:]):
        if isinstance(piece, str) and (match := _POINT_MARK.search(piece)):
            out.append(piece[: match.start()])
            break
        out.append(piece)
    return True, out


def _part(piece: Piece, clause: str, voice: Voice) -> str:
    """Makes a pattern of a part of an arm."""
    match piece:
        case str():
            return r"\s+".join(re.escape(word) for word in _plainly(piece).split())
        case Hole(word=word) if word and isinstance(voice.context.get(word), str):
            return re.escape(str(voice.context[word]))
        case Hole(origin=("names", role)):
            return f"{OPEN}names/{role}{SAYS}{_ANYTHING}{CLOSE}"
        case Hole(origin=("clause", name)):
            return f"(?:{OPEN}{re.escape(clause)}/{name}{SAYS}{_ANYTHING}{CLOSE})*"
        case _:
            return r".*?"
