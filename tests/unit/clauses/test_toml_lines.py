from __future__ import annotations

import tomllib
from typing import Any

from billkit.clauses.toml_lines import TomlPath, toml_places

TEXT = """# a comment with = and [brackets]
title = "A \\"quoted\\" # title" # and a comment
'quoted key' = 1
"esc\\u0061ped" = 2
dotted . "in side".deep = [1,
  2, # two
  [3, "]"],
]

[names]
zone = { name = "z", own.short = 'its' }
[names.own]
lab = \"\"\"
one
two\"\"\"
[[clauses]]
kind = "term"
  [clauses.inner]
  x = 2027-07-01 # day
[[clauses]]
kind = \'\'\'a
b\'\'\'
[[clauses.reports]]
by = "x"
[[clauses.reports]]
by = "y"
[ a . b ]
c = true
"""


def at(data: Any, path: TomlPath) -> Any:
    for step in path:
        data = data[step]
    return data


def test_every_value_is_found() -> None:
    data = tomllib.loads(TEXT)
    places = toml_places(TEXT)
    expected = {
        ("title",): 2,
        ("quoted key",): 3,
        ("escaped",): 4,
        ("dotted", "in side", "deep"): 5,
        ("dotted", "in side", "deep", 2, 1): 7,
        ("names", "zone", "own", "short"): 11,
        ("names", "own", "lab"): 13,
        ("clauses", 0, "kind"): 17,
        ("clauses", 0, "inner", "x"): 19,
        ("clauses", 1, "kind"): 21,
        ("clauses", 1, "reports", 1, "by"): 26,
        ("a", "b", "c"): 28,
    }
    for path, line in expected.items():
        span = places.of[path].value
        assert places.line(span.start) == line, path
        raw = TEXT[span.start : span.end]
        assert tomllib.loads(f"x = {raw}")["x"] == at(data, path)


def test_headers_and_keys_have_their_places_too() -> None:
    places = toml_places(TEXT)
    assert places.excerpt(places.of["clauses", 1].value) == ("[[clauses]]", (0, 11))
    key = places.of["clauses", 0, "inner", "x"].key
    assert key is not None
    assert places.excerpt(key) == ("x = 2027-07-01 # day", (0, 1))
    whole = places.of["names", "own", "lab"].value
    assert places.excerpt(whole) == ('lab = """', (6, 3))


def test_a_text_without_keys_has_no_places() -> None:
    assert toml_places("# nothing\n").of == {}
