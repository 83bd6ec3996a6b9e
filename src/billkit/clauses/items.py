"""Items of a list in the law: each a known point by its key, or the bill's own words."""

from __future__ import annotations

import re
from typing import Any, ClassVar, NoReturn, get_args

from pydantic import model_validator

from billkit.clauses.base import Phrase, Written, nearest, refuse
from billkit.clauses.citing import Reference

__all__ = ["Item"]

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Item(Written):
    """A point of a list: ``"health-safety"``, ``{key = "attendance", refs = ["158.030"]}``, or
    own words: ``{text = "own words;"}``.

    A key alone takes the wording of the model language; a key with ``text`` keeps its meaning and
    takes the bill's words; ``text`` alone is a point of the bill's own. A line of one kebab-case
    word is a key, any other line is text.
    """  # noqa: D205 - the first sentence needs two lines

    examples: ClassVar[tuple[str, ...]] = ("a-known-key", "words of the bill's own")

    key: str | None = None
    """The known point that is meant."""
    text: Phrase | None = None
    """The words, where they are the bill's own; without number and end mark."""
    refs: tuple[Reference, ...] = ()
    """The places in the law that the point cites."""
    parts: tuple[Phrase, ...] = ()
    """Points below it, in the bill's own words."""

    @classmethod
    def known(cls) -> tuple[str, ...]:
        """Gives the keys known in this list, in their usual order."""
        known = get_args(cls.model_fields["key"].annotation)
        return tuple(key for part in known for key in get_args(part))

    @model_validator(mode="before")
    @classmethod
    def _known(cls, data: object) -> object:
        """Refuses an unknown key and names the nearest."""
        key = data.get("key") if isinstance(data, dict) else None
        if isinstance(key, str) and key not in cls.known():
            cls._refuse_key(key)
        return data

    @model_validator(mode="after")
    def _check(self) -> Item:
        """Wants a key or words."""
        if self.key is None and self.text is None:
            refuse("empty-item", "a point needs a `key` or a `text`.", "give one of them.")
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Takes a kebab-case word for a key, all else for text."""
        if not _KEY.fullmatch(line):
            return {"text": line}
        if line not in cls.known():
            cls._refuse_key(line)
        return {"key": line}

    @classmethod
    def _refuse_key(cls, key: str) -> NoReturn:
        """Refuses a key that the list does not know; names the nearest, or all there are."""
        hint = f'{nearest(key, cls.known())} Words of your own are written {{ text = "..." }}.'
        refuse("unknown-item", f'"{key}" is not a point of this list.', hint)

    @classmethod
    def _line_schema(cls) -> dict[str, Any]:
        """Offers the known keys, and any text beside them."""
        return {"anyOf": [{"enum": list(cls.known())}, {"type": "string"}]}

    def __str__(self) -> str:
        """Writes the words, or the key where it has none of its own."""
        return self.text or str(self.key)
