"""Every gate holds for all of billkit, and is shown to close on a bad example."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.architecture import gates
from tests.architecture.sources import ROOT, SRC, Module, modules, tracked

Gate = Callable[[Module], Iterator[str]]


@cache
def subpackages() -> frozenset[str]:
    return frozenset(path.parent.name for path in (SRC / "billkit").glob("*/__init__.py"))


@cache
def law() -> frozenset[tuple[str, ...]]:
    out: set[tuple[str, ...]] = set()
    for path in sorted((ROOT / "statutes").rglob("*.xml")):
        out.update(gates.shingles(re.sub(r"<[^>]+>", " ", path.read_text("utf-8"))))
    return frozenset(out)


def shadows(module: Module) -> Iterator[str]:
    return gates.shadows(module, subpackages() | {"drafting"})


def sentences_of_law(module: Module) -> Iterator[str]:
    return gates.sentences_of_law(module, law())


GATES: list[tuple[Gate, Module, str]] = [
    (gates.floors, Module("billkit.tree", "from billkit.akn import read_akn"), "not stand below"),
    (gates.floors, Module("billkit.akn.x", "import billkit.language.y"), "not stand below"),
    (gates.floors, Module("billkit.cli.x", "from billkit import draft"), "billkit itself"),
    (gates.floors, Module("billkit.cli.x", "import billkit"), "billkit itself"),
    (gates.floors, Module("billkit.akn.x", "from .. import tree"), "full name"),
    (gates.floors, Module("billkit.odds.x", ""), "no floor"),
    (gates.floors, Module("billkit.tree", "def f():\n    from billkit.akn import x"), "below"),
    (gates.packages, Module("billkit.tree", "import lxml.etree"), "lxml may not"),
    (gates.packages, Module("billkit.readers.x", "from rich import box"), "rich may not"),
    (gates.sizes, Module("billkit.tree", "\n" * 501), "501 lines"),
    (gates.vague_modules, Module("billkit.text.utils", ""), "utils says nothing"),
    (gates.side_names, Module("billkit.tree", "old_text = 1"), "old_text"),
    (gates.side_names, Module("billkit.tree", "def f(left): ..."), "left"),
    (gates.side_names, Module("billkit.tree", "new = 1"), "new"),
    (gates.side_names, Module("billkit.tree", "for new_text in x: ..."), "new_text"),
    (shadows, Module("billkit._api", "def drafting(): ..."), "sub-package"),
    (gates.exports, Module("billkit.tree", "def f(): ..."), "no __all__"),
    (gates.exports, Module("billkit.tree", "__all__ = ['g']"), "not there"),
    (gates.exports, Module("billkit.tree", "__all__ = []\nclass F: ..."), "not in __all__"),
    (gates.exports, Module("billkit.tree", "__all__ = ['a', 'a']\na = 1"), "twice"),
    (gates.unfinished, Module("billkit.tree", "x = 1  # TO" + "DO: later"), "TO" + "DO"),
    (gates.network, Module("billkit.tree", "from urllib.request import urlopen"), "urllib"),
    (gates.network, Module("billkit.tree", "import http.client"), "http"),
    (gates.surroundings, Module("billkit.tree", "import time"), "imports time"),
    (gates.surroundings, Module("billkit.tree", "x = date.today()"), "today"),
    (gates.surroundings, Module("billkit.tree", "x = os.environ['X']"), "environ"),
    (gates.surroundings, Module("billkit.tree", "print(1)"), "calls print"),
    (gates.asserts, Module("billkit.tree", "assert x"), "asserts"),
]
"""Each gate with a module it must not let through, and words of the complaint."""

EVERY_GATE = [*dict.fromkeys(gate for gate, _, _ in GATES), sentences_of_law]


@pytest.mark.parametrize("gate", EVERY_GATE, ids=lambda gate: gate.__name__)
def test_billkit_passes(gate: Gate) -> None:
    assert [complaint for module in modules() for complaint in gate(module)] == []


@pytest.mark.parametrize(("gate", "bad", "words"), GATES)
def test_gate_closes(gate: Gate, bad: Module, words: str) -> None:
    complaints = list(gate(bad))
    assert complaints
    assert words in complaints[0]


def test_gates_let_good_code_through() -> None:
    good = Module(
        "billkit.akn.x",
        "from lxml import etree\nfrom billkit.tree import Node\nfrom billkit.akn.y import z\n"
        '__all__ = ["F", "f"]\ndef f(enacted, proposed, no_new_aid, new_law, left_out): ...\n'
        "class F:\n    new: str\n",
    )
    assert [complaint for gate in EVERY_GATE for complaint in gate(good)] == []


def test_sentence_of_law_is_found_in_any_string() -> None:
    words = "The board shall approve every plan that it has seen"
    known = frozenset(gates.shingles(words))
    for source in (f'x = "{words.upper()}."', f'x = f"{{y}} {words}"', f'"""{words}"""'):
        assert list(gates.sentences_of_law(Module("billkit.tree", source), known))
    assert not list(gates.sentences_of_law(Module("billkit.tree", 'x = "The board."'), known))


def test_the_law_looked_for_is_there() -> None:
    assert len(law()) > 1000


def test_lock_names_no_address() -> None:
    assert list(gates.addresses((ROOT / "requirements.lock").read_text("utf-8"))) == []
    assert list(gates.addresses("--index-url https://example.org/simple\n"))
    assert list(gates.addresses("rich>=14\n"))


def test_every_dependency_is_locked_with_its_hash() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(
        r"^[A-Za-z0-9][^=\n]*==.*?(?=^[A-Za-z0-9]|\Z)", text, re.DOTALL | re.MULTILINE
    )
    assert len(pinned) > 20
    assert [entry.splitlines()[0] for entry in pinned if "--hash=sha256:" not in entry] == []


def complaints_of(path: Path) -> list[str]:
    try:
        text = (ROOT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return []
    return [f"{path}: {line}" for line in gates.places(text, [str(ROOT), f"{ROOT.parent}/"])]


def test_no_file_names_this_machine() -> None:
    assert [line for path in tracked() for line in complaints_of(path)] == []


def test_a_place_of_one_machine_is_seen() -> None:
    assert list(gates.places("see /srv/x/billkit", ["/srv/x/"]))
    assert list(gates.places("see /ho" + "me/somebody/billkit", []))
    assert not list(gates.places("https://example.org/home/page", []))
