"""Brings the statute files and the index in line: ``python -m tests.corpus.refresh_index``.

What the index knows of a law (citation, standing, dates, life) goes into its files; what a file
holds (words per status, gaps, sources) goes into the index. The digest of each file's words is
taken anew where its source lies beside the checkout and proves every word.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

from billkit.akn import read_akn, write_akn
from billkit.library import Library, Statute, Version, count_statuses, load_statute
from billkit.shipped import shipped
from billkit.tree import Document
from tests.corpus.held_words import SOURCES, differences, digest

DIGESTS = Path(__file__).parent / "source-digests.json"
INDEX = shipped("statutes") / "index.toml"
_TAKEN = re.compile(r"^(?:words = .*\n|gaps = .*\n|sources = \[\n(?:  .*\n)*\]\n)", re.MULTILINE)


def main() -> int:
    """Refreshes everything; says what is wrong and changes no digest of a file that is."""
    library = Library.open()
    digests = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.exists() else {}
    text = INDEX.read_text(encoding="utf-8")
    wrong = 0
    for id_ in library.ids():
        statute = library.statute(id_)
        if statute is None:
            continue
        for version in statute.versions:
            name = statute.version_id(version)
            document = _refreshed(statute, version)
            source = SOURCES / f"{name}.txt"
            if source.is_file():
                found = differences(document, source.read_text(encoding="utf-8"))
                for line in found:
                    sys.stdout.write(f"{name}: {line}\n")
                wrong += bool(found)
                if not found:
                    digests[name] = digest(document)
            text = _with_taken(text, id_, version, document)
    INDEX.write_text(text, encoding="utf-8")
    DIGESTS.write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if wrong else 0


def _refreshed(statute: Statute, version: Version) -> Document:
    """Puts into a file what the index knows of its law."""
    held = read_akn(version.file.read_bytes())
    known = load_statute(statute.version_id(version), include_reconstructed=True)
    document = replace(known, root=held.root, provenance=held.provenance)
    version.file.write_bytes(write_akn(document, work=statute.work(version)))
    return document


def _with_taken(text: str, id_: str, version: Version, document: Document) -> str:
    """Puts into the index what a file holds."""
    start = text.index(f'[[statute]]\nid = "{id_}"\n')
    end = text.find("\n[[statute]]\n", start)
    block = text[start : end if end >= 0 else len(text)]
    parts = block.split("[[statute.version]]\n")
    label = f'label = "{version.entry.label}"\n'
    place = next(
        n
        for n, part in enumerate(parts[1:], start=1)
        if part.startswith(label) or (not version.entry.label and not part.startswith("label"))
    )
    ending = "\n" if place < len(parts) - 1 or end < 0 else ""
    parts[place] = _TAKEN.sub("", parts[place]).rstrip() + "\n" + _taken(document) + ending
    return text[:start] + "[[statute.version]]\n".join(parts) + text[start + len(block) :]


def _taken(document: Document) -> str:
    """Writes what a file holds as lines of the index."""
    counts = count_statuses(document)
    lines = []
    if counts.words:
        words = ", ".join(f"{status} = {count}" for status, count in counts.words.items())
        lines.append(f"words = {{ {words} }}")
    if counts.gaps:
        lines.append(f"gaps = {counts.gaps}")
    if document.provenance:
        lines.append("sources = [")
        for source in document.provenance:
            retrieved = f", retrieved = {_quoted(source.retrieved)}" if source.retrieved else ""
            of, address = _quoted(source.of), _quoted(source.source)
            lines.append(f"  {{ of = {of}, source = {address}{retrieved} }},")
        lines.append("]")
    return "\n".join(lines) + "\n" if lines else ""


def _quoted(text: str) -> str:
    """Writes a string of TOML."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    raise SystemExit(main())
