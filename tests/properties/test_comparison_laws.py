"""The laws that every comparison obeys, on generated documents."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from billkit.comparison.applying import applied
from billkit.comparison.comparing import compare_documents
from billkit.comparison.merging import merge_documents
from billkit.comparison.result import Comparison
from billkit.tree import Document
from tests.properties.trees import documents, mutated


def examples(count: int) -> int:
    """Says how many examples to try: ten times as many under the profile ``long``."""
    long = settings.get_current_profile_name() == "long"
    return count * 10 if long else count


MARKS = st.sampled_from(["readable", "minimal"])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draws two documents, mostly two versions of one."""
    enacted = draw(documents())
    proposed = draw(documents()) if draw(st.integers(0, 3)) == 0 else draw(mutated(enacted))
    return enacted, proposed


def assert_laws(compared: Comparison) -> None:
    """Checks conservation, acceptance and rejection."""
    for document, mine, frame, place in (
        (compared.enacted, "enacted", compared.enacted_frame, 1),
        (compared.proposed, "proposed", compared.proposed_frame, 2),
    ):
        named = Counter(frame)
        spelled: dict[str, str] = {}
        for operation in compared.operations:
            named.update(getattr(operation, mine))
            here = ""
            for piece in operation.words:
                if piece.sign == "|":
                    here = piece[place] or here
                    if piece[place]:
                        assert here not in spelled
                        spelled[here] = ""
                elif piece[place]:
                    spelled[here] += piece[place]
        assert named == Counter(document.ids)
        for id_, node in document.by_id.items():
            if id_ not in frame:
                assert spelled[id_] == node.words
                assert spelled.get(f"{id_}~tail", "") == node.tail_words
    assert compared.accept() == compared.proposed
    assert compared.reject() == compared.enacted


@given(pairs(), MARKS)
@settings(max_examples=examples(1000), deadline=None)
def test_every_provision_stands_once_and_every_word_is_spelled(
    pair: tuple[Document, Document], marks: str
) -> None:
    enacted, proposed = pair
    compared = compare_documents(enacted, proposed, marks=marks)  # type: ignore[arg-type]
    assert_laws(compared)
    for operation in compared.operations:
        both = operation.enacted and operation.proposed
        assert both or operation.changes <= {"inserted", "deleted", "uncompared"}
        if not operation.changes:
            assert all(piece.sign in "=|" for piece in operation.words)
        for piece in operation.words:
            match piece.sign:
                case "=":
                    assert piece.enacted == piece.proposed
                case "-":
                    assert piece.enacted
                    assert not piece.proposed
                case "+":
                    assert piece.proposed
                    assert not piece.enacted
                case "~" | "#":
                    assert piece.enacted != piece.proposed


@given(documents())
@settings(max_examples=examples(300), deadline=None)
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    compared = compare_documents(document, document)
    assert not compared.changed
    assert_laws(compared)


@given(pairs())
@settings(max_examples=examples(300), deadline=None)
def test_the_same_texts_give_the_same_comparison(pair: tuple[Document, Document]) -> None:
    enacted, proposed = pair
    assert compare_documents(enacted, proposed) == compare_documents(enacted, proposed)


@given(pairs())
@settings(max_examples=examples(300), deadline=None)
def test_all_operations_give_the_proposed_text_and_none_the_enacted(
    pair: tuple[Document, Document],
) -> None:
    enacted, proposed = pair
    compared = compare_documents(enacted, proposed)
    operations = compared.operations
    assert applied(enacted, proposed, operations, ()).root == enacted.root
    if not compared.enacted_frame and not compared.proposed_frame:
        every = range(len(operations))
        assert applied(enacted, proposed, operations, every).root == proposed.root


@given(pairs(), st.data())
@settings(max_examples=examples(300), deadline=None)
def test_any_subset_of_operations_can_be_applied(
    pair: tuple[Document, Document], data: st.DataObject
) -> None:
    enacted, proposed = pair
    compared = compare_documents(enacted, proposed)
    operations = compared.operations
    chosen = data.draw(st.sets(st.integers(0, max(len(operations) - 1, 0))))
    result = applied(enacted, proposed, operations, chosen)
    wanted = Counter(
        node.words[len(node.num or "") :].strip()
        for number, operation in enumerate(operations)
        for document, ids in [
            (proposed, operation.proposed) if number in chosen else (enacted, operation.enacted)
        ]
        for node in map(document.by_id.__getitem__, ids)
    )
    wanted.update(
        enacted.by_id[id_].words[len(enacted.by_id[id_].num or "") :].strip()
        for id_ in compared.enacted_frame
    )
    assert wanted == Counter(
        node.words[len(node.num or "") :].strip() for node in result.provisions
    )


@given(pairs())
@settings(max_examples=examples(200), deadline=None)
def test_a_comparison_read_the_other_way_obeys_the_same_laws(
    pair: tuple[Document, Document],
) -> None:
    compared = compare_documents(*pair)
    assert_laws(compared.invert())
    assert compared.invert().invert().operations == compared.operations


@given(documents(), st.data())
@settings(max_examples=examples(200), deadline=None)
def test_merging_one_version_with_the_base_gives_the_version(
    base: Document, data: st.DataObject
) -> None:
    version = data.draw(mutated(base))
    compared = compare_documents(base, version)
    if compared.enacted_frame or compared.proposed_frame:
        return
    merged = merge_documents(base, base, version)
    assert not merged.conflicts
    assert [n.words for n in merged.document.provisions] == [n.words for n in version.provisions]
    twice = merge_documents(base, version, version)
    assert not twice.conflicts
