from __future__ import annotations

import pytest
import yaml  # type: ignore[import-untyped]

from billkit.errors import ReadError
from billkit.language.front_matter import parse_front_matter
from billkit.language.library import ModelLanguage
from billkit.shipped import shipped

SOURCE = """---
title: Term
rationale: A fixed term
  gives time.
from:
  - KRS 156.108(2)
  - "quoted: text"
---

The body.
"""


def test_keys_texts_points_and_body() -> None:
    head = parse_front_matter(SOURCE, file="x.md")
    assert head.text("title") == "Term"
    assert head.text("rationale") == "A fixed term gives time."
    assert head.points("from") == ("KRS 156.108(2)", "quoted: text")
    assert head.points("does") == ()
    assert head.body == "\nThe body."
    assert head.body_line == 9
    assert head.lines["from"] == 5


def test_every_head_means_the_same_to_other_readers() -> None:
    files = sorted((shipped("model_language") / "clauses").glob("*/*.md"))
    assert len(files) >= len(ModelLanguage().kinds())
    for file in files:
        source = file.read_text(encoding="utf-8")
        head = parse_front_matter(source, file=str(file))
        told = yaml.safe_load(source.split("---\n", 2)[1])
        for key, value in told.items():
            ours = list(head.points(key)) if isinstance(value, list) else head.text(key)
            assert ours == value, f"{file}: {key}"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("no head", 1),
        ("---\ntitle: x\n", 1),
        ("---\ntitle: x\ntitle: y\n---\n", 3),
        ("---\nTitle x\n---\n", 2),
        ("---\n- point\n---\n", 2),
        ("", 1),
    ],
)
def test_a_bad_head_is_told_with_its_line(source: str, line: int) -> None:
    with pytest.raises(ReadError) as caught:
        parse_front_matter(source, file="x.md")
    (finding,) = caught.value.findings
    assert finding.code == "bad-front-matter"
    assert (finding.where.file, finding.where.line) == ("x.md", line)
