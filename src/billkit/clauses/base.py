"""What every value of a clause shares: frozen models, texts, slugs, and blanks of a model act."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, NoReturn, Self, TypeAlias, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

__all__ = [
    "Blank",
    "Count",
    "Named",
    "OrBlank",
    "Phrase",
    "Slug",
    "Text",
    "Value",
    "Written",
    "bare",
    "nearest",
    "refuse",
]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.[A-Za-z]|\b(?:seq|al|etc|Inc|Co|Corp|No|Jr|Sr|St))\.$")
_BLANK = re.compile(r"\[[^\[\]]+\]")


def nearest(word: str, known: Sequence[str]) -> str:
    """Makes a hint that names the known word nearest to a misspelt one, or all of a few.

    Example:
        >>> nearest("renewl", ["term", "renewal"])
        'did you mean "renewal"?'
        >>> nearest("x", ["term", "renewal"])
        'known are: renewal, term.'
    """
    if close := get_close_matches(word.casefold(), known, n=1, cutoff=0.7):
        return f'did you mean "{close[0]}"?'
    return f"known are: {', '.join(sorted({*known}))}." if known else ""


def refuse(code: str, message: str, hint: str = "") -> NoReturn:
    """Refuses a value from within a validator: with a code, a message and a hint."""
    raise PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def _text(value: object) -> object:
    """Takes edge blanks off a text and makes a line break within it a single blank."""
    if not isinstance(value, str):
        return value
    if found := _CONTROL.search(value):
        code = f"U+{ord(found.group()):04X}"
        refuse(
            "control-character",
            f"the text holds the control character {code}.",
            "remove it; law is letters, marks and blanks.",
        )
    text = re.sub(r"[ \t]*\r?\n\s*", " ", value.strip())
    if not text:
        refuse("empty-text", "the text is empty.", "write the words or leave the field out.")
    return text


def _slug(value: object) -> object:
    """Refuses what is not lower case letters and digits joined by hyphens."""
    if isinstance(value, str) and not _SLUG.fullmatch(value):
        made = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")
        hint = f'write "{made}".' if made else "write words like state-board."
        refuse("not-a-slug", f'"{value}" is not lower case words joined by hyphens.', hint)
    return value


Text: TypeAlias = Annotated[str, BeforeValidator(_text)]
"""Words of a bill's own: no blanks at the edges, no line breaks, never empty."""


def bare(words: str) -> str:
    """Takes the definite article off a name; where one is wanted, the law's words have it.

    Example:
        >>> bare("the innovation fund"), bare("The Freedom to Learn Act"), bare("general fund")
        ('innovation fund', 'Freedom to Learn Act', 'general fund')
    """
    article, _, rest = words.partition(" ")
    return rest if article.casefold() == "the" and rest else words


def _bare(value: object) -> object:
    """Takes the article off a name as it is read."""
    return bare(value) if isinstance(value, str) else value


def _unended(value: object) -> object:
    """Takes the mark off that ends a point or sentence; the law's own order of points sets it."""
    if not isinstance(value, str):
        return value
    text = re.sub(r"(?:\s*[;,](?:\s+(?:and|or))?|\s+)+$", "", value)
    if text.endswith(".") and not _ABBREVIATION.search(text):
        text = text[:-1]
    return text or value


Named: TypeAlias = Annotated[str, BeforeValidator(_bare), BeforeValidator(_text)]
"""A name of something, without the article before it: ``innovation zone fund``."""

Phrase: TypeAlias = Annotated[str, BeforeValidator(_unended), BeforeValidator(_text)]
"""Words of a bill's own that stand in a list or a sentence: without the mark that ends them."""

Slug: TypeAlias = Annotated[str, BeforeValidator(_slug)]
"""A name in lower case letters and digits joined by hyphens: ``state-board``."""


def _alias(name: str) -> str:
    """Writes a field's name as bill files write it, with hyphens."""
    return name.replace("_", "-")


class Value(BaseModel):
    """A value of a clause: frozen, strict about its fields, named with hyphens in bill files."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        alias_generator=_alias,
        populate_by_name=True,
        allow_inf_nan=False,
        protected_namespaces=(),
    )

    @model_validator(mode="before")
    @classmethod
    def _none_in_words(cls, data: object) -> object:
        """Reads the word "none" where a field may be left empty; TOML has no other word for it."""
        if not isinstance(data, dict):
            return data
        return {
            key: None if value == "none" and cls._may_be_empty(str(key)) else value
            for key, value in data.items()
        }

    @classmethod
    def _may_be_empty(cls, key: str) -> bool:
        """Says whether a field may be left empty."""
        field = cls.model_fields.get(key.replace("-", "_"))
        return field is not None and type(None) in get_args(field.annotation)


class Written(Value):
    """A value that can be written in one line of words as well as field by field.

    ``parse`` reads the line, ``str()`` writes it, and one undoes the other. Subclasses give
    ``_read``, which turns a line into fields or refuses it, and ``examples`` of such lines.
    """

    examples: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def parse(cls, line: str) -> Self:
        """Reads the value from a line of words.

        Raises:
            ValidationError: the line says nothing this value can mean.
        """
        return cls.model_validate(line)

    @classmethod
    @abstractmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Turns a line of words into fields."""

    @model_validator(mode="before")
    @classmethod
    def _from_line(cls, data: object) -> object:
        """Reads a line; leaves everything else to the fields."""
        return cls._read(" ".join(data.split())) if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Offers a line of words beside the table of fields."""
        schema = handler(core_schema)
        table = handler.resolve_ref_schema(schema)
        fields: dict[str, Any] = {}
        for key in list(table):
            if key not in {"title", "description"}:
                fields[key] = table.pop(key)
        table["anyOf"] = [cls._line_schema(), fields]
        return schema

    @classmethod
    def _line_schema(cls) -> dict[str, Any]:
        """Gives the schema of the value in a line."""
        return {"type": "string", "examples": list(cls.examples)}


class Blank(Written):
    """A blank of a model act that a sponsor fills in: ``[insert number] years``.

    It drafts as it stands, brackets and all, and is refused in a bill ready for filing.
    """

    examples = ("[insert number] years",)

    line: Text
    """The words as they stand, with what to fill in between brackets."""

    @model_validator(mode="after")
    def _check(self) -> Blank:
        """Wants something in brackets."""
        if not _BLANK.search(self.line):
            refuse("not-a-blank", f'"{self.line}" has no blank.', "write [insert ...] in it.")
        return self

    @classmethod
    def is_in(cls, line: str) -> bool:
        """Says whether something is left to fill in in a line of words."""
        return bool(_BLANK.search(line))

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Takes the line as it stands."""
        return {"line": line}

    def __str__(self) -> str:
        """Writes the blank as it stands."""
        return self.line


T = TypeVar("T")


def _blank_or_value(data: object) -> str:
    """Tells a blank from a value: a blank has something in brackets."""
    if isinstance(data, Blank):
        return "blank"
    if isinstance(data, str):
        return "blank" if Blank.is_in(data) else "value"
    return "blank" if isinstance(data, dict) and set(data) == {"line"} else "value"


OrBlank: TypeAlias = Annotated[
    Annotated[T, Tag("value")] | Annotated[Blank, Tag("blank")], Discriminator(_blank_or_value)
]
"""A value, or a blank of a model act in its place."""

Count: TypeAlias = Annotated[int, Field(ge=1, strict=True)]
"""A whole number from one."""
