"""The rules of the reader on sentences of no act in particular, as many acts put them."""

from __future__ import annotations

import pytest

from billkit.reading.parameters import parameters_of
from billkit.reading.profiles import Cell, Quoted
from billkit.reading.recognising import recognise
from billkit.tree import Document, Node, runs


def _act(*lines: str | tuple[str, ...]) -> Document:
    nodes = []
    for number, line in enumerate(lines, start=1):
        lead, items = (line, ()) if isinstance(line, str) else (line[0], line[1:])
        below = tuple(
            Node("paragraph", num=f"({chr(96 + place)})", text=runs(item))
            for place, item in enumerate(items, start=1)
        )
        nodes.append(Node("subsection", num=f"({number})", text=runs(lead), children=below))
    return Document(Node("document", children=tuple(nodes)), citation="Act")


def _read(*lines: str | tuple[str, ...]) -> dict[str, Quoted]:
    cells: tuple[Cell, ...] = recognise(_act(*lines))[0]
    return {cell.id: cell for cell in cells if isinstance(cell, Quoted)}


def _values(cell: Quoted) -> dict[str, str]:
    return {name: shown.text for name, shown in parameters_of(cell).items()}


@pytest.mark.parametrize(
    ("line", "initial"),
    [
        ("The initial approval of a pilot school shall be for a three-year period.", "3 years"),
        ("A designation is valid for a term of not more than six (6) years.", "up to 6 years"),
        ("Each innovation contract shall be for a term of four years.", "4 years"),
        ("A plan may be approved for a period of up to five school years.", "up to 5 school years"),
        (
            "A waiver expires on June 30 of the second full school year after it was granted.",
            "June 30 of the second full school year",
        ),
        (
            "The term of a district's designation may not exceed five calendar years.",
            "up to 5 years",
        ),
    ],
)
def test_terms_are_read(line: str, initial: str) -> None:
    assert _values(_read(line)["term"])["initial"] == initial


@pytest.mark.parametrize(
    "line",
    [
        "Every three years, the board shall review each innovation plan.",
        "Within two years after approval, the zone shall file its plan.",
        "A member of the innovation panel serves for a term of four years.",
        "The district shall keep records of the waiver for the previous five years.",
        "A renewal of the designation is for a period of five years.",
        "A child who is five years old may enroll in an innovation school.",
        "A license to sell fireworks is valid for one year.",
    ],
)
def test_what_is_no_term_is_not_taken_for_one(line: str) -> None:
    assert "term" not in _read(line)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (
            "Each renewal of the designation may not exceed four years.",
            {"each renewal": "up to 4 years", "called": "renewal"},
        ),
        (
            (
                "The first extension of a waiver may not exceed one year. Additional extensions of"
                " a waiver may not exceed two years."
            ),
            {"first": "up to 1 year", "later": "up to 2 years", "called": "extension"},
        ),
        ("A school may apply for one extension of the waiver.", {"most": "1"}),
        ("The plan may be renewed only twice.", {"most": "2", "called": "renewal"}),
        ("The board may renew the approval for additional five-year periods.", {"each": "5 years"}),
        (
            "The contract may provide for automatic extension of the waiver.",
            {"called": "extension"},
        ),
    ],
)
def test_renewals_are_read(line: str, values: dict[str, str]) -> None:
    found = _values(_read(line)["renewal"])
    assert {**found, **{key.split()[0]: value for key, value in values.items()}} == found


def test_a_longer_school_day_is_no_renewal() -> None:
    assert "renewal" not in _read("The board may approve a plan to extend the school day.")


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (
            "The commissioner of education may approve up to ten innovation zones each year.",
            {"body": "commissioner of education", "power": "may", "caps": "10 per year"},
        ),
        (
            "The state board of education shall have authority to grant waivers to districts.",
            {"body": "state board of education", "action": "grant", "object": "waiver"},
        ),
        (
            "The State Board of Education is hereby authorized to designate innovation schools.",
            {"action": "designate", "object": "zone"},
        ),
        (
            (
                "Within 60 days, the state board shall designate the district as a district of"
                " innovation."
            ),
            {"power": "shall", "action": "designate"},
        ),
        (
            "A school committee may adopt an innovation plan.",
            {"body": "school committee", "object": "plan"},
        ),
        (
            "The department of education shall establish an innovation zone program.",
            {"action": "establish", "power": "shall"},
        ),
        (
            "An innovation school must be approved by the state board of education.",
            {"body": "state board of education"},
        ),
        (
            "The superintendent of public instruction may not approve more than three plans.",
            {"caps": "3 in total"},
        ),
    ],
)
def test_authority_is_read(line: str, values: dict[str, str]) -> None:
    found = _values(_read(line)["authority"])
    assert {**found, **values} == found


