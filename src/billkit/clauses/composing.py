"""Puts a bill file together with the presets and files it extends, each part with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from billkit.clauses.base import nearest
from billkit.clauses.catalogue import KINDS
from billkit.clauses.fault import Fault
from billkit.clauses.sources import BEGIN, Source, parse_source
from billkit.clauses.toml_lines import TomlPath
from billkit.errors import BillkitError, Finding, ReadError
from billkit.files import decoded, file_bytes

__all__ = [
    "OF_THE_FILE",
    "Composed",
    "Presets",
    "RawClause",
    "compose",
    "preset_names",
    "read_source",
]

Presets: TypeAlias = Mapping[str, str] | Path
"""Presets by name: their texts, or a folder of ``<name>.toml``."""

MAX_BYTES = 2**20
"""The most a bill file may hold."""

_EXTEND = 'name a preset, extends = "model-act", or a file, extends = "base.toml".'

_HINTS = {
    "empty-file": BEGIN,
    "missing-file": "check the name, and the folder it is looked for in.",
    "is-a-folder": "name a bill file in it, which ends in .toml.",
    "unreadable-file": "check who may read it, or name another file.",
    "too-large": "a bill file holds a bill's parameters, not its text.",
}
"""What to do where a bill file cannot be had."""

OF_THE_FILE = ("extends", "remove")
"""What a bill file may say beside the fields of a bill."""

_OWN = frozenset({*OF_THE_FILE, "clauses"})


@dataclass(frozen=True, slots=True)
class RawClause:
    """A clause as it stands in a file, not yet made, with its place there."""

    data: object
    source: Source
    path: TomlPath

    @property
    def kind(self) -> str:
        """Its kind, as far as it says one."""
        kind = self.data.get("kind") if isinstance(self.data, Mapping) else None
        return kind if isinstance(kind, str) else ""

    @property
    def name(self) -> str:
        """Its id: the one it gives, or its kind."""
        name = self.data.get("id") if isinstance(self.data, Mapping) else None
        return name if isinstance(name, str) else self.kind


@dataclass(slots=True)
class Composed:
    """A bill put together: its fields, its clauses in order, and what was wrong on the way.

    ``sources`` are the files, the bill's own first; ``whole`` is false where a file that it
    extends could not be had.
    """

    head: dict[str, Any] = field(default_factory=dict)
    clauses: list[RawClause] = field(default_factory=list)
    sources: tuple[Source, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    whole: bool = True

    def place(self, name: str) -> int | None:
        """Finds the last clause of an id or kind."""
        found = [i for i, raw in enumerate(self.clauses) if name in {raw.name, raw.kind}]
        return found[-1] if found else None


def preset_names(presets: Presets) -> tuple[str, ...]:
    """Gives the names of the presets there are, in order."""
    if isinstance(presets, Path):
        return tuple(sorted(path.stem for path in presets.glob("*.toml")))
    return tuple(sorted(presets))


def read_source(name: str | Path, presets: Presets) -> Source:
    """Reads a bill file, or a preset by its name.

    Raises:
        ReadError: the codes of `billkit.files.file_bytes`, `billkit.files.decoded` and
            `parse_source`.
    """
    if isinstance(name, Path):
        try:
            data = file_bytes(name, limit=MAX_BYTES)
        except ReadError as error:
            raise ReadError(*(replace(f, hint=_HINTS[f.code]) for f in error.findings)) from None
        return parse_source(decoded(data, file=str(name)), file=str(name))
    if isinstance(presets, Path):
        return read_source(presets / f"{name}.toml", presets)
    return parse_source(presets[name], file=name)


def compose(source: Source, presets: Presets, *, above: tuple[str, ...] = ()) -> Composed:
    """Puts a bill file together with what it extends.

    Args:
        source: The file.
        presets: The presets it may extend.
        above: The files and presets that extend this one, outermost first.
    """
    out = _base(source, presets, above)
    out.sources = (source, *out.sources)
    for key, value in source.data.items():
        if key not in _OWN:
            out.head[key] = _merged(out.head.get(key), value) if key == "names" else value
    _remove(out, source)
    _add(out, source)
    return out


def _merged(base: object, own: object) -> object:
    """Lays a table over another, table by table."""
    if not isinstance(base, Mapping) or not isinstance(own, Mapping):
        return own
    under = {**base, **own}
    if "own" in base and "own" in own:
        under["own"] = _merged(base["own"], own["own"])
    return under


def _base(source: Source, presets: Presets, above: tuple[str, ...]) -> Composed:
    """Gives what the file extends, put together; nothing where it extends nothing."""
    wanted = source.data.get("extends")
    if wanted is None:
        return Composed()
    path: TomlPath = ("extends",)
    if not isinstance(wanted, str):
        fault = Fault("wrong-type", "a name is wanted here.", path, hint=_EXTEND)
        return Composed(findings=[source.finding(fault, path)], whole=False)
    target = _target(wanted, source)
    known = preset_names(presets)
    if isinstance(target, str) and target not in known:
        message = f'there is no preset "{wanted}".'
        hint = nearest(wanted, known) or "a file's name ends in .toml."
        fault = Fault("unknown-preset", message, path, hint=hint)
        return Composed(findings=[source.finding(fault, path)], whole=False)
    trail = (*above, _identity(source))
    try:
        base = read_source(target, presets)
        name = _identity(base)
        if name in trail:
            names = " > ".join(Path(step).name for step in (*trail, name))
            message = f"bills extend each other in a circle: {names}."
            fault = Fault("cyclic-extends", message, path, hint="let one of them stand alone.")
            return Composed(findings=[source.finding(fault, path)], whole=False)
        return compose(base, presets, above=trail)
    except BillkitError as error:
        found = [
            finding
            if finding.where.line is not None
            else source.finding(Fault(finding.code, _not_had(wanted, finding), path, _EXTEND), path)
            for finding in error.findings
        ]
        return Composed(findings=found, whole=False)


def _not_had(wanted: str, finding: Finding) -> str:
    """Says that a bill or preset cannot be extended, and why."""
    return f'"{wanted}" cannot be extended: {finding.message}'


def _identity(source: Source) -> str:
    """Gives what tells a source from all others: a file's full path, a preset's name."""
    name = source.file or ""
    return str(Path(name).resolve()) if name.endswith(".toml") else name


def _target(wanted: str, source: Source) -> Path | str:
    """Tells a file, which has a slash or a suffix, from the name of a preset."""
    if not wanted.endswith(".toml") and "/" not in wanted and "\\" not in wanted:
        return wanted
    folder = Path(source.file).parent if source.file else Path()
    return folder / wanted


def _remove(out: Composed, source: Source) -> None:
    """Takes out what the file removes."""
    wanted = source.data.get("remove", [])
    if not isinstance(wanted, list):
        hint = 'write remove = ["findings"].'
        fault = Fault("wrong-type", "a list of clauses is wanted here.", ("remove",), hint)
        out.findings.append(source.finding(fault, ("remove",)))
        return
    known = tuple(name for raw in out.clauses for name in (raw.name, raw.kind))
    for place, name in enumerate(wanted):
        path: TomlPath = ("remove", place)
        if name in known:
            gone = {raw.name for raw in out.clauses if name in {raw.name, raw.kind}}
            out.clauses = [raw for raw in out.clauses if raw.name not in gone]
            if "sections" not in source.data and "sections" in out.head:
                out.head["sections"] = _without(out.head["sections"], gone)
        elif out.whole:
            message = f'there is no clause "{name}" to remove.'
            fault = Fault("unknown-clause", message, path, hint=nearest(str(name), known))
            out.findings.append(source.finding(fault, path))


def _without(plans: object, gone: set[str]) -> object:
    """Takes removed clauses out of the sections that are laid out for them."""
    if not isinstance(plans, list):
        return plans
    out: list[object] = []
    for plan in plans:
        groups = plan.get("clauses") if isinstance(plan, Mapping) else None
        if not isinstance(plan, Mapping) or not isinstance(groups, list):
            out.append(plan)
            continue
        kept = [
            [name for name in group if name not in gone] if isinstance(group, list) else group
            for group in groups
            if not (isinstance(group, str) and group in gone)
        ]
        if kept := [group for group in kept if group]:
            out.append({**plan, "clauses": kept})
    return out


def _add(out: Composed, source: Source) -> None:
    """Puts the file's own clauses in, each in the place of the one it replaces."""
    wanted = source.data.get("clauses", [])
    if not isinstance(wanted, list):
        hint = "write each clause below a line [[clauses]]."
        fault = Fault("wrong-type", "a list of clauses is wanted here.", ("clauses",), hint=hint)
        out.findings.append(source.finding(fault, ("clauses",)))
        return
    extends = bool(out.clauses)
    for place, data in enumerate(wanted):
        raw = RawClause(data, source, ("clauses", place))
        anchor = None
        if isinstance(data, Mapping) and {"after", "before"} & set(data):
            kept = {key: data[key] for key in data if key not in {"after", "before"}}
            raw = RawClause(kept, source, ("clauses", place))
            anchor = _anchor(out, raw, data)
        held = [
            i for i, c in enumerate(out.clauses) if c.name == raw.name and c.source is not source
        ]
        if anchor is not None:
            out.clauses.insert(anchor, raw)
            out.clauses = [
                c for i, c in enumerate(out.clauses) if c is raw or not _is_at(i, held, anchor)
            ]
        elif held:
            out.clauses[held[0]] = raw
        else:
            out.clauses.insert(_usual(out, raw) if extends else len(out.clauses), raw)


