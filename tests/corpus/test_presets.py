"""Each preset after a state's act reproduces the act's held words, in its own state's form."""

from __future__ import annotations

import pytest

from billkit.clauses.loading import load_bill
from billkit.drafting.drafting import draft_bill
from billkit.language.library import ModelLanguage
from billkit.library import load_statute
from billkit.shipped import shipped
from tests.bench.drafts import Share, shares_of

LANGUAGE = ModelLanguage()
AFTER = {
    "after-kentucky": ("us-ky", 0.99, 0.01),
    "after-mississippi": ("us-ms", 1.0, 0.0),
    "after-north-dakota": ("us-nd", 1.0, 0.0),
    "after-minnesota": ("us-mn", 0.99, 0.0),
}
"""The state of each preset, the least share reproduced, and the largest surplus."""


def _share(preset: str) -> Share:
    state = AFTER[preset][0]
    style = LANGUAGE.style(state)
    return shares_of(load_statute(state), draft_bill(load_bill(preset), style, language=LANGUAGE))


@pytest.mark.parametrize("preset", AFTER)
def test_a_preset_reproduces_the_held_words_of_its_act(preset: str) -> None:
    _, least, most = AFTER[preset]
    share = _share(preset)
    assert share.held.total() > 200
    assert share.reproduced >= least
    assert share.beyond <= most


@pytest.mark.parametrize("preset", AFTER)
def test_a_preset_holds_parameters_and_no_law(preset: str) -> None:
    source = (shipped("model_language") / "presets" / f"{preset}.toml").read_text(encoding="utf-8")
    words = " ".join(line for line in source.splitlines() if not line.startswith("#")).split()
    law = " ".join(node.words for node in load_statute(AFTER[preset][0]).provisions)
    runs = (" ".join(words[n : n + 8]) for n in range(len(words) - 7))
    assert not [run for run in runs if run in law]


def test_what_is_not_held_of_an_act_is_never_drafted_from_memory() -> None:
    for preset in ("after-kentucky", "after-minnesota"):
        state = AFTER[preset][0]
        held = " ".join(node.words for node in load_statute(state).provisions)
        whole = load_statute(state, include_reconstructed=True)
        unsure = [
            run.text
            for node in whole.provisions
            for run in (*node.text, *node.tail)
            if "reconstructed" in {node.status, run.status} and run.text not in held
        ]
        document = draft_bill(load_bill(preset), LANGUAGE.style(state), language=LANGUAGE)
        drafted = " ".join(node.words for node in document.provisions)
        assert unsure
        for text in unsure:
            words = text.split()
            for start in range(max(len(words) - 11, 1)):
                piece = " ".join(words[start : start + 12])
                assert len(words) < 12 or piece in held or piece not in drafted, piece
