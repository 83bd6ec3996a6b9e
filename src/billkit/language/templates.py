"""Clause texts: Markdown with typed holes, checked against the clause before they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.environment import Template as Compiled
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from billkit.clauses.clause import Clause
from billkit.clauses.items import Item
from billkit.clauses.names import Names
from billkit.clauses.walking import values
from billkit.errors import BillkitError, DraftError, Finding, ReadError, Where
from billkit.language.checking import Checker
from billkit.language.filling import Pointer, Tray, Words, spoken
from billkit.language.filters import FILTERS, TESTS, TRAY, VOICE, finalize
from billkit.language.front_matter import FrontMatter, parse_front_matter
from billkit.language.passages import Passage, PassageReader, trimmed
from billkit.language.series import ended, with_parts
from billkit.language.shapes import Shape
from billkit.language.voice import Voice, Wordless
from billkit.tree import Run

__all__ = ["Rendered", "Template", "load_template", "make_environment", "sentence_template"]

_ROOTS = (
    "shall",
    "must",
    "shall_not",
    "must_not",
    "may",
    "this_act",
    "the_code",
    "code",
    "rules_code",
    "rules",
    "rule",
    "state",
    "serial",
)
_READ = re.compile(r"\bclause\.([a-z_]+)")
_LEAD_IN = re.compile(r"\bclause \| lead_in")
_LEAD_IN_READS = ("scope", "also", "unless_context")
_QUOTED = re.compile(r'"([^"]+)"')
_WIDEST = 100
_GIVE = "give the field, or let the text do without it."
_KEYS = ("title", "kind", "variant", "heading", "apart", "does", "from", "rationale")
_WANTED = ("title", "kind", "variant", "rationale")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A clause in words, before it has a place in a bill: its passages and what goes beside them.

    ``does`` are the phrases by which a title tells what the clause does: ``define terms``;
    ``apart`` is what its heading adds where another clause of the kind has the same heading.
    """

    clause: Clause
    heading: Words
    passages: tuple[Passage, ...]
    does: tuple[str, ...]
    notes: tuple[str, ...]
    template: Template
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A clause text: what it says, where it comes from and why, and how it is filled in."""

    kind: str
    variant: str
    title: str
    heading: str
    does: tuple[str, ...]
    sources: tuple[str, ...]
    rationale: str
    body: str
    file: str
    line: int
    _parts: Mapping[str, Compiled | str] = field(repr=False)

    @property
    def reads(self) -> frozenset[str]:
        """The fields of the clause for which the text has words."""
        lead_in = _LEAD_IN_READS if _LEAD_IN.search(self.body) else ()
        return frozenset((*_READ.findall(self.body), *_READ.findall(self.heading), *lead_in))

    def render(self, clause: Clause, voice: Voice) -> Rendered:
        """Fills the text in for one clause, in one state's way.

        Raises:
            DraftError: ``no-words``, ``bad-structure``.
        """
        tray = Tray(clause.id)
        context = {**voice.context, "clause": clause, VOICE: voice, TRAY: tray}
        reader = PassageReader(tray, self.file, self.line)
        read = reader.read(self._run("body", context, clause))
        read = with_parts(read, dict(_parts_of(clause)))
        passages = ended(read, capitals=voice.style.sections.points.value == "capital")
        if reader.findings:
            raise DraftError(*reader.findings)
        if clause.alternative is not None and passages:
            mark = Run(f"[Alternative {clause.alternative}] ", origin=(clause.id, "alternative"))
            first = replace(passages[0], text=(mark, *passages[0].text))
            passages = (first, *passages[1:])
        heading = self._heading(clause, voice, tray, context)
        does = tuple(
            spoken(trimmed(tray.words(_plain(self._run(f"does-{n}", context, clause)))))
            for n in range(len(self.does))
        )
        notes = (*reader.notes, *((clause.note,) if clause.note else ()))
        apart = spoken(trimmed(tray.words(_plain(self._run("apart", context, clause)))))
        return Rendered(
            clause, trimmed(heading), passages, tuple(filter(None, does)), notes, self, apart
        )

    def _heading(
        self, clause: Clause, voice: Voice, tray: Tray, context: Mapping[str, object]
    ) -> list[Run | Pointer]:
        """Gives the heading: the bill's own, the state's for the kind, or the text's."""
        if clause.heading is not None:
            return [Run(clause.heading, origin=(clause.id, "heading"))]
        caption = voice.style.captions.get(clause.kind)
        if caption is not None:
            return [Run(caption.value)]
        return tray.words(_plain(self._run("heading", context, clause)))

    def _run(self, part: str, context: Mapping[str, object], clause: Clause) -> str:
        """Runs one of the compiled parts."""
        run = self._parts[part]
        if isinstance(run, str):
            return run
        try:
            return run.render(context)
        except (Wordless, UndefinedError, SecurityError, TypeError) as error:
            line = self.line - 1 + _failed_at(error) if part == "body" else None
            raise DraftError(
                Finding(
                    code="no-words",
                    message=f'the clause "{clause.id}" cannot be put in words: {error}.',
                    where=Where(file=self.file, line=line, path=f"{self.kind} > {self.variant}"),
                    excerpt=getattr(error, "key", ""),
                    hint=getattr(error, "hint", "") or _GIVE,
                )
            ) from None


