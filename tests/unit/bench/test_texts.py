"""The bench's own texts are the same every time, and what was done to them is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.readers.plain_text import read_plain_text
from tests.bench import __main__ as command
from tests.bench import cases, codes, drafts, engines, texts
from tests.bench.measures import counted, exactness
from tests.bench.scope import Scope


@pytest.fixture(scope="module")
def corpus() -> texts.Corpus:
    return texts.Corpus("made", texts._made_pairs()).first(40)  # noqa: SLF001 - the pairs without a file


def test_pairs_made_of_the_library_are_changed(corpus: texts.Corpus) -> None:
    assert len(corpus.pairs) == 40
    assert all(enacted != proposed for enacted, proposed in corpus.pairs)


def test_pairs_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    lines = [{"enacted": f"({n}) One.", "proposed": f"({n}) Two."} for n in range(5)]
    file.write_text("\n".join(map(json.dumps, lines)) + "\n\n", "utf-8")
    found = texts.Corpus.of(file)
    assert found.source == "the 5 changed section pairs of pairs.jsonl"
    assert found.first(2).pairs == (("(0) One.", "(0) Two."), ("(2) One.", "(2) Two."))
    assert found.read()[0][0] == read_plain_text("(0) One.")


def test_texts_grow_to_their_size_and_change_by_their_share(corpus: texts.Corpus) -> None:
    grown = texts.grown(corpus.words, 2000, seed=1)
    assert sum(map(len, grown)) == 2000
    assert grown == texts.grown(corpus.words, 2000, seed=1)
    altered = texts.altered_words(grown, ["zebra"], 0.01, seed=1)
    assert 15 <= sum(words.count("zebra") for words in altered) <= 20
    document = texts.laid_out(grown)
    assert document.root.children[0].num == "Sec. 1."
    assert len(document.root.children[0].children) == 8


def test_a_tenth_of_a_title_is_changed_and_some_is_new_or_gone(corpus: texts.Corpus) -> None:
    enacted, proposed = texts.title_sections(corpus, 400_000, seed=1)
    assert sum(map(len, enacted)) >= 370_000
    few = round(len(enacted) * 0.03)
    assert (enacted.count(""), proposed.count("")) == (few, few)
    pairs = [(one, other) for one, other in zip(enacted, proposed, strict=True) if one and other]
    assert 1 <= sum(one != other for one, other in pairs) <= round(len(enacted) * 0.1)


def test_exchanged_words_are_the_same_everywhere() -> None:
    by = {"board": "ferry", "acts": "sings"}
    assert texts.exchanged("Board acts, the board acts.", by) == "Ferry sings, the ferry sings."


def test_a_made_code_knows_what_moved(corpus: texts.Corpus) -> None:
    release = codes.synthetic(corpus, codes.Shape(300, 20, 10))
    assert len(release.moved) == 10
    for name, under in release.moved.items():
        assert under in release.proposed
        assert name in release.enacted
    assert release == codes.synthetic(corpus, codes.Shape(300, 20, 10))


def test_sections_of_a_folder_a_json_file_and_lines(tmp_path: Path) -> None:
    folder = tmp_path / "code"
    (folder / "t1").mkdir(parents=True)
    (folder / "t1" / "1-01.txt").write_text("One.", "utf-8")
    assert codes.read_sections(folder) == {"t1/1-01": "One."}
    whole = tmp_path / "code.json"
    whole.write_text('{"1-01": "One."}', "utf-8")
    lines = tmp_path / "code.jsonl"
    lines.write_text('{"section": "1-01", "text": "One."}\n', "utf-8")
    assert codes.read_sections(whole) == codes.read_sections(lines) == {"1-01": "One."}


def test_the_ten_edits_are_cases() -> None:
    names = [case.name for case in cases.all_cases()]
    assert tuple(names[:10]) == cases.TEN
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", engines.ENGINES)
def test_engines_mark_what_changed(name: str) -> None:
    pair = ("(1) The board shall act.\n(2) It ends.", "(1) The board may act.\n(2) It ends.")
    marks = engines.ENGINES[name](*pair)
    assert counted(marks).words == 2
    assert exactness(marks, *pair) in {"exact", "words"}


def test_git_marks_what_changed() -> None:
    pairs = [("The board shall act.\n", "The board may act.\n"), ("The same.\n", "The same.\n")]
    _, marks = engines.git_words(pairs)
    assert [counted(each).words for each in marks] == [2, 0]


def test_shares_count_the_words_of_an_act_that_a_draft_has() -> None:
    enacted = read_plain_text("(1) The clerk records votes.\n(2) A ferry carries mail.")
    proposed = read_plain_text("(1) The clerk records votes.\n(2) Rules take effect today also.")
    found = drafts.shares_of(enacted, proposed)
    assert found.held.total() == 10
    assert found.reproduced == pytest.approx(5 / 10, abs=0.11)
    assert found.beyond >= 0.5
    language = ModelLanguage()
    draft = draft_bill(load_bill("model-act"), language.style("us-nd"), language=language)
    assert drafts.shares_of(draft, draft).beyond == 0


def test_the_command_refuses_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (["SIZE=3"], ["PAIRS=nowhere.jsonl"], ["CODES=a,b"], ["--only", "weather"]):
        with pytest.raises(SystemExit) as stop:
            command.main(wrong)
        assert stop.value.code == 2
    assert "the parts are" in capsys.readouterr().err


def test_one_part_alone_prints_and_writes_no_data(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(command, "DATA", tmp_path / "data" / "bench.json")
    assert command.main(["--quick", "--only", "cases"]) == 0
    assert "ideal, of the ten edits" in capsys.readouterr().out
    assert not (tmp_path / "data").exists()


def test_all_parts_write_the_data_of_the_page(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    corpus: texts.Corpus,
) -> None:
    monkeypatch.setattr(command, "DATA", tmp_path / "data" / "bench.json")
    monkeypatch.setattr(command, "PARTS", {"cases": command.PARTS["cases"]})
    assert Scope(corpus, quick=True).rounds < Scope(corpus).rounds
    assert command.main(["--quick", "--write"]) == 0
    (section,) = json.loads((tmp_path / "data" / "bench.json").read_text("utf-8"))["sections"]
    assert section["title"].startswith("The ten edits")
    assert "targets met" in capsys.readouterr().out
