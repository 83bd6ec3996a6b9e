from __future__ import annotations

from billkit.library import count_statuses, withhold_reconstructed
from billkit.tree import Document, Node, Run, Status, runs
from tests.unit.library.shelf import made, section


def sub(num: str, text: str, status: Status, *children: Node) -> Node:
    return Node("subsection", num, text=runs(text), status=status, children=children)


def withheld(*children: Node) -> Document:
    return withhold_reconstructed(Document(Node("document", children=(section("1", *children),))))


def below(document: Document) -> list[tuple[str, str | None, str, str | None, str]]:
    return [
        (node.kind, node.num, node.words, node.status, node.label)
        for node in document.provisions[1:]
    ]


HOW = "left out; --include-reconstructed shows it"


def test_a_text_without_reconstruction_stays_as_it_is() -> None:
    document = Document(
        Node("document", children=(section("1", sub("(1)", "held", "official")),)), lines=(1, 2)
    )
    assert withhold_reconstructed(document) is document


def test_one_gap_stands_for_each_run_of_siblings() -> None:
    document = withheld(
        sub("(1)", "held", "official"),
        sub("(2)", "made", "reconstructed", sub("(a)", "made", "reconstructed")),
        sub("(3)", "made", "reconstructed"),
        sub("(4)", "held", "secondary"),
        Node("paragraph", text=runs("made"), status="reconstructed"),
        Node("gap", status="gap", label="the rest"),
        sub("(6)", "made", "reconstructed"),
    )
    assert below(document) == [
        ("subsection", "(1)", "(1) held", "official", ""),
        ("gap", None, "", "gap", f"the reconstructed text of (2) to (3), {HOW}"),
        ("subsection", "(4)", "(4) held", "secondary", ""),
        ("gap", None, "", "gap", f"reconstructed text, {HOW}"),
        ("gap", None, "", "gap", "the rest"),
        ("gap", None, "", "gap", f"the reconstructed text of (6), {HOW}"),
    ]


def test_confirmed_provisions_below_a_reconstructed_one_are_kept() -> None:
    document = withheld(
        sub(
            "(1)",
            "made",
            "reconstructed",
            sub("(a)", "held", "official"),
            sub("(b)", "made", "reconstructed"),
        )
    )
    assert below(document) == [
        ("subsection", "(1)", "(1)", "gap", f"the reconstructed words here, {HOW}"),
        ("subsection", "(a)", "(a) held", "official", ""),
        ("gap", None, "", "gap", f"the reconstructed text of (b), {HOW}"),
    ]


def test_a_section_keeps_its_number() -> None:
    root = Node(
        "document",
        children=(
            section("1", sub("(1)", "made", "reconstructed"), status="reconstructed"),
            section("2", text="made", status="reconstructed"),
        ),
    )
    document = withhold_reconstructed(Document(root))
    assert [(node.kind, node.num, node.status) for node in document.provisions] == [
        ("section", "1", None),
        ("gap", None, "gap"),
        ("section", "2", "gap"),
    ]


def test_a_sentence_at_the_end_becomes_a_gap() -> None:
    node = Node(
        "subsection",
        "(1)",
        text=(Run("Held. ", status="official"), made("Made.")),
        status="reconstructed",
        children=(sub("(a)", "held", "official"),),
    )
    assert below(withheld(node)) == [
        ("subsection", "(1)", "(1) Held.", "official", ""),
        ("gap", None, "", "gap", f"reconstructed words, {HOW}"),
        ("subsection", "(a)", "(a) held", "official", ""),
    ]


def test_words_after_a_sentence_left_out_go_on_after_the_gap() -> None:
    node = Node(
        "subsection",
        "(1)",
        text=(Run("One. "), made("Two. "), Run("Three.", status="secondary")),
        status="official",
    )
    assert below(withheld(node)) == [
        ("subsection", "(1)", "(1) One.", "official", ""),
        ("gap", None, "", "gap", f"reconstructed words, {HOW}"),
        ("paragraph", None, "Three.", "secondary", ""),
    ]


def test_words_after_a_first_sentence_left_out_are_kept() -> None:
    node = Node("subsection", "(1)", text=(made("One. "), Run("Two.")), status="official")
    assert below(withheld(node)) == [
        ("subsection", "(1)", "(1)", "gap", f"the reconstructed words here, {HOW}"),
        ("paragraph", None, "Two.", "official", ""),
    ]


def test_words_in_headings_and_tails_are_left_out() -> None:
    node = Node(
        "subsection",
        "(1)",
        heading=(made("Made "), Run("Aim")),
        text=runs("Held"),
        children=(sub("(a)", "held", "official"),),
        tail=(Run("Flush. "), made("Made.")),
        status="official",
    )
    document = withheld(node)
    assert below(document) == [
        ("subsection", "(1)", "(1) Aim Held", "official", ""),
        ("gap", None, "", "gap", f"reconstructed words, {HOW}"),
        ("subsection", "(a)", "(a) held", "official", ""),
        ("gap", None, "", "gap", f"reconstructed words, {HOW}"),
    ]
    assert document.provisions[1].tail_words == "Flush."


def test_places_are_kept() -> None:
    tree = section("1", sub("(1)", "made", "reconstructed"), sub("(2)", "held", "official"))
    document = withhold_reconstructed(
        Document(Node("document", children=(tree,)), file="a.xml", lines=(3, 7, 9))
    )
    assert document.lines == (3, 7, 9)
    assert document.where("sec-1/2").line == 9
    bare = section("1", sub("(1)", "made", "reconstructed"), status="reconstructed")
    document = withhold_reconstructed(Document(Node("document", children=(bare,)), lines=(3, 7)))
    assert document.lines == (3, 7)


def test_words_are_counted_per_status() -> None:
    node = Node(
        "subsection",
        "(1)",
        text=(Run("Two words. ", status="official"), Run("One.")),
        status="secondary",
        tail=runs("Three more words"),
    )
    plain = Node("subsection", "(2)", text=runs("unknown"))
    document = Document(
        Node("document", children=(section("1", node, Node("gap", status="gap"), plain),))
    )
    counts = count_statuses(document)
    assert counts.words == {"official": 4, "secondary": 4}
    assert list(counts.words) == ["official", "secondary"]
    assert counts.gaps == 1
    assert counts.total == 8
