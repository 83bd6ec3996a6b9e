"""The parts of a state's style: its words and numbers, its title, its sections, its page."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from billkit.language.evidence import Fact, StyleModel

__all__ = [
    "Deed",
    "Definitions",
    "HeadForm",
    "Ladders",
    "Marks",
    "NumberForm",
    "Numbers",
    "Page",
    "References",
    "Sections",
    "TitleForm",
    "Words",
]

Letters: TypeAlias = Literal["as-written", "capitals"]
"""How words are set: as written, or all in capital letters."""

HeadingLetters: TypeAlias = Literal["as-written", "capitals", "title-case"]
"""How a heading is set: as written, in capital letters, or each main word with a capital."""


class Words(StyleModel):
    """The words by which the state commands, forbids, allows and joins."""

    duty_actor: Fact[str]
    """What lays a duty on a person or body: shall, must."""
    duty_thing: Fact[str]
    """What a thing has to be or hold: shall, must."""
    prohibition: Fact[str]
    """What forbids a person or body something: shall not, may not, must not."""
    prohibition_thing: Fact[str]
    """What a thing is not to be: shall not, may not, must not."""
    power: Fact[str]
    """What leaves something to a person's or body's choice: may."""
    range_word: Fact[Literal["to", "through"]]
    """What stands between the first and the last of a range; both are meant."""
    this_act: Fact[str]
    """How a bill names itself: this Act, this act."""
    serial_comma: Fact[bool]
    """Whether a comma stands before the last of three."""
    agencies: Fact[Literal["capitals", "lower-case"]]
    """Whether the names of agencies and officers are capitalised."""


class NumberForm(StyleModel):
    """How one sort of number is written."""

    form: Literal["words-and-figures", "words", "figures"]
    """``five (5)``, ``five`` or ``5``."""
    figures_from: int | None = None
    """From which number on figures stand where the form is words."""


class Numbers(StyleModel):
    """How the state writes numbers, money and shares."""

    counts: Fact[NumberForm]
    """Whole numbers: five (5) years, five years, 5 years."""
    adjectives: Fact[Literal["hyphen", "open"]]
    """A term before its noun: a five-year period, or a five (5) year period."""
    money: Fact[Literal["words-and-figures", "capitals-and-cents", "words", "figures"]]
    """Five thousand dollars ($5,000); Five Thousand Dollars ($5,000.00); words; $5,000."""
    percent: Fact[Literal["words-and-figures", "words", "figures"]]
    """Seventy percent (70%); seventy percent; 70 percent."""


class Ladders(StyleModel):
    """The names and shapes of the numbers of provisions, from the first level below a section."""

    code: Fact[tuple[str, ...]]
    """In the code and in bills: ``subsection (1)``, ``paragraph (a)``."""
    rules: Fact[tuple[str, ...]] | None = None
    """In the administrative rules, where they are numbered otherwise."""


class References(StyleModel):
    """How one provision points at another."""

    order: Fact[Literal["compound", "compound-deepest", "smallest-first", "largest-first"]]
    """How the levels of one reference are told.

    ``compound``: subsection (1)(a); ``compound-deepest``: subdivision (a)(1), by the name of the
    deepest level; ``smallest-first``: subdivision a of subsection 1; ``largest-first``:
    subdivision 1, paragraph (a).
    """
    capitals: Fact[bool]
    """Whether the name of a level is capitalised: Subsection (a)."""
    here: Fact[str]
    """What follows the number of a provision of the same section: `` of this section``."""
    same_parent: Fact[str] | None = None
    """What follows where both stand below one provision: `` of this {unit}``; if used at all."""
    section_of_bill: Fact[str]
    """Another section of the same bill: ``Section {number} of this Act``."""
    sections_of_bill: Fact[str]
    """Several of them: ``Sections {first} to {last} of this Act``."""
    section: Fact[str]
    """A section of the code: ``KRS {number}``."""
    sections: Fact[str]
    """Several sections of the code; ``{numbers}`` holds the list."""
    section_outside: Fact[str] | None = None
    """A section of the code cited in law that does not enter it, where that is said otherwise."""
    sections_outside: Fact[str] | None = None
    """Several of them."""
    chapter: Fact[str]
    """A chapter of the code: ``KRS Chapter {number}``."""
    chapters: Fact[str]
    """Several chapters; ``{numbers}`` holds the list."""
    title: Fact[str]
    """A title of the code: ``Title {number}, Mississippi Code of 1972``."""
    within: Fact[str]
    """What stands before a larger unit: `` of ``, ``, ``."""
    code: Fact[str]
    """The name of the code as a bill cites it: ``the Kentucky Revised Statutes``."""
    rules: Fact[str]
    """What the state calls its administrative rules: ``administrative regulations``."""
    rules_code: Fact[str]
    """The name of the administrative code: ``Kentucky Administrative Regulations``."""
    rule: Fact[str]
    """One of them: ``administrative regulation``."""


class Definitions(StyleModel):
    """How definitions open and stand."""

    lead_in: Fact[str]
    """The words before the first.

    ``{act}`` is this act, ``{scope}`` its sections by their numbers; where the bill says that the
    definitions hold for less than the act both are that: this section, this chapter.
    """
    unless: Fact[str]
    """What ``{unless}`` in the lead-in says where the context may require another meaning."""
    ordered: Fact[bool]
    """Whether they stand in the order of the alphabet."""
    headed: Fact[bool]
    """Whether each bears its term as a heading (a subdivision of its own)."""


Deed: TypeAlias = Literal[
    "subject",
    "doings",
    "create",
    "uncodified",
    "amend",
    "repeal",
    "report",
    "rulemaking",
    "appropriation",
    "application",
    "effective-date",
    "sunset",
    "emergency",
    "rest",
]
"""What a title can say that a bill does.

