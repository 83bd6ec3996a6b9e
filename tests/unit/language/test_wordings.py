from __future__ import annotations

import pytest

from billkit.language.library import ModelLanguage
from billkit.language.styles import GENERIC

LANGUAGE = ModelLanguage()


def test_every_text_can_be_read_the_other_way() -> None:
    style = LANGUAGE.style(GENERIC)
    for kind in LANGUAGE.kinds():
        for variant in LANGUAGE.variants(kind):
            read = LANGUAGE.fields_read(kind, variant, style)
            for arm in LANGUAGE.arms(kind, variant, style):
                assert arm.path
                assert arm.path[0] in read


@pytest.mark.parametrize(("kind", "value"), [("purpose", "research"), ("authority", "shall")])
def test_the_words_of_a_value_are_found(kind: str, value: str) -> None:
    arms = LANGUAGE.arms(kind, "model", LANGUAGE.style(GENERIC))
    assert any(arm.value == value for arm in arms)


def test_a_state_s_own_sentence_goes_before_the_model_s_text() -> None:
    plain = LANGUAGE.style(GENERIC)
    own = [
        (style, kind)
        for state in LANGUAGE.styles()
        if (style := LANGUAGE.style(state)).sentences
        for kind in style.sentences
    ]
    assert own
    read = LANGUAGE.fields_read
    assert any(read(kind, "model", style) != read(kind, "model", plain) for style, kind in own)
