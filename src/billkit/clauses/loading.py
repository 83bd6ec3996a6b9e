"""Loads a bill file: reads, composes, makes every clause, checks them together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from billkit.clauses.base import nearest
from billkit.clauses.bill import Bill
from billkit.clauses.catalogue import ANY_CLAUSE, CLAUSES
from billkit.clauses.checked import Checked
from billkit.clauses.checks import faults
from billkit.clauses.clause import Clause
from billkit.clauses.complaints import complaints
from billkit.clauses.composing import (
    OF_THE_FILE,
    Composed,
    Presets,
    RawClause,
    compose,
    preset_names,
    read_source,
)
from billkit.clauses.fault import Fault
from billkit.clauses.sources import Source, parse_source
from billkit.clauses.whence import Whence
from billkit.errors import BillError, Finding
from billkit.shipped import shipped

__all__ = ["load_bill", "shipped_presets"]


def shipped_presets() -> Path:
    """Gives the folder of the presets that billkit ships."""
    return shipped("model_language") / "presets"


def load_bill(
    source: str | Path, *, presets: Presets | None = None, texts: Path | None = None
) -> Bill:
    r"""Loads a bill from a file, a preset or a text, and checks it as a whole.

    Args:
        source: A path; or the name of a preset; or the text of a bill file, which has more than
            one line.
        presets: The presets that can be named and extended, by name or as a folder of
            ``<name>.toml``; those that billkit ships where none are given.
        texts: The folder of the clause texts that a clause may name as its ``variant``, as
            ``<kind>/<variant>.md``; those that billkit ships where none is given.

    Returns:
        The bill, composed of what it extends and its own clauses. Warnings on it are given by
        `billkit.clauses.checks.check_clauses`.

    Raises:
        ReadError: the file cannot be read (``missing-file``, ``is-a-folder``, ``empty-file``,
            ``wrong-encoding``, ``too-large``) or is not TOML (``toml-syntax``).
        BillError: everything that is wrong with the bill, each with its line: the codes of
            `check_clauses`, those of the values, and ``unknown-kind``, ``missing-kind``,
            ``unknown-field``, ``missing-field``, ``unknown-value``, ``wrong-type``,
            ``out-of-range``, ``unknown-clause``, ``unknown-preset``, ``cyclic-extends``,
            ``unknown-jurisdiction``, ``unknown-variant``.

    Example:
        >>> bill = load_bill('[[clauses]]\nkind = "term"\ninitial = "3 years"\n')
        >>> print(bill.clause("term").initial)
        3 years
    """
    known = shipped_presets() if presets is None else presets
    own = _source(source, known)
    composed = compose(own, known)
    bill, found = _made(composed, shipped("model_language") / "clauses" if texts is None else texts)
    found = [*composed.findings, *found]
    if any(finding.severity == "error" for finding in found):
        order = {source.file: rank for rank, source in enumerate(composed.sources)}
        errors = [finding for finding in found if finding.severity == "error"]
        raise BillError(
            *sorted(errors, key=lambda f: (order.get(f.where.file, 0), f.where.line or 0))
        )
    return bill


def _source(source: str | Path, presets: Presets) -> Source:
    """Tells a text, which has more than one line, from a preset's name and a path."""
    if isinstance(source, Path):
        return read_source(source, presets)
    if "\n" in source or "=" in source:
        return parse_source(source)
    names = preset_names(presets)
    if source in names:
        return read_source(source, presets)
    path = Path(source)
    if not path.suffix and "/" not in source and not _is_there(path):
        message = f'there is neither a preset nor a file "{source}".'
        raise BillError(Finding("unknown-preset", message, hint=nearest(source, names)))
    return read_source(path, presets)


def _is_there(path: Path) -> bool:
    """Says whether a path names something; what no file system can name is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _made(composed: Composed, texts: Path) -> tuple[Bill, list[Finding]]:
    """Makes the bill as far as it can be made, and says what could not."""
    found: list[Finding] = []
    head, broken = _head(composed, found)
    clauses: list[Clause] = []
    places: list[int] = []
    for place, raw in enumerate(composed.clauses):
        if fault := _unknown_variant(raw, texts):
            found.append(raw.source.finding(fault, (*raw.path, "variant")))
        try:
            clauses.append(ANY_CLAUSE.validate_python(raw.data))
            places.append(place)
        except ValidationError as error:
            broken |= {raw.kind, raw.name}
            model = CLAUSES.get(raw.kind, Clause)
            found += [
                raw.source.finding(fault, (*raw.path, *fault.path))
                for fault in complaints(error, model, raw.data)
            ]
    bill = head.model_copy(update={"clauses": tuple(clauses)})
    held = [composed.clauses[place] for place in places]
    whence = Whence(
        tuple((c, raw.source, raw.path) for c, raw in zip(clauses, held, strict=True)),
        {name: getattr(bill, name) for name in Bill.model_fields if name != "clauses"},
        composed.sources,
    )
    bill = bill.loaded_from(whence)
    if composed.whole:
        checked = Checked(bill, frozenset(broken), tuple(places))
        found += [_located(fault, composed) for fault in faults(checked)]
    return bill, found


def _unknown_variant(raw: RawClause, texts: Path) -> Fault | None:
    """Refuses a wording that the model language does not have; what is no wording is told apart."""
    variant = raw.data.get("variant") if isinstance(raw.data, Mapping) else None
    if raw.kind not in CLAUSES or not isinstance(variant, str):
        return None
    known = sorted(file.stem for file in (texts / raw.kind).glob("*.md"))
    if variant in known or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", variant):
        return None
    message = f'there is no text "{variant}" for a clause of kind "{raw.kind}".'
    return Fault("unknown-variant", message, ("variant",), nearest(variant, known))


def _head(composed: Composed, found: list[Finding]) -> tuple[Bill, set[str]]:
    """Makes the bill without its clauses; fields that are wrong are reported and left out."""
    try:
        return Bill.model_validate(composed.head), set()
    except ValidationError as error:
        wrong = list(complaints(error, Bill, composed.head, also=OF_THE_FILE))
    found += [_located(fault, composed) for fault in wrong]
    bad = {str(fault.path[0]) for fault in wrong if fault.path}
    kept: dict[str, Any] = {key: v for key, v in composed.head.items() if key not in bad}
    return Bill.model_validate(kept), bad


def _located(fault: Fault, composed: Composed) -> Finding:
    """Finds the file in which a fault of the composed bill stands."""
    if fault.path[:1] == ("clauses",) and len(fault.path) > 1 and isinstance(fault.path[1], int):
        raw = composed.clauses[fault.path[1]]
        return raw.source.finding(fault, (*raw.path, *fault.path[2:]))
    best = max(composed.sources, key=lambda source: source.holds(fault.path))
    return best.finding(fault, fault.path)
