"""The named filters and tests that a template may use; there are no others."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from billkit.clauses.amounts import Money
from billkit.clauses.base import Blank, bare
from billkit.clauses.citing import Reference
from billkit.clauses.dates import DayOfYear
from billkit.clauses.durations import Deadline, Duration, EndsOn, Indefinite
from billkit.language.filling import LAW, WHOLE_SECTION, Ready, Tray, escape_markdown
from billkit.language.voice import Voice, Wordless

__all__ = ["FILTERS", "KEEPS_TYPE", "TESTS", "TRAY", "VOICE", "finalize"]

VOICE, TRAY = "_voice", "_tray"
"""The names under which a template's context holds the voice and the tray."""

_EACH = (
    "the",
    "the_short",
    "a",
    "a_short",
    "subject",
    "each",
    "name",
    "short",
    "plural",
    "short_plural",
    "possessive",
    "short_possessive",
    "number",
    "ordinal",
    "times",
    "a_word",
    "year",
    "fiscal_year",
    "ending_year",
    "every",
    "duration",
    "adjective",
    "term",
    "share",
    "at_least",
    "money",
    "date",
    "due",
    "by",
    "per",
)
_WHOLE = ("and_list", "or_list")
_FIRST_LETTER = re.compile(r"^[\[\"'(]*[^\W\d_]")
_BODIES = frozenset({"state-board", "department", "chief"})


def finalize(value: object) -> object:
    """Refuses what has no words: nothing at all, a truth value, a whole list."""
    if isinstance(value, Undefined):
        return str(value)
    if value is None:
        raise Wordless.nothing()
    if isinstance(value, (bool, list, tuple, Mapping)):
        raise Wordless.kind(value)
    return value


def _spoken(method: str) -> Callable[..., Any]:
    """Makes a filter of a method of the voice; a list is taken one by one."""

    @pass_context
    def apply(context: Context, value: Any, *args: Any) -> Any:
        finalize(value if not isinstance(value, (list, tuple)) else "")
        speak = getattr(context[VOICE], method)
        if isinstance(value, (list, tuple)):
            return [speak(item, *args) for item in value]
        return speak(value, *args)

    return apply


def _listed(method: str) -> Callable[..., Any]:
    """Makes a filter that joins a list."""

    @pass_context
    def apply(context: Context, values: Iterable[Any]) -> str:
        texts = [value if isinstance(value, str) else str(finalize(value)) for value in values]
        if not texts:
            raise Wordless.empty()
        joined: str = getattr(context[VOICE], method)(texts)
        return joined

    return apply


@pass_context
def _filled(context: Context, value: Any, root: str, name: str) -> Ready:
    """Takes the words of a hole: escapes them and marks which field of which clause they are."""
    tray: Tray = context[TRAY]
    origin = None if not name else (tray.clause if root == "clause" else root, name)
    words = finalize(value)
    if isinstance(words, Ready):
        return tray.enclose(words, origin)
    return tray.fill(str(words), origin)


@pass_context
def _reference(context: Context, value: Any) -> str:
    """References to the law in the state's form; clauses of the bill by where they stand."""
    voice: Voice = context[VOICE]
    tray: Tray = context[TRAY]
    several = list(value) if isinstance(value, (list, tuple)) else [finalize(value)]
    if not several:
        raise Wordless.empty()
    if not any(isinstance(ref, Reference) and ref.clause for ref in several):
        return voice.references([ref for ref in several if isinstance(ref, Reference)])
    return voice.and_list(
        [
            tray.point(ref.clause) if ref.clause is not None else voice.references(ref)
            for ref in several
            if isinstance(ref, Reference)
        ]
    )


@pass_context
def _section_of(context: Context, value: str) -> Ready:
    """The section in which a clause of the bill stands."""
    tray: Tray = context[TRAY]
    return tray.point(f"{finalize(value)}{WHOLE_SECTION}")


@pass_context
def _sections(context: Context, values: Iterable[Reference]) -> str:
    """References to sections: of the law in the state's form, of the bill by where they stand."""
    voice: Voice = context[VOICE]
    tray: Tray = context[TRAY]
    words = [
        voice.references(ref) if ref.clause is None else tray.point(f"{ref.clause}{WHOLE_SECTION}")
        for ref in values
    ]
    if not words:
        raise Wordless.empty()
    return voice.and_list(words)


def _unworded(value: object) -> str:
    """Says that a text has no words for a point; it takes the model text or words of its own."""
    raise Wordless.point(value)


@pass_context
def _under(context: Context, values: Any) -> str:
    """The provisions a point cites, with the word before them; nothing where it cites none."""
    return Ready(f" under {_ready(_reference(context, values))}") if values else ""


def _ready(text: str) -> Ready:
    """Escapes a text that is not escaped yet."""
    return text if isinstance(text, Ready) else Ready(escape_markdown(text))


@pass_context
def _place(context: Context, value: str) -> Ready:
    """The place of a clause of the bill, or of a passage in it: subsection (3) of this section."""
    tray: Tray = context[TRAY]
    return tray.point(str(finalize(value)))


def _but_last(values: Sequence[Any]) -> Sequence[Any]:
    """All of a list but its last."""
    return values[:-1]


def _last_of(values: Sequence[Any]) -> Sequence[Any]:
    """The last of a list, as a list."""
    return values[-1:]


