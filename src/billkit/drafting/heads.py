"""Heads the sections of a bill: numbers, lead-ins and headings as the state prints them."""

from __future__ import annotations

from dataclasses import dataclass

from billkit.clauses.inflection import title_case
from billkit.drafting.arranging import Section
from billkit.drafting.deeds import Place, place_of
from billkit.drafting.slots import Slot
from billkit.language.filling import Words
from billkit.language.style_parts import HeadForm
from billkit.language.styles import Style
from billkit.tree import Run

__all__ = ["Head", "head_of"]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a section: its slot in the frame, and the slot that takes its law.

    The two are one where no words of the head and no number in the code stand between.
    """

    frame: Slot
    law: Slot
    number: str


def head_of(section: Section, number: int, *, style: Style, place: Place) -> Head:
    """Makes the head of a section.

    Args:
        section: The section.
        number: Its number in the bill.
        style: The state's style.
        place: Where new law is to stand.
    """
    if section.home is not None:
        place = place_of(section.home)
    form = style.sections.new if section.codified else style.sections.uncodified
    lead_in = _lead_in(section, form, place)
    if lead_in is None and (form.lead_in is not None or form.lead_in_numbered is not None):
        form = style.sections.uncodified
    heading_form = style.sections.uncodified if section.closing else style.sections.new
    written = form.first_number if number == 1 and form.first_number is not None else form.number
    frame = Slot(
        "section",
        _number(written.value, section, number, place),
        text=(Run(lead_in),) if lead_in else (),
        role="frame",
    )
    body = (
        form.body_number.value.format(section=section.number)
        if (form.body_number is not None and section.number is not None)
        else None
    )
    heading = _heading(section.heading, heading_form)
    law = frame
    match heading_form.heading.value:
        case "head" if heading:
            frame.heading = heading
        case "head-and-law" if heading:
            frame.heading = heading
            if body is not None:
                again = _set(section.heading, heading_form)
                law = frame.add(Slot("section", body, heading=(*again, Run("."))))
                return Head(frame, law, str(number))
        case "catchline" if heading:
            if body is not None:
                law = frame.add(Slot("section", body, heading=heading))
            else:
                frame.add(Slot("catchline", text=heading, role="frame"))
            return Head(frame, law, str(number))
        case "law" if heading:
            law = frame.add(Slot("section", body, heading=heading))
            return Head(frame, law, str(number))
    if body is not None:
        law = frame.add(Slot("section", body))
    return Head(frame, law, str(number))


def _number(form: str, section: Section, number: int, place: Place) -> str:
    """Writes the number of a section, by the code where the form has it so and it is known."""
    coded = {"section": section.number} if section.number is not None else {}
    return place.fill(form, number=str(number), **coded) or f"SECTION {number}."


def _lead_in(section: Section, form: HeadForm, place: Place) -> str | None:
    """Writes the lead-in, as far as the section's place in the code is known."""
    if section.number is not None and form.lead_in_numbered is not None:
        return place.fill(form.lead_in_numbered.value, section=section.number)
    return place.fill(form.lead_in.value) if form.lead_in is not None else None


def _heading(words: Words, form: HeadForm) -> Words:
    """Sets a heading as the form has it: its letters and its mark."""
    if not words or form.heading.value == "none":
        return ()
    before, _, after = form.heading_form.value.partition("{heading}")
    set_ = _set(words, form)
    return (*((Run(before),) if before else ()), *set_, *((Run(after),) if after else ()))


def _set(words: Words, form: HeadForm) -> Words:
    """Sets a heading in the form's letters."""
    runs = [word for word in words if isinstance(word, Run)]
    match form.heading_letters.value:
        case "capitals":
            return tuple(Run(run.text.upper(), origin=run.origin) for run in runs)
        case "title-case":
            return tuple(
                Run(title_case(run.text, first=run is runs[0]), origin=run.origin) for run in runs
            )
    return tuple(Run(run.text, origin=run.origin) for run in runs)