def _is_at(place: int, held: list[int], anchor: int) -> bool:
    """Says whether a place, after an insertion, is one of those held before it."""
    return (place if place < anchor else place - 1) in held


def _anchor(out: Composed, raw: RawClause, data: Mapping[str, object]) -> int | None:
    """Finds where a clause goes that says after or before which other it stands."""
    if "after" in data and "before" in data:
        message, hint = "a clause stands after or before another.", "keep one of the two."
        fault = Fault("contradictory-place", message, raw.path, hint)
        out.findings.append(raw.source.finding(fault, (*raw.path, "before")))
        return None
    word = "after" if "after" in data else "before"
    name = data[word]
    at = out.place(name) if isinstance(name, str) else None
    if at is None:
        known = tuple(n for c in out.clauses for n in (c.name, c.kind))
        message = f'there is no clause "{name}" to stand {word}.'
        fault = Fault("unknown-clause", message, raw.path, hint=nearest(str(name), known))
        if out.whole:
            out.findings.append(raw.source.finding(fault, (*raw.path, word)))
        return None
    return at + 1 if word == "after" else at


def _usual(out: Composed, raw: RawClause) -> int:
    """Finds where the catalogue has a clause of its kind; the end where it knows none."""
    if raw.kind not in KINDS:
        return len(out.clauses)
    rank = KINDS.index(raw.kind)
    earlier = [
        i for i, c in enumerate(out.clauses) if c.kind in KINDS and KINDS.index(c.kind) <= rank
    ]
    return earlier[-1] + 1 if earlier else 0
