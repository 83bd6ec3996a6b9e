"""``python -m tests.bench``: measures billkit beside its peers, and writes the data of a page.

``make bench PAIRS=FILE CODES=DIR,DIR`` measures on other texts: lines of JSON with ``enacted`` and
``proposed``; two folders (a section per file) or two files of sections.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from tests.bench import cases, codes, drafts, growth, pairs, planted, shelf
from tests.bench.engines import package_of_jsdiff
from tests.bench.figures import Report, Section, write_json, write_text
from tests.bench.scope import Scope
from tests.bench.texts import Corpus

__all__ = ["main"]

ROOT = Path(__file__).parents[2]
DATA = ROOT / "docs" / "_data" / "bench.json"
"""What the page of figures on the site is made of."""

_QUICK_PAIRS = 60
_PACKAGES = ("diff-match-patch", "rapidfuzz", "redlines", "xmldiff", "lxml")

PARTS: dict[str, Callable[[Scope], Section]] = {
    "cases": lambda _: cases.measure(),
    "pairs": pairs.measure,
    "planted": planted.measure,
    "growth": growth.measure_growth,
    "title": growth.measure_title,
    "paragraph": growth.measure_paragraph,
    "codes": codes.measure,
    "library": shelf.measure,
    "drafting": drafts.measure,
}
"""What can be measured, in the order of the report."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and, where all was measured, writes the data of the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less, in a minute instead of five")
    parser.add_argument("--only", default="", metavar="PART,...", help=", ".join(PARTS))
    parser.add_argument("--write", action="store_true", help="write the data after a quick run too")
    parser.add_argument("settings", nargs="*", metavar="PAIRS=FILE | CODES=DIR,DIR")
    options = parser.parse_args(arguments)
    given = dict(setting.partition("=")[::2] for setting in options.settings)
    if set(given) - {"PAIRS", "CODES"}:
        parser.error(f"only PAIRS and CODES can be set, not {', '.join(given)}")
    wanted = [part for part in options.only.split(",") if part] or list(PARTS)
    if set(wanted) - set(PARTS):
        parser.error(f"the parts are {', '.join(PARTS)}")
    scope = _scope(parser, options, given)
    sections = []
    for part in wanted:
        start = time.perf_counter()
        sections.append(PARTS[part](scope))
        sys.stderr.write(f"{part}: {time.perf_counter() - start:.0f} s\n")
        sys.stderr.flush()
    report = Report(_about(scope), _versions(), tuple(sections))
    sys.stdout.write(write_text(report))
    if len(wanted) == len(PARTS) and (options.write or not scope.quick):
        DATA.parent.mkdir(parents=True, exist_ok=True)
        DATA.write_text(write_json(report), "utf-8")
    return 0


def _scope(
    parser: argparse.ArgumentParser, options: argparse.Namespace, given: dict[str, str]
) -> Scope:
    """Finds the texts that are asked for."""
    file = Path(given["PAIRS"]) if given.get("PAIRS") else None
    if file is not None and not file.is_file():
        parser.error(f"there is no file {file}")
    places = [Path(place) for place in given.get("CODES", "").split(",") if place]
    if places and (len(places) != 2 or not all(place.exists() for place in places)):
        parser.error("CODES are two folders or two files that are there, with a comma between")
    corpus = Corpus.of(file)
    if options.quick:
        corpus = corpus.first(_QUICK_PAIRS)
    codes_given = (places[0], places[1]) if places else None
    return Scope(corpus=corpus, quick=options.quick, codes=codes_given)


def _about(scope: Scope) -> str:
    """Says how the figures were made."""
    length = "a quick run" if scope.quick else "one run"
    return (
        f"All figures are of {length} on one machine, every engine in the same run; times are "
        "medians of rounds in which each engine has its turn. Ratios hold elsewhere, seconds do "
        "not."
    )


def _versions() -> tuple[str, ...]:
    """Names what was compared, with versions."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False)
    package = package_of_jsdiff()
    return (
        f"Python {platform.python_version()}",
        *(f"{name} {version(name)}" for name in _PACKAGES),
        git.stdout.strip() or "no git",
        f"jsdiff {package[1]}" if package else "jsdiff not run: no node, or no package 'diff'",
    )


if __name__ == "__main__":
    sys.exit(main())