def _failed_at(error: BaseException) -> int:
    """Finds the line of the template at which it failed, counted from 1."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _parts_of(clause: Clause) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yields the bill's own points that have further ones below them, by their words."""
    for _, item in values(clause, Item):
        if item.text and item.parts:
            yield item.text.casefold(), item.parts


_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def _plain(markdown: str) -> str:
    """Takes Markdown's escapes off words that are not read as Markdown."""
    return _ESCAPE.sub(r"\1", markdown)


def make_environment() -> ImmutableSandboxedEnvironment:
    """Makes the sandbox in which templates run."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=finalize,
        autoescape=False,
        keep_trailing_newline=True,
        optimized=False,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update(FILTERS)
    environment.tests.clear()
    environment.tests.update(TESTS)
    return environment


def load_template(
    file: Path, *, clause: type[Clause], environment: ImmutableSandboxedEnvironment
) -> Template:
    """Loads a clause text and checks every hole against the clause it speaks for.

    Args:
        file: The Markdown file: ``clauses/<kind>/<variant>.md``.
        clause: The class of the clause.
        environment: The sandbox.

    Raises:
        ReadError: ``unreadable-template``, ``bad-front-matter``, ``template-syntax``,
            ``undefined-name``, ``unknown-field``, ``unknown-filter``, ``unknown-test``,
            ``unknown-value``, ``unworded-key``, ``forbidden-in-template``.
    """
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"the clause text cannot be read: {error}."
        where = Where(file=str(file))
        raise ReadError(Finding("unreadable-template", message, where)) from None
    head = parse_front_matter(source, file=str(file))
    faults = list(_head_faults(head, file))
    parts: dict[str, Compiled | str] = {}
    heading = head.text("heading") or head.text("title")
    sources = {
        "body": (head.body, head.body_line),
        "heading": (heading, head.lines.get("heading", 1)),
        "apart": (head.text("apart"), head.lines.get("apart", 1)),
    }
    for number, phrase in enumerate(head.points("does")):
        sources[f"does-{number}"] = (phrase, head.lines["does"])
    for name, (text, line) in sources.items():
        if "{" not in text and name != "body":
            parts[name] = text
            continue
        try:
            parts[name] = _compile(text, str(file), line, clause, environment)
        except BillkitError as error:
            faults += error.findings
    if faults:
        raise ReadError(*(_with_excerpt(fault, source) for fault in faults))
    return Template(
        kind=head.text("kind"),
        variant=head.text("variant"),
        title=head.text("title"),
        heading=heading,
        does=head.points("does"),
        sources=head.points("from"),
        rationale=head.text("rationale"),
        body=head.body.strip("\n"),
        file=str(file),
        line=head.body_line,
        _parts=parts,
    )


def _with_excerpt(fault: Finding, source: str) -> Finding:
    """Shows the line of a clause text that a finding is about, and the word meant in it."""
    lines = source.splitlines()
    number = fault.where.line
    if fault.excerpt or number is None or not 0 < number <= len(lines):
        return fault
    line = lines[number - 1].strip()
    named = _QUOTED.search(fault.message)
    at = line.find(named.group(1)) if named else -1
    start = max(0, at - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    caret = (at - start, len(named.group(1))) if named and at >= 0 else None
    return replace(fault, excerpt=shown, caret=caret)


def sentence_template(
    base: Template,
    sentence: str,
    *,
    clause: type[Clause],
    file: str,
    environment: ImmutableSandboxedEnvironment,
) -> Template:
    """Puts a state's own sentence, from its style, in the place of a clause text's body.

    Raises:
        ReadError: as `load_template`.
    """
    compiled = _compile(sentence, file, 1, clause, environment)
    return Template(
        kind=base.kind,
        variant=base.variant,
        title=base.title,
        heading=base.heading,
        does=base.does,
        sources=base.sources,
        rationale=base.rationale,
        body=sentence,
        file=file,
        line=1,
        _parts={**base._parts, "body": compiled},  # noqa: SLF001 - our own class
    )


def _head_faults(head: FrontMatter, file: Path) -> list[Finding]:
    """Finds keys that are missing, unknown, or other than the file's place says."""
    out: list[Finding] = []

    def say(key: str, message: str, hint: str) -> None:
        where = Where(file=str(file), line=head.lines.get(key, 1))
        out.append(Finding(code="bad-front-matter", message=message, where=where, hint=hint))

    for key in head.entries:
        if key not in _KEYS:
            say(key, f'"{key}" is not a key of a clause text.', f"known are: {', '.join(_KEYS)}.")
    for key in _WANTED:
        if not head.text(key):
            say(key, f'"{key}" is missing.', f"every clause text has {', '.join(_WANTED)}.")
    for key, told in (("kind", file.parent.name), ("variant", file.stem)):
        if head.text(key) and head.text(key) != told:
            say(key, f'"{head.text(key)}" stands in the place of "{told}".', f'write "{told}".')
    return out


