"""Other engines, each used as its own documentation says, each giving marks that can be counted."""

from __future__ import annotations

import difflib
import json
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape, unescape
from itertools import groupby
from pathlib import Path
from shutil import which
from typing import TypeAlias
from xml.sax.saxutils import escape as escape_xml

from diff_match_patch import diff_match_patch
from lxml import etree
from lxml.html.diff import htmldiff
from redlines import Redlines
from xmldiff import formatting, main

from tests.bench.measures import TOKENS, Mark
from tests.bench.timing import seconds

__all__ = [
    "ENGINES",
    "Engine",
    "Pair",
    "dmp_words",
    "git_words",
    "jsdiff_words",
    "package_of_jsdiff",
]

Pair: TypeAlias = tuple[str, str]
"""An enacted and a proposed text."""

Engine: TypeAlias = Callable[[str, str], list[Mark]]
"""Compares two texts."""

_FIRST_CHARACTER = 0x100
_SURROGATES = (0xD800, 0xE000)
_SIGNS = {-1: "-", 0: "=", 1: "+"}


def _diff_words(
    enacted: str, proposed: str, *, semantic: bool
) -> tuple[list[tuple[int, str]], list[str]]:
    """Maps words to characters and compares these; gives the differences and the words."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    codes: dict[str, str] = {}
    words: list[str] = []

    def mapped(text: str) -> str:
        out = []
        for token in TOKENS.findall(text):
            if (letter := codes.get(token)) is None:
                code = _FIRST_CHARACTER + len(words)
                if code >= _SURROGATES[0]:
                    code += _SURROGATES[1] - _SURROGATES[0]
                letter = codes[token] = chr(code)
                words.append(token)
            out.append(letter)
        return "".join(out)

    found = engine.diff_main(mapped(enacted), mapped(proposed), False)  # noqa: FBT003 - its own form
    if semantic:
        engine.diff_cleanupSemantic(found)
    return found, words


def dmp_words(enacted: str, proposed: str) -> list[tuple[int, str]]:
    """Compares as the project's figures define diff-match-patch's word mode, mapping included."""
    return _diff_words(enacted, proposed, semantic=False)[0]


def _dmp(enacted: str, proposed: str, *, semantic: bool) -> list[Mark]:
    found, words = _diff_words(enacted, proposed, semantic=semantic)
    marks = []
    for sign, letters in found:
        places = (ord(letter) - _FIRST_CHARACTER for letter in letters)
        gap = _SURROGATES[1] - _SURROGATES[0]
        limit = _SURROGATES[0] - _FIRST_CHARACTER
        text = " ".join(words[place if place < limit else place - gap] for place in places)
        marks.append(Mark(_SIGNS[sign], text, text))
    return marks


def _difflib_words(enacted: str, proposed: str) -> list[Mark]:
    mine, theirs = TOKENS.findall(enacted), TOKENS.findall(proposed)
    codes = difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    return list(_opcodes(codes, mine, theirs, " "))


def _opcodes(
    codes: Iterable[tuple[str, int, int, int, int]],
    mine: Sequence[str],
    theirs: Sequence[str],
    gap: str,
) -> Iterator[Mark]:
    for tag, a, b, c, d in codes:
        words, others = gap.join(mine[a:b]), gap.join(theirs[c:d])
        if tag == "equal":
            yield Mark("=", words, others)
            continue
        if words:
            yield Mark("-", words, "")
        if others:
            yield Mark("+", "", others)


def _redlines(enacted: str, proposed: str) -> list[Mark]:
    marks = []
    for operation in Redlines(enacted, proposed)._diff_ops:  # noqa: SLF001 - the only full list
        mine, theirs = operation.source_chunk.text, operation.test_chunk.text
        for mark in _opcodes([operation.opcodes], mine, theirs, ""):
            texts = (text.replace("¶ ", "\n") for text in mark[1:])
            marks.append(Mark(mark.sign, *texts))
    return marks


def _xmldiff(enacted: str, proposed: str) -> list[Mark]:
    mine, theirs = (
        f"<doc>{''.join(f'<p>{escape_xml(line)}</p>' for line in text.splitlines())}</doc>"
        for text in (enacted, proposed)
    )
    formatter = formatting.XMLFormatter(text_tags=("p",), normalize=formatting.WS_NONE)
    return list(_of_tree(etree.fromstring(main.diff_texts(mine, theirs, formatter=formatter)), "="))


_DIFF = "{http://namespaces.shoobx.com/diff}"


def _of_tree(element: etree._Element, sign: str) -> Iterator[Mark]:
    tag = str(element.tag)
    own = sign
    if tag in {"del", f"{_DIFF}delete"} or f"{_DIFF}delete" in element.attrib:
        own = "-"
    elif tag in {"ins", f"{_DIFF}insert"} or f"{_DIFF}insert" in element.attrib:
        own = "+"
    if element.text:
        yield Mark(own, element.text, element.text)
    for child in element:
        yield from _of_tree(child, own)
        if child.tail:
            yield Mark(own, child.tail, child.tail)
    if tag in {"p", "doc"}:
        yield Mark(own, "\n", "\n")


def _htmldiff(enacted: str, proposed: str) -> list[Mark]:
    mine, theirs = (
        "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
        for text in (enacted, proposed)
    )
    marked = htmldiff(mine, theirs)
    parser = etree.HTMLParser()
    tree = etree.fromstring(f"<html><body>{marked}</body></html>", parser)
    return [Mark(sign, unescape(text), unescape(text)) for sign, text, _ in _of_tree(tree, "=")]


ENGINES: dict[str, Engine] = {
    "diff-match-patch words": lambda enacted, proposed: _dmp(enacted, proposed, semantic=False),
    "the same, semantic": lambda enacted, proposed: _dmp(enacted, proposed, semantic=True),
    "difflib words": _difflib_words,
    "redlines": _redlines,
    "xmldiff": _xmldiff,
    "lxml htmldiff": _htmldiff,
}
"""The engines that compare one pair at a time within this process."""

_WORD_OF_GIT = "[[:alnum:]_]+([-.,'’–][[:alnum:]_]+)*|[^[:space:]]"


def git_words(pairs: Sequence[Pair]) -> tuple[float, list[list[Mark]]]:
    """Compares all pairs in one run of git: two folders, a file per text."""
    with tempfile.TemporaryDirectory() as folder:
        for number, pair in enumerate(pairs):
            for side, text in zip(("enacted", "proposed"), pair, strict=True):
                file = Path(folder, side, f"{number:06d}.txt")
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8", newline="")
        found: list[str] = []

        def act() -> None:
            run = subprocess.run(
                ["git", "diff", "--no-index", "--no-color", "--histogram", "-U9999999",
                 "--word-diff=porcelain", f"--word-diff-regex={_WORD_OF_GIT}",
                 "enacted", "proposed"],
                cwd=folder, capture_output=True, check=False,
            )  # fmt: skip
            found.append(run.stdout.decode("utf-8", "replace"))

        taken = seconds(act)
    marks: list[list[Mark]] = [[Mark("=", *pair)] for pair in pairs]
    for part in found[0].split("diff --git ")[1:]:
        number = int(part.partition(".txt")[0][-6:])
        marks[number] = list(_porcelain(part))
    return taken, marks


def _porcelain(text: str) -> Iterator[Mark]:
    lines = iter(text.split("\n"))
    for line in lines:
        if line.startswith("@@"):
            break
    for line in lines:
        sign, words = line[:1], line[1:]
        if sign == "~":
            yield Mark("=", "\n", "\n")
        elif sign in {"-", "+"}:
            yield Mark(sign, words, words)
        elif sign == " ":
            yield Mark("=", words, words)


def package_of_jsdiff() -> tuple[Path, str] | None:
    """Finds jsdiff and its version: the checkout's own, a global one, or the one npm brings.

    None where node or the package is not there.
    """
    node = which("node")
    if node is None:
        return None
    above = Path(node).resolve().parent.parent / "lib" / "node_modules"
    for folder in (Path("node_modules"), above, above / "npm" / "node_modules"):
        manifest = folder / "diff" / "package.json"
        if manifest.is_file():
            return manifest.parent.resolve(), json.loads(manifest.read_text("utf-8"))["version"]
    return None


def jsdiff_words(pairs: Sequence[Pair], package: Path) -> tuple[float, list[list[Mark]]]:
    """Compares all pairs in one run of node; the time is what node says of the comparing alone."""
    script = Path(__file__).with_name("jsdiff.cjs")
    run = subprocess.run(
        ["node", str(script), str(package)],
        input=json.dumps(pairs), capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found = json.loads(run.stdout)
    marks = [
        [Mark(sign, "".join(text), "".join(text)) for sign, text in _grouped(parts)]
        for parts in found["marks"]
    ]
    return found["taken"] / 1000, marks


def _grouped(parts: Iterable[Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    for sign, run in groupby(parts, key=lambda part: part[0]):
        yield sign, [text for _, text in run]