@pass_context
def _lead_in(context: Context, clause: Any) -> Ready:
    """The words before definitions: for what they hold, and whether the context may differ."""
    voice: Voice = context[VOICE]
    tray: Tray = context[TRAY]
    form = voice.style.definitions
    unless = form.unless.value if clause.unless_context else ""
    whole = clause.scope == "act"
    also = [
        Ready(escape_markdown(voice.references(ref)))
        if ref.clause is None
        else tray.point(f"{ref.clause}{WHOLE_SECTION}")
        for ref in clause.also
    ]

    def scope(words: str) -> str:
        return voice.and_list([Ready(words), *also])

    act = voice.style.words.this_act.value if whole else f"this {clause.scope}"
    text = escape_markdown(form.lead_in.value)
    for hole, words in (
        ("act", scope(act)),
        ("scope", scope(tray.point(LAW) if whole else f"this {clause.scope}")),
        ("unless", escape_markdown(unless)),
    ):
        text = text.replace(rf"\{{{hole}\}}", words)
    return Ready(text)


@pass_context
def _alphabetical(context: Context, values: Iterable[Any]) -> list[Any]:
    """Puts definitions in the order of the alphabet where the state wants that.

    In a state where one officer is both the board and its chief, the term is defined once.
    """
    voice: Voice = context[VOICE]
    items: list[Any] = []
    bodies: set[str] = set()
    for item in values:
        body = voice.names.body(item.key) if item.key in _BODIES and item.term is None else None
        if body is not None and item.text is None:
            if body.name in bodies:
                continue
            bodies.add(body.name)
        items.append(item)
    if not voice.style.definitions.ordered.value:
        return items
    return sorted(items, key=lambda item: _term(voice, item).casefold())


@pass_context
def _term_of(context: Context, item: Any) -> str:
    """The term that a definition defines: its own, or the bill's name for its key."""
    return _term(context[VOICE], item)


def _term(voice: Voice, item: Any) -> str:
    """Gives the term of a definition."""
    if item.term is not None:
        return str(item.term)
    body = voice.names.body(item.key)
    if body is not None:
        return body.short if item.key in _BODIES else body.name
    start, hyphen, end = str(item.key).rpartition("-")
    return f"{start} {end}" if hyphen else end


@pass_context
def _shortened(context: Context, item: Any) -> bool:
    """Says whether a defined thing has a second, shorter name that the bill uses."""
    voice: Voice = context[VOICE]
    body = None if item.key is None or item.term is not None else voice.names.body(item.key)
    return body is not None and item.key not in _BODIES and body.short != body.name


@pass_context
def _words(context: Context, value: str) -> str:
    """The plain words of a role: its plural where it is a body, else its own words."""
    voice: Voice = context[VOICE]
    body = voice.names.body(str(finalize(value)))
    return body.plural if body is not None else str(value).replace("-", " ")


@pass_context
def _or_act_name(context: Context, value: str | None) -> str:
    """The name by which the act may be cited: the one given, or the bill's own."""
    voice: Voice = context[VOICE]
    return bare(value or voice.act_name or voice.names.act_name)


def _capital(value: object) -> str:
    """Sets the first letter large."""
    text = str(finalize(value))
    made = _FIRST_LETTER.sub(lambda match: match.group().upper(), text, count=1)
    return Ready(made) if isinstance(value, Ready) else made


@pass_context
def _drafted(context: Context, value: str) -> bool:
    """Says whether the bill holds a clause of that id."""
    voice: Voice = context[VOICE]
    return value in voice.clauses


def _is(*types: type) -> Callable[[object], bool]:
    """Makes a test for the kind of a value."""
    return lambda value: isinstance(value, types)


@pass_context
def _known(context: Context, value: str) -> bool:
    """Says whether a role has a name in the bill."""
    voice: Voice = context[VOICE]
    return voice.names.body(value) is not None


FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: _spoken(name) for name in _EACH},
    **{name: _listed(name) for name in _WHOLE},
    "reference": _reference,
    "under": _under,
    "place": _place,
    "section_of": _section_of,
    "sections": _sections,
    "unworded": _unworded,
    "alphabetical": _alphabetical,
    "but_last": _but_last,
    "last_of": _last_of,
    "lead_in": _lead_in,
    "defined_term": _term_of,
    "capital": _capital,
    "or_act_name": _or_act_name,
    "words": _words,
    "filled": _filled,
}
"""Every filter by name."""

KEEPS_TYPE = frozenset({"alphabetical", "but_last", "last_of"})
"""The filters that give back what they take, so that its fields can still be read."""

TESTS: Mapping[str, Callable[..., bool]] = {
    "drafted": _drafted,
    "known": _known,
    "blank": _is(Blank),
    "duration": _is(Duration),
    "ends_on": _is(EndsOn),
    "indefinite": _is(Indefinite),
    "deadline": _is(Deadline),
    "day_of_year": _is(DayOfYear),
    "date": _is(dt.date),
    "recurring": lambda value: isinstance(value, Money) and value.per in {"year", "biennium"},
    "none": lambda value: value is None,
    "shortened": _shortened,
    "beyond_applying": lambda votes: any(vote.stage != "apply" for vote in votes),
    "several": lambda value: len(value) > 1,
    "many": lambda value: len(value) > len(("one", "other")),
}
"""Every test by name."""
