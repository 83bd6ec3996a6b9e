"""What it means that a bill is recovered from its draft."""

from __future__ import annotations

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from billkit.clauses.bill import Bill
from billkit.drafting.drafting import draft_bill
from billkit.drafting.recovering import recover
from billkit.drafting.voiced import Voiced
from billkit.language.library import ModelLanguage
from billkit.language.styles import Style
from billkit.language.voice import Voice
from billkit.reading.parameters import NamedBody
from billkit.reading.typed import with_names
from billkit.tree import Document


def check_recovered(bill: Bill, style: Style, back: Document, language: ModelLanguage) -> None:
    """Every clause is found, exact, and differs from the bill's only where no word shows it."""
    where = (bill.name, style.jurisdiction)
    recovery = recover(back, language=language)
    found = {each.clause.id: each.clause for each in recovery.clauses}
    said = [clause for clause in bill.clauses if clause.kind not in style.unavailable]
    kinds = {id_: clause.kind for id_, clause in found.items()}
    assert kinds == {clause.id: clause.kind for clause in said}, where
    assert [each.clause.id for each in recovery.clauses if not each.exact] == [], where

    silent = [clause for clause in bill.clauses if clause.kind in style.unavailable]
    clauses = (*found.values(), *silent)
    again = bill.model_copy(update={"clauses": clauses, "names": recovery.names})
    assert draft_bill(again, style, language=language) == back, where

    coded = not bill.sections or any(plan.codified for plan in bill.sections)
    ids = [clause.id for clause in said]
    given = Voice.of(style, bill.names, ids, coded=coded)
    voice = Voice.of(style, recovery.names, ids, coded=coded, act_name=bill.act_name)
    speaker = Voiced(language, voice, "")
    for clause in said:
        other = found[clause.id]
        for field, info in type(clause).model_fields.items():
            wanted, got = getattr(clause, field), getattr(other, field)
            if _called(wanted, info, given) == _called(got, info, voice):
                continue
            as_given = other.model_copy(update={field: wanted})
            assert speaker.say(as_given) == speaker.say(other), (*where, clause.id, field)


def _called(value: object, info: FieldInfo, voice: Voice) -> object:
    """Puts the names of bodies in the place of their roles: any may bear a name."""
    names = {role: str(voice.names.body(role)) for role in voice.names.roles()}
    return _plain(with_names(value, info, names))


def _plain(value: object) -> object:
    match value:
        case NamedBody():
            return value.name
        case tuple():
            return tuple(_plain(each) for each in value)
        case dict():
            return {key: _plain(each) for key, each in value.items() if each not in (None, ())}
        case BaseModel():
            return value
    return value
