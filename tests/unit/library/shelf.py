"""A small library of made-up law to try things on."""

from __future__ import annotations

from pathlib import Path

from billkit.akn import Work, write_akn
from billkit.tree import Document, Node, Run, Source, Standing, Status, runs

__all__ = ["INDEX", "put", "section"]

INDEX = """
[[act]]
id = "us-zz/zones"
name = "Zones"
citation = "Z.C. 1-1, 1-2"
default = true
sections = ["us-zz/zc-1-1", "us-zz/zc-1-2"]

[[act]]
id = "us-zz/office"
name = "Office of Zones"
note = "An agency's program."

[[act.fact]]
statement = "The office has three rooms."
sources = [{ name = "Its page", address = "https://example.org/office" }]

[[statute]]
id = "us-zz/zc-1-1"
citation = "Z.C. 1-1"
title = "Zones"
type = "statute"
events = [
  { kind = "enacted", date = "2010-07-01", act = "Act 5 of 2010" },
  { kind = "amended", date = "2015", act = "Act 7 of 2015" },
  { kind = "repealed", date = "2020", act = "Act 9 of 2020" },
]

[[statute.version]]
label = "first"
note = "No date is known."

[[statute.version]]
label = "2010"
in-force = "2010-07-01"
until = "2015-07-01"
complete = true
words = { official = 7 }

[[statute.version]]
label = "2015"
in-force = "2015-07-01"
words = { single-source = 4, reconstructed = 9 }
gaps = 1

[[statute]]
id = "us-zz/zc-1-2"
citation = "Z.C. 1-2"
type = "statute"
events = [
  { kind = "enacted", date = "2012-01-01", act = "Act 1 of 2012" },
  { kind = "repealed", date = "2020", act = "Act 9 of 2020" },
]

[[statute.version]]
current = "2016-05-05"

[[statute]]
id = "us-zz/hb1"
citation = "H.B. 1"
type = "bill"

[[statute.version]]
"""


def section(num: str, *children: Node, text: str = "", status: Status = "official") -> Node:
    return Node("section", num, text=runs(text), children=children, status=status)


def put(
    folder: Path,
    id_: str,
    *nodes: Node,
    standing: Standing = "in force",
    work: Work | None = None,
    citation: str = "",
) -> Path:
    document = Document(
        Node("document", children=nodes),
        citation=citation,
        title="A title",
        jurisdiction=id_.partition("/")[0],
        standing=standing,
        dates={"in-force": "2001"},
        provenance=(Source("all", "https://example.org/copy"),),
    )
    file = folder / f"{id_}.xml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(write_akn(document, work=work))
    return file


def made(text: str) -> Run:
    return Run(text, status="reconstructed")