``doings`` is one phrase for each provision, as the model language words it; ``create`` names the
new law by its place in the code; ``rest`` is the formula that closes a title.
"""


class TitleForm(StyleModel):
    """How a title is built from what the bill does.

    In phrases ``{subject}`` is what the bill is about, ``{chapter}`` and ``{title}`` are the place
    of new law in the code, ``{count}`` says how many new sections there are, ``{name}`` is the name
    by which the act may be cited, ``{sections}`` is what is repealed,
    ``{new_sections}`` are the new sections by their numbers in the code.
    """

    before: Fact[str] | None = None
    """A line of its own before the title: ``A BILL TO BE ENTITLED``."""
    after: Fact[str] | None = None
    """Lines of their own after it: a subtitle."""
    opening: Fact[str]
    """The words before the first part: ``AN ACT ``."""
    order: Fact[tuple[Deed, ...]]
    """Which parts a title has, in their order."""
    phrases: dict[Deed, Fact[str]]
    """How each part is worded."""
    phrases_many: dict[Deed, Fact[str]] = Field(default_factory=dict)
    """How a part is worded where it names more than one section."""
    phrases_numbered: dict[Deed, Fact[str]] = Field(default_factory=dict)
    """How a part is worded where the numbers of the new sections in the code are known."""
    doings: Fact[Literal["infinitive", "participle", "none"]]
    """How the provisions are told: to define terms; defining terms; not at all."""
    between: Fact[str]
    """What stands between two parts."""
    before_last: Fact[str]
    """What stands before the last of three or more parts."""
    before_second: Fact[str]
    """What stands between two parts where there are only two."""
    closing: Fact[str]
    """What stands after the last part: a period, a closing quotation mark."""
    letters: Fact[Letters]
    """Whether the title is set in capital letters."""


class HeadForm(StyleModel):
    """How one sort of section of a bill is headed.

    The sorts are new law, amended law, repealed law and uncodified matter. In every text
    ``{number}`` is the number in the bill, ``{section}`` the number in the code, ``{chapter}``,
    ``{title}`` and ``{article}`` the place in the code, ``{heading}`` the section's heading.
    """

    number: Fact[str]
    """The number: ``SECTION {number}.``."""
    first_number: Fact[str] | None = None
    """The number of the first section, where it differs: ``Section 1.``."""
    lead_in: Fact[str] | None = None
    """The words that say what the section does to the code; the place is a chapter or title."""
    lead_in_numbered: Fact[str] | None = None
    """The same where the section's number in the code is known."""
    heading: Fact[Literal["none", "head", "catchline", "law", "head-and-law"]]
    """Where a heading is printed: nowhere; in the head; as a catchline that is no law; as law; in
    the head and again after the number in the code, where that is known."""
    heading_letters: Fact[HeadingLetters]
    """How a heading is set."""
    heading_form: Fact[str]
    """The heading and its mark: ``{heading}.``."""
    body_number: Fact[str] | None = None
    """The number that opens the body of a section whose number in the code is known."""


class Sections(StyleModel):
    """The heads of a bill's sections."""

    new: HeadForm
    """A new section of the code."""
    amended: HeadForm
    """A section or a part of one set out as amended."""
    added: Fact[str] | None = None
    """The lead-in where a part is added to a section: a new subsection."""
    repealed: HeadForm
    """Sections that are repealed."""
    uncodified: HeadForm
    """Matter that does not enter the code."""
    lone: Fact[Literal["first-level", "second-level", "numbered"]]
    """How the list of a section with a single provision is numbered.

    With the first level of the ladder; with the second, the provision itself bearing no number;
    or with the second below a provision that is numbered although it stands alone.
    """
    points: Fact[Literal["capital", "small"]]
    """Whether the points of a list open with a capital letter."""
    provision_headings: Fact[bool]
    """Whether the first level below a section bears headings (Minnesota's subdivisions)."""
    opening: Fact[str] | None = None
    """Words between the enacting clause and the first section, where bills have any."""
    closing: Fact[str] | None = None
    """Words after the last section: ``--- END ---``, a note on the purpose of the bill."""
    codification: Fact[str] | None = None
    """The closing section that places sections without a number in the code, if there is one."""
    codification_one: Fact[str] | None = None
    """The same for a single section."""
    codification_heading: Fact[str] | None = None
    """The heading of that section."""


class Marks(StyleModel):
    """How added and deleted words are shown in an amendatory bill."""

    added: Fact[str]
    """How added words look."""
    deleted: Fact[str]
    """How deleted words look."""
    sequence: Fact[Literal["deleted-first", "added-first"]]
    """Which of the two stands first where words are replaced."""
    new_law_marked: Fact[bool]
    """Whether the whole text of a new section bears the mark of added words."""


class Page(StyleModel):
    """The page of a bill."""

    line_numbers: Fact[Literal["none", "each-page", "through", "page-and-line", "title-apart"]]
    """None; restarting on each page; through the bill; 1.1, 1.2; the title from 101."""
    lines: Fact[int]
    """About how many lines a page holds."""
    head: Fact[str]
    """The running head; ``{number}`` is the bill's number, ``{page}`` the page's."""
    foot: Fact[str]
    """The running foot."""
    indent: Fact[int]
    """By how many blanks each level stands further in, in plain text."""
    after_number: Fact[int]
    """How many blanks follow a number."""
