"""Filled-in words: marked while a template runs, so that each is known by its clause and field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from billkit.tree import Run

__all__ = ["LAW", "WHOLE_SECTION", "Pointer", "Ready", "Tray", "Words", "escape_markdown", "spoken"]

LAW = "*law"
"""The target that means all the new law of the bill: Sections 1 to 12 of this Act."""

WHOLE_SECTION = "@section"
"""The end of a target that means the section in which a place stands."""

_OPEN, _CLOSE, _POINT = "\ue000", "\ue001", "\ue002"
_FIRST = 0xE100
_LAST = 0xF8FF
_MARKS = re.compile("[\ue000-\uf8ff]")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_SPLIT = re.compile("(\ue000[\ue100-\uf8ff]|\ue001|\ue002[\ue100-\uf8ff])")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Stands for a reference to a provision of the bill until numbers are known.

    ``target`` is a clause by its id, or a place in it by positions or anchor: ``term``,
    ``term/2``, ``term/2/1``, ``rulemaking#content``. ``origin`` is as on a run.
    """

    target: str
    origin: tuple[str, str] | None = None


Words: TypeAlias = tuple[Run | Pointer, ...]
"""Words of a provision before numbers are known."""


class Ready(str):
    """A text that already bears its marks and must not be escaped again."""

    __slots__ = ()


@dataclass(slots=True)
class Tray:
    """Keeps, while one template runs, what was filled in where.

    ``clause`` is the id of the clause at work.
    """

    clause: str
    origins: list[tuple[str, str]] = field(default_factory=list)
    pointers: list[str] = field(default_factory=list)

    def fill(self, text: str, origin: tuple[str, str] | None) -> Ready:
        """Escapes a filled-in text and marks it with its origin.

        A private-use character of the text itself could be taken for a mark: it is replaced.
        """
        plain = escape_markdown(_MARKS.sub("\N{REPLACEMENT CHARACTER}", text))
        return self.enclose(Ready(plain), origin)

    def enclose(self, text: Ready, origin: tuple[str, str] | None) -> Ready:
        """Marks a text that is escaped already with its origin."""
        if origin is None or not text:
            return text
        if origin not in self.origins:
            self.origins.append(origin)
        return Ready(f"{_OPEN}{self._sign(self.origins.index(origin))}{text}{_CLOSE}")

    def point(self, target: str) -> Ready:
        """Marks the place of a reference whose words are not known yet."""
        self.pointers.append(target)
        return Ready(f"{_POINT}{self._sign(len(self.pointers) - 1)}")

    @staticmethod
    def _sign(index: int) -> str:
        """Gives the one character that stands for an index."""
        return chr(min(_FIRST + index, _LAST))

    def words(self, text: str) -> list[Run | Pointer]:
        """Takes a marked text apart into runs and pointers.

        Words within the marks of a pointer bear the origin they were filled in from.
        """
        out: list[Run | Pointer] = []
        origin: tuple[str, str] | None = None
        for part in _SPLIT.split(text):
            if not part:
                continue
            if part[0] == _OPEN:
                origin = self.origins[ord(part[1]) - _FIRST]
            elif part == _CLOSE:
                origin = None
            elif part[0] == _POINT:
                out.append(Pointer(self.pointers[ord(part[1]) - _FIRST], origin))
            else:
                out.append(Run(part, origin=origin))
        return out


def escape_markdown(text: str) -> str:
    r"""Escapes every mark that Markdown could take for its own.

    Example:
        >>> escape_markdown("1. *all*")
        '1\\. \\*all\\*'
    """
    return _PUNCTUATION.sub(r"\\\1", text.replace("\n", " "))


def spoken(words: Words) -> str:
    """Spells words out as far as they are known; a pointer is shown by its target."""
    return "".join(word.text if isinstance(word, Run) else f"<{word.target}>" for word in words)
