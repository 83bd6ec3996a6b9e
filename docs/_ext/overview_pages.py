"""The states at a glance: the tile chart, terms and votes in a table, and the whole matrix."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from billkit import _api
from billkit.reading.contrasts import Matrix, state_of
from billkit.reading.kinds import MAIN_KINDS
from billkit.reading.profiles import Cell
from billkit.writers.contrast_cells import summary
from billkit.writers.contrast_html import write_matrix_html
from billkit.writers.contrast_json import write_matrix_json
from billkit.writers.contrast_markdown import write_matrix_markdown
from billkit.writers.markup import Markup, tag
from docs._ext.held import anchor, profiled, profiles_of
from docs._ext.pages import Site, downloads, escaped, link, table
from docs._ext.tiles import chart, load_places, tiles

__all__ = ["add_overview", "matrix_table", "tile_chart"]

PAGE = "states"


def tile_chart(root: Path, *, up: str = "") -> str:
    """Draws the tile chart with a link to each state that has an act.

    Args:
        root: The checkout.
        up: The way from the page to the site's root.
    """
    shown = tiles(load_places(root / "docs" / "_data" / "tiles.toml"))
    links = {
        tile.state: f"{up}reference/statutes/{tile.state}/index.html"
        for tile in shown
        if tile.profile
    }
    return chart(shown, links=links)


def add_overview(site: Site, root: Path) -> None:
    """Adds the page of the states at a glance.

    Args:
        site: The site.
        root: The checkout.
    """
    profiles = [profiles_of(state)[0] for state in profiled()]
    matrix = _api.matrix(*profiles)
    files = (
        ("Markdown", "matrix.md", write_matrix_markdown(matrix)),
        ("web page", "matrix.html", write_matrix_html(matrix)),
        ("plain text", "matrix.txt", str(matrix)),
        ("JSON", "matrix.json", write_matrix_json(matrix)),
    )
    offered = [
        (said, site.file(PAGE, f"downloads/states/{name}", text.encode()))
        for said, name, text in files
    ]
    site.page(
        PAGE,
        "# The states at a glance",
        "Each tile is a state. A filled one has an act that billkit knows: below its letters stand "
        "the first term and the share that must vote for a zone. `–` means that the act does not "
        "say, `?` that its text is not held, `other` that it says something without such a figure: "
        "a board approves, or the vote is on something else. A broken edge means that the act is "
        "repealed. The table below says it in full.",
        site.html(PAGE, "tiles", tile_chart(root)),
        "## Terms and votes",
        _terms(),
        "## Every provision of every act",
        "A cell says what the act provides and leads to the words it rests on. *Not found* means "
        "that the text is held in full and does not say; *not held* that nothing can be said.",
        site.html(PAGE, "matrix", matrix_table(matrix)),
        downloads(offered),
    )


def _terms() -> str:
    """Makes the table of terms, renewals and votes, with the acts' standing."""
    kinds = ("term", "renewal", "approval-threshold")
    rows = []
    for state in profiled():
        profile = profiles_of(state)[0]
        cells = [profile.cell(kind) for kind in kinds]
        standing = f"{profile.standing} {profile.repealed}".strip()
        rows.append(
            (
                link(
                    profile.label,
                    f"reference/statutes/{state}/index.md#{anchor(state, profile.id)}",
                ),
                *(escaped(summary(cell)) if cell else "not recorded" for cell in cells),
                escaped(standing),
            )
        )
    return table(("state", "first term", "renewal", "vote", "standing"), rows)


def matrix_table(matrix: Matrix) -> str:
    """Writes a matrix as one table: provisions down, acts across, each cell linked to its words.

    Args:
        matrix: The matrix of one act for each state.
    """
    states = profiled()
    head = [tag("th", "Provision", scope="col")]
    head += [tag("th", party.label, scope="col", title=party.described) for party in matrix.parties]
    rows = []
    for row in matrix.rows:
        if not row.is_said:
            continue
        name = tag("a", row.title, href=f"reference/clauses/{row.kind}.html")
        strong = "site-main" if row.kind in MAIN_KINDS else ""
        cells = [
            tag(
                "td",
                *_cell(cells, state),
                class_=f"bk-{state_of(cells[0]).replace(' ', '-')}",
                data_head=party.label,
            )
            for cells, state, party in zip(row.cells, states, matrix.parties, strict=True)
        ]
        rows.append(tag("tr", tag("th", name, scope="row"), *cells, class_=strong))
    grid = tag(
        "table",
        tag("caption", "Provisions by act"),
        tag("thead", tag("tr", *head)),
        tag("tbody", *rows),
        class_="site-matrix",
    )
    box = tag(
        "div", grid, class_="site-wide", tabindex="0", role="region", aria_label="Provisions by act"
    )
    return f"{box}\n"


def _cell(cells: tuple[Cell, ...], state: str) -> Iterator[Markup | str]:
    """Writes what an act provides, linked to the words."""
    for place, cell in enumerate(cells):
        if place:
            yield tag("br")
        said = summary(cell)
        if state_of(cell) in {"quoted", "fact"}:
            yield tag("a", said, href=f"reference/statutes/{state}/index.html")
        else:
            yield said