_TAGS = re.compile(r"\s*(?:\{%(?:(?!%\}).)*%\}\s*)+")
_LAST_TAG = re.compile(r"(?<![-+])%\}(\s*)$")


def _kept_breaks(source: str) -> str:
    """Keeps the line break after a tag that closes a line of words; a line of tags alone goes."""
    return "\n".join(
        line if _TAGS.fullmatch(line) else _LAST_TAG.sub(r"+%}\1", line)
        for line in source.split("\n")
    )


def _compile(
    source: str,
    file: str,
    line: int,
    clause: type[Clause],
    environment: ImmutableSandboxedEnvironment,
) -> Compiled:
    """Parses, checks and compiles one text."""
    try:
        tree: nodes.Template = environment.parse(_kept_breaks(source))
    except TemplateSyntaxError as error:
        lines = source.splitlines()
        excerpt = lines[error.lineno - 1].strip() if 0 < error.lineno <= len(lines) else ""
        raise ReadError(
            Finding(
                code="template-syntax",
                message=f"{(error.message or 'this is no template').rstrip('.')}.",
                where=Where(file=file, line=line + error.lineno - 1),
                excerpt=excerpt,
            )
        ) from None
    roots: dict[str, Shape] = dict.fromkeys(_ROOTS, frozenset())
    roots |= {"clause": frozenset({clause}), "names": frozenset({Names})}
    checker = Checker(file, line=line, roots=roots)
    checker.check(tree)
    if checker.findings:
        raise ReadError(*checker.findings)
    try:
        return environment.from_string(tree)
    except TemplateSyntaxError as error:
        where = Where(file=file, line=line + error.lineno - 1)
        raise ReadError(Finding("template-syntax", f"{error.message}.", where)) from None