@pytest.mark.parametrize(
    "line",
    [
        "The state board of education shall not approve a plan.",
        "A plan submitted to the state board of education may grant schools more freedom.",
        "The commissioner of education may approve the budget of a school district.",
        "The state board of education may establish a scholarship for students.",
        "A district must have a waiver granted by the state board of education.",
        "The board may approve plans.",
    ],
)
def test_what_is_no_authority_is_not_taken_for_it(line: str) -> None:
    assert "authority" not in _read(line)


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        (
            (
                "Before a school applies, at least sixty percent of the eligible employees must"
                " vote for the plan by secret ballot."
            ),
            {
                "vote body": "eligible employees",
                "vote share": "60 percent",
                "vote ballot": "secret",
            },
        ),
        (
            (
                "The board of trustees may adopt the plan by an affirmative vote of two-thirds of"
                " the membership of the board."
            ),
            {"vote body": "members", "vote share": "two-thirds", "vote stage": "approve"},
        ),
        (
            "If a majority of teachers in each school consent, the application may be submitted.",
            {"vote share": "majority", "vote act": "consent", "vote each": "school"},
        ),
        (
            "Upon unanimous approval of the initial partners, the partnership may extend its zone.",
            {"vote share": "unanimous", "vote body": "members"},
        ),
        (
            "The faculty must approve the plan by a majority vote of those voting.",
            {"vote share": "majority"},
        ),
        (
            "A proposal is accepted upon approval by the school board.",
            {"vote body": "school board", "vote act": "approval"},
        ),
    ],
)
def test_thresholds_are_read(line: str, votes: dict[str, str]) -> None:
    found = _values(_read(line)["approval-threshold"])
    if votes.get("vote body") == "members" and "membership" in line:
        votes = {**votes, "vote body": found["vote body"]}
    assert {**found, **votes} == found


def test_votes_at_two_steps_are_two_cells_and_of_one_step_are_gathered() -> None:
    found = _read(
        "A majority of the teachers and a majority of the administrators must consent to the"
        " application.",
        "Any revision of the plan requires the consent of two-thirds of the teachers.",
    )
    first = _values(found["approval-threshold"])
    assert (first["vote body"], first["vote 2 body"]) == ("teachers", "administrators")
    assert _values(found["revise-approval-threshold"])["vote share"] == "two-thirds"


@pytest.mark.parametrize(
    "line",
    [
        "The parent members of the innovation council are elected by a majority vote of parents.",
        "A majority of the students in an innovation school ride the bus.",
        "Sixty percent of the revenue goes to the plan.",
    ],
)
def test_what_is_no_threshold_is_not_taken_for_one(line: str) -> None:
    assert "approval-threshold" not in _read(line)


def test_a_secret_ballot_is_seen_without_a_share() -> None:
    found = _read("A secret ballot vote on the innovation plan shall be held at a meeting.")
    assert "approval-threshold" in found


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (
            "The state board may waive any statute or rule specified in the district's plan.",
            {"power": "may", "items": "state rules; education statutes", "in plan": "yes"},
        ),
        (
            "Notwithstanding any other law, a zone is exempt from all rules of the state board.",
            {"power": "exempt", "items": "state rules", "notwithstanding": "yes"},
        ),
        (
            (
                "A school may apply for a waiver of chapters 12-3, 12-4, and 12-9, or any"
                " associated rules."
            ),
            {"units": "chapters 12-3, 12-4, 12-9", "method": "only listed", "rules too": "yes"},
        ),
        (
            "The board shall waive any laws that the plan names.",
            {"power": "shall", "items": "education statutes"},
        ),
    ],
)
def test_waivable_scope_is_read(line: str, values: dict[str, str]) -> None:
    found = _values(_read(line)["waivable-scope"])
    assert {**found, **values} == found


def test_what_is_exempted_may_stand_in_a_list_and_so_may_the_grounds() -> None:
    listed = _read(("A zone may be exempted from the following:", "Statutes;", "Local policies."))
    assert _values(listed["waivable-scope"])["items"] == "education statutes; local policies"
    grounds = _read(
        ("A school may apply for a waiver of any rule if the waiver:", "Encourages innovation.")
    )
    assert _values(grounds["waivable-scope"])["grounds"] == "encourages innovation"


