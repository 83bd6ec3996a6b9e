"""Finds the clauses of a draft again: its words, read with the model language they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from billkit.clauses.catalogue import CLAUSES
from billkit.clauses.clause import Clause
from billkit.clauses.names import Names
from billkit.drafting.deeds import participle
from billkit.drafting.voiced import Voiced
from billkit.language.library import ModelLanguage
from billkit.language.styles import GENERIC, Style
from billkit.language.voice import Voice
from billkit.reading.recovery.clauses import Recovered, Recovery, clauses_of, kinds_of
from billkit.reading.recovery.fields import element, own_fields
from billkit.reading.recovery.naming import names_of
from billkit.reading.recovery.streams import streams
from billkit.reading.typed import is_role
from billkit.tree import Document

__all__ = ["recover"]


def recover(document: Document, *, language: ModelLanguage) -> Recovery:
    """Finds the clauses of a draft again, with every field that its words show.

    A draft for a state that has no style is read in plain forms.

    Args:
        document: The draft, with the origin of its words.
        language: The model language it was drafted in.
    """
    state = document.jurisdiction
    style = language.style(state if state in language.styles() else GENERIC)
    found = tuple(streams(document))
    kinds = kinds_of(found)
    tags = [tag for stream in found for tag in stream.tags]
    words = " ".join(stream.text for stream in found).casefold()
    classes = {id_: CLAUSES[each[0]] for id_, each in kinds.items() if len(each) == 1}
    names = names_of(tags, classes, _usual(style))
    best: tuple[Recovered, ...] = ()
    for coded in _ways(style, words):
        known = {*kinds, *(each.clause.id for each in best)}
        voice = Voice(style, names, frozenset(known), coded, document.title or None)
        speaker = Voiced(language, voice, words)
        clauses = _headed(document, _told(document, clauses_of(found, speaker), speaker))
        if _exact(clauses) > _exact(best) or not best:
            best = clauses
        if all(each.exact for each in clauses):
            break
    return Recovery(best, names)


def _ways(style: Style, words: str) -> tuple[bool, ...]:
    """Says whether a draft's law may enter the code, the likelier first.

    A state can cite its code otherwise in law that stays outside of it.
    """
    outside = style.references.section_outside
    if outside is None:
        return (True,)
    return (False, True) if outside.value.partition("{")[0].casefold() in words else (True, False)


def _usual(style: Style) -> Names:
    """Gives the names a bill has in a state where it sets none."""
    return Names().filled({role: fact.value for role, fact in style.names.items()})


def _exact(clauses: Sequence[Recovered]) -> int:
    """Counts the clauses whose words are those of the draft."""
    return sum(each.exact for each in clauses)


def _headed(document: Document, clauses: Sequence[Recovered]) -> tuple[Recovered, ...]:
    """Gives clauses the headings that are the bill's own."""
    own: dict[str, str] = {}
    for node in document.provisions:
        for run in (*node.heading, *node.text):
            if run.origin is not None and run.origin[1] == "heading":
                own[run.origin[0]] = run.text.strip()
    return tuple(
        replace(each, clause=each.clause.model_copy(update={"heading": own[each.clause.id]}))
        if own.get(each.clause.id)
        else each
        for each in clauses
    )


def _told(
    document: Document, clauses: Sequence[Recovered], speaker: Voiced
) -> tuple[Recovered, ...]:
    """Gives clauses the names of which their words say nothing, but the title of the draft does."""
    title = " ".join(node.words for node in document.root.children if node.kind == "title")
    title = title.casefold()
    if speaker.voice.style.title.doings.value == "none":
        return tuple(clauses)
    return tuple(_as_told(each, title, speaker) if each.exact else each for each in clauses)


def _as_told(found: Recovered, title: str, speaker: Voiced) -> Recovered:
    """Tries other names in a clause until what it does is what the title tells."""
    if _tells(title, found.clause, speaker):
        return found
    words = speaker.say(found.clause)
    for field, info in own_fields(type(found.clause)).items():
        if not is_role(info) or element(info) is not None:
            continue
        for role in speaker.names.roles():
            other = found.clause.model_copy(update={field: role})
            if speaker.say(other) == words and _tells(title, other, speaker):
                return replace(found, clause=other)
    return found


def _tells(title: str, clause: Clause, speaker: Voiced) -> bool:
    """Whether a title tells what a clause does."""
    rendered = speaker.rendered(clause)
    phrases = rendered.does if rendered is not None else ()
    told = (phrase.casefold() for phrase in phrases)
    return all(phrase in title or participle(phrase) in title for phrase in told)
