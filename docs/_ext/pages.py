"""The pages, pieces and files that the site is made of, before Sphinx sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

__all__ = [
    "Site",
    "code",
    "downloads",
    "escaped",
    "fenced",
    "folded",
    "link",
    "row",
    "table",
    "title_of",
    "toctree",
    "up",
    "write_files",
]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_LIST = re.compile(r"^(\s*)([-+:]|\d+[.)])(?=\s)")


def escaped(text: str) -> str:
    r"""Makes a text stand in Markdown as it is, on one line.

    Example:
        >>> escaped("a *b* [c]")
        'a \\*b\\* \\[c\\]'
    """
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)


def link(text: str, target: str) -> str:
    """Makes a link to a page or a file, its text as it is."""
    return f"[{escaped(text)}](<{target}>)"


def code(text: str) -> str:
    """Makes words of a program or a file stand as they are typed."""
    if not text:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|").replace("\n", " ")


def row(cells: Iterable[str]) -> str:
    """Makes a row of a table."""
    return "| " + " | ".join(cell.replace("\n", " ") for cell in cells) + " |"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Makes a table of cells that are Markdown already; "" where there are no rows."""
    lines = [row(cells) for cells in rows]
    if not lines:
        return ""
    return "\n".join([row(heads), row("---" for _ in heads), *lines])


def fenced(text: str, lexer: str) -> str:
    """Makes a block of text as it is."""
    fence = "`" * 3
    while fence in text:
        fence += "`"
    return "\n".join([f"{fence}{lexer}", text.strip("\n"), fence])


def folded(summary: str, content: str, *, kind: str = "") -> str:
    """Folds a part of a page away until it is asked for.

    Args:
        summary: What is said of it.
        content: The part.
        kind: The class of its element; ``site-again`` is not printed.
    """
    start = f'<details class="{kind}">' if kind else "<details>"
    return f"{start}<summary>{summary}</summary>\n\n{content}\n\n</details>"


def downloads(files: Iterable[tuple[str, str]]) -> str:
    """Makes a line of files to download: what each is called, and its address."""
    links = [f'<a href="{address}" download>{name}</a>' for name, address in files]
    return f'<p class="site-downloads">Download: {", ".join(links)}</p>'


def toctree(*pages: str) -> str:
    """Makes the list of pages below a page, which the navigation shows.

    Args:
        pages: Their names, or what the navigation calls them and the name: ``Kentucky <us-ky>``.
    """
    return "\n".join([":::{toctree}", ":hidden:", "", *pages, ":::"])


def title_of(text: str) -> str:
    """Gives the title of a page: its first heading.

    Raises:
        ValueError: it has none.
    """
    found = re.search(r"^# +(.+?) *$", text, re.MULTILINE)
    if found is None:
        message = f"a page without a title: {text[:60]!r}"
        raise ValueError(message)
    return found[1]


@dataclass(slots=True)
class Site:
    """Collects what the site is made of.

    ``pages`` are Markdown by name (``reference/clauses/term``), ``fragments`` pieces of HTML that
    pages include, ``files`` what can be downloaded, by its address from the site's root, ``wrong``
    what is missing, which Sphinx warns of.
    """

    pages: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def page(self, name: str, *parts: str) -> None:
        """Adds a page made of paragraphs, the title first.

        Raises:
            ValueError: there is a page of that name.
        """
        if name in self.pages:
            message = f"two pages are called {name}"
            raise ValueError(message)
        self.pages[name] = "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"

    def html(self, page: str, name: str, content: str, *, searched: bool = True) -> str:
        """Adds a piece of HTML and gives the directive by which a page includes it.

        Args:
            page: The page that includes it.
            name: What the piece is called; each name once.
            content: The HTML.
            searched: Whether the search finds its words.

        Raises:
            ValueError: there is a piece of that name.
        """
        if name in self.fragments:
            message = f"two pieces are called {name}"
            raise ValueError(message)
        self.fragments[name] = content
        kept = "" if searched else ":class: no-search\n"
        return f":::{{raw}} html\n:file: {up(page)}_fragments/{name}.html\n{kept}:::"

    def file(self, page: str, name: str, content: bytes) -> str:
        """Adds a file to download and gives its address as seen from a page.

        Raises:
            ValueError: there is another file of that name.
        """
        if self.files.setdefault(name, content) != content:
            message = f"two files are called {name}"
            raise ValueError(message)
        return f"{up(page)}{name}"

    def join(self, other: Site) -> None:
        """Adds all that another one holds.

        Raises:
            ValueError: something is called alike in both.
        """
        held = [self.pages.keys(), self.fragments.keys(), self.files.keys()]
        more = [other.pages.keys(), other.fragments.keys(), other.files.keys()]
        if both := [name for here, there in zip(held, more, strict=True) for name in here & there]:
            message = f"two are called {min(both)}"
            raise ValueError(message)
        self.pages.update(other.pages)
        self.fragments.update(other.fragments)
        self.files.update(other.files)
        self.wrong += other.wrong

    def write(self, folder: Path) -> None:
        """Writes pages and pieces into Sphinx's source folder, and takes away what is no more.

        A file that is there already and the same is not touched, so that Sphinx reads again only
        what changed.
        """
        wanted = {f"{name}.md": text.encode() for name, text in self.pages.items()}
        wanted |= {f"_fragments/{k}.html": text.encode() for k, text in self.fragments.items()}
        write_files(folder, wanted)

    def write_downloads(self, folder: Path) -> None:
        """Writes the files to download into the finished site."""
        write_files(folder, self.files, alone=False)


def up(page: str) -> str:
    """Gives the way from a page to the site's root: ``../../`` or nothing."""
    return "../" * page.count("/")


def write_files(folder: Path, wanted: dict[str, bytes], *, alone: bool = True) -> None:
    """Writes files where they differ from what is there.

    Args:
        folder: Where.
        wanted: The contents by name.
        alone: Whether all other files in the folder are removed.
    """
    held = {path for path in folder.rglob("*") if path.is_file()} if alone else set()
    for name, content in wanted.items():
        path = folder / name
        held.discard(path)
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for path in held:
        path.unlink()