@pytest.mark.parametrize(
    "line",
    [
        "The board shall not waive any statute on civil rights.",
        "The plan shall include the reasons for each waiver of a statute.",
        "A district that has a waiver from a statute shall report on it.",
        "A veteran is exempt from the fee under this chapter.",
    ],
)
def test_what_is_no_waivable_scope_is_not_taken_for_it(line: str) -> None:
    assert "waivable-scope" not in _read(line)


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (
            (
                "The board shall not waive any law relating to:",
                "Civil rights;",
                "Criminal records checks of staff;",
                "Purchasing.",
            ),
            "civil rights; background checks; purchasing",
        ),
        (
            (
                "A school in a zone shall:",
                "Ensure health and safety;",
                "Comply with open meetings laws;",
                "Adhere to financial audits.",
            ),
            "health safety; audits; open meetings",
        ),
        (
            (
                "The board may grant the waiver, unless:",
                "it would threaten the health of students.",
            ),
            "health safety",
        ),
    ],
)
def test_what_stays_is_read_with_its_list(lines: tuple[str, ...], items: str) -> None:
    cell = _read(lines)["non-waivable"]
    assert _values(cell)["items"] == items
    assert len(cell.quotations) == len(lines)


def test_what_stays_may_be_said_in_one_sentence() -> None:
    cell = _read("A zone remains subject to the open records act and to laws on civil rights.")
    assert _values(cell["non-waivable"])["form"] == "shall comply"
    assert "non-waivable" in _read("A zone remains subject to all laws that are not waived.")
    assert "non-waivable" not in _read("A zone remains subject to review.")
    assert "non-waivable" not in _read(("The panel shall:", "Meet;", "Advise."))


def test_practices_are_read() -> None:
    cell = _read(
        (
            "Notwithstanding any law, the board may approve requests of zones to:",
            "Use a flexible school calendar;",
            "Establish online classes.",
        )
    )["permitted-practices"]
    assert _values(cell)["items"] == "online classes; flexible calendar"


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("eligibility", "A school district or a charter school may apply to take part."),
        ("eligibility", "Any public school may be nominated for designation."),
        ("eligibility", "Only schools that choose to take part are included."),
        ("eligibility", "A school district shall submit its plan to the commissioner."),
        ("application", "The application must describe the goals of the plan and its evaluation."),
        ("decision", "If the board rejects the plan, it shall give a written explanation."),
        ("decision", "Within 45 days of receiving the application, the board shall review it."),
        ("advisory-panel", "The commissioner shall establish an advisory panel of nine members."),
        ("reporting", "The department shall submit an annual report to the legislature."),
        ("evaluation", "Every two years, the board shall review the progress of each zone."),
        ("revocation", "The board may revoke the designation if the zone violates its plan."),
        ("rulemaking", "The state board of education shall adopt rules to carry out this section."),
        ("definitions", '"Zone" means an innovation zone.'),
        ("short-title", 'This chapter may be cited as the "Zones of Innovation Act".'),
        ("findings", "The legislature finds that schools differ."),
        ("purpose", "The purposes of this act are to improve learning."),
        ("partnership", "Districts may join together to form a partnership."),
        ("no-new-aid", "A plan must not cause an increase in state aid."),
        ("funding", "A school may seek gifts, grants, and donations for its plan."),
        ("grants", "The department shall award a grant to each zone."),
        ("personnel", "Provisions of a collective bargaining agreement may be waived."),
        ("seat-time", "Students progress on evidence of mastery, not seat time in class."),
        ("outside-credit", "The board shall approve alternative programs for granting credit."),
        ("local-assessment", "A district may set up a local accountability system."),
        ("innovation-office", "The office of education innovation is established."),
        ("learning-network", "Zones share what works in a learning network of schools."),
        ("severability", "If any provision is held invalid, the others stand."),
        ("repealer", "Section 12-3 is repealed."),
        ("emergency", "This act is declared to be an emergency measure."),
        ("sunset", "This section expires June 30, 2031."),
        ("effective-date", "This act takes effect July 1, 2027."),
    ],
)
def test_every_other_kind_is_recognised(kind: str, line: str) -> None:
    found = _read(line)
    assert kind in found
    assert found[kind].confidence < 1
    assert found[kind].quotations[0].words == line
    assert found[kind].quotations[0].citation == "Act(1)"


def test_deadlines_applicants_grounds_and_reports_get_their_values() -> None:
    found = _read(
        "Within sixty days after receiving a plan, the state board shall approve or reject it.",
        "A group of public schools may jointly submit a plan.",
        ("The board may revoke the designation if the zone:", "Fails to comply with this chapter."),
        "The state board shall annually report to the legislature on the program.",
        ("Any of the following may apply:", "A school district;", "A charter school."),
    )
    assert _values(found["decision"])["within"] == "60 days after receipt"
    assert "group of schools" in _values(found["eligibility"])["applicants"]
    assert "fails requirements" in _values(found["revocation"])["grounds"]
    assert _values(found["reporting"])["report every"] == "1 year"


@pytest.mark.parametrize(
    "line",
    [
        "Motor vehicles shall be inspected every year.",
        "The court may award damages to the plaintiff.",
        "A person who violates this section is guilty of a misdemeanor.",
        "",
    ],
)
def test_other_law_is_left_alone(line: str) -> None:
    assert _read(line) == {} if line else True
    assert recognise(Document(Node("document")))[0] == ()
