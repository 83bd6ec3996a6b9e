"""Makes a page of each example: why, the inputs, every step with what comes of it, downloads."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from docs._ext.embedding import embedded
from docs._ext.examples import Example, Group, Step, load_gallery, play
from docs._ext.pages import Site, code, downloads, escaped, fenced, folded, link, toctree
from docs._ext.running import Done, forms, run

__all__ = ["FORM_NAMES", "add_examples"]

FORM_NAMES = {
    "text": ("plain text", "txt"),
    "markdown": ("Markdown", "md"),
    "html": ("web page", "html"),
    "akn": ("Akoma Ntoso", "xml"),
    "uslm": ("USLM", "uslm.xml"),
    "json": ("JSON", "json"),
    "unified": ("unified diff", "diff"),
    "docx": ("Word", "docx"),
    "pdf": ("PDF", "pdf"),
}
"""What each form of an output is called, and how its files end."""

_LEXERS = {".toml": "toml", ".py": "python", ".json": "json", ".xml": "xml", ".html": "html"}
_LONG_INPUT = 40
"""How many lines of an input are shown without being folded."""

_LONG = 60
"""How many lines of printed text are shown without being folded."""


def add_examples(site: Site, folder: Path) -> None:
    """Adds the gallery and a page for each example.

    Args:
        site: The site.
        folder: The folder of examples.
    """
    groups = load_gallery(folder)
    parts = ["# Examples", "Each example runs when this site is built; what it shows is what came."]
    for group in groups:
        parts += [f"## {group.title}", group.says]
        parts.append(
            "\n".join(
                f"- {link(one.title, f'{one.slug}.md')}: {first_sentence(one.why)}"
                for one in group.examples
            )
        )
    slugs = [one.slug for group in groups for one in group.examples]
    parts.append(toctree(*slugs))
    site.page("examples/index", *parts)
    work = [(example, group) for group in groups for example in group.examples]
    with ProcessPoolExecutor() as pool:
        for made in pool.map(_example_alone, *zip(*work, strict=True)):
            site.join(made)


def first_sentence(text: str) -> str:
    """Gives the first sentence of a paragraph.

    Example:
        >>> first_sentence("One thing. And another.")
        'One thing.'
    """
    line = " ".join(text.partition("\n\n")[0].split())
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]


def _example_alone(example: Example, group: Group) -> Site:
    """Runs an example in a process of its own and gives what its page is made of."""
    site = Site()
    _add_example(site, example, group)
    return site


def _add_example(site: Site, example: Example, group: Group) -> None:
    """Runs an example and adds its page."""
    page = f"examples/{example.slug}"
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held, example.slug)
        done = play(example, folder)
        parts = [f"# {example.title}", example.why, *_inputs(site, page, example)]
        if example.steps:
            parts.append("## What comes out")
        else:
            parts += _script(_Place(site, page, folder), example, done[0])
            done = ()
        for number, (step, one) in enumerate(zip(example.steps, done, strict=True), 1):
            place = _Place(site, page, folder, f"{number}-" if len(done) > 1 else "")
            parts += _step(place, step, one)
    parts.append("## Do it yourself")
    parts.append(
        f"Everything on this page is in {code(f'examples/{example.slug}/')}; the script is "
        f"{code(example.script)}. More of this kind: {link(group.title, f'index.md#{group.id}')}."
    )
    site.page(page, *parts)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a result goes: the site, the page, the folder it ran in, and what files begin with."""

    site: Site
    page: str
    folder: Path
    start: str = ""

    @property
    def slug(self) -> str:
        return self.page.rpartition("/")[2]

    def download(self, name: str, content: bytes) -> str:
        """Offers a file; gives its address."""
        return self.site.file(self.page, f"downloads/{self.slug}/{self.start}{name}", content)

    def show(self, name: str, html: str, *, below: int = 2) -> str:
        """Puts an HTML output into the page."""
        prefix = f"{self.start}{name}-".replace(".", "-")
        content = embedded(html, prefix=prefix, below=below)
        return self.site.html(self.page, f"{self.slug}-{self.start}{name}", content)


def _inputs(site: Site, page: str, example: Example) -> Iterator[str]:
    """Shows the files that the script reads."""
    if not example.inputs:
        return
    yield "## What goes in"
    for name in example.inputs:
        content = (example.folder / name).read_bytes()
        address = site.file(page, f"downloads/{example.slug}/{name}", content)
        shown = fenced(content.decode(), _LEXERS.get(Path(name).suffix, "text"))
        lines = shown.count("\n") - 1
        yield _download_line(name, address)
        yield folded(f"{lines} lines", shown) if lines > _LONG_INPUT else shown


def _download_line(name: str, address: str) -> str:
    """Names a file and links it."""
    return f'<a href="{address}" download><code>{escaped(name)}</code></a>'


def _step(place: _Place, step: Step, done: Done) -> Iterator[str]:
    """Shows a command and what came of it, in every form there is."""
    if step.says:
        yield step.says.strip()
    yield fenced(f"$ {step.command}", "console")
    made = _made(place, step, done)
    if "html" in made:
        yield place.show("result", made["html"].decode())
        if step.command.output is None:
            again = fenced(done.printed, "text")
            yield folded("The same in a terminal", again, kind="site-again")
    elif step.command.output is None:
        printed = fenced(done.printed, "text")
        yield printed if done.printed.count("\n") <= _LONG else folded("Output", printed)
    if made:
        yield downloads(
            (FORM_NAMES[form][0], place.download(f"result.{FORM_NAMES[form][1]}", content))
            for form, content in made.items()
        )


def _made(place: _Place, step: Step, done: Done) -> dict[str, bytes]:
    """Gives the output of a command in every form: as it was printed, and run again for others.

    Raises:
        ValueError: a form has no name here, or the command fails.
    """
    out: dict[str, bytes] = {}
    for form in forms(step.command):
        if form not in FORM_NAMES:
            message = f"FORM_NAMES lacks the form {form!r}"
            raise ValueError(message)
        if form == "text" and step.command.bare() == step.command.words:
            out[form] = done.out.encode()
            continue
        name = f"made-{place.start}.{FORM_NAMES[form][1]}"
        again = run([*step.command.bare(), "--format", form, "--output", name], place.folder)
        if again.status > 1:
            message = f"{step.command} as {form}: {again.err}"
            raise ValueError(message)
        out[form] = (place.folder / name).read_bytes()
    return out


def _script(place: _Place, example: Example, done: Done) -> Iterator[str]:
    """Shows a Python script, what it prints and what it writes."""
    yield "## The script"
    yield fenced(example.source, "python")
    if done.printed.strip():
        yield "It prints:"
        yield fenced(done.printed, "text")
    known = {example.script, "README.md", *example.inputs}
    files = sorted(path for path in place.folder.rglob("*") if path.is_file())
    written = [path for path in files if path.relative_to(place.folder).as_posix() not in known]
    for path in written:
        name = path.relative_to(place.folder).as_posix()
        address = place.download(name, path.read_bytes())
        yield f"It writes {_download_line(name, address)}:"
        if path.suffix == ".html":
            yield place.show(path.stem, path.read_text("utf-8"))
        elif path.suffix in {".txt", ".md", ".toml", ".json"}:
            yield fenced(path.read_text("utf-8"), _LEXERS.get(path.suffix, "text"))
