"""Citations as each state writes them: "KRS 156.108(2)", "Minn. Stat. § 124F.01, subd. 1(c)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from billkit.errors import Finding, ReadError
from billkit.text.codes import CODES, Code, code_named
from billkit.text.references import Mention, mentions

__all__ = ["Citation", "format_citation", "parse_citation"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Names a section of a code, or a provision in it.

    ``code`` is the code's short name; ``title`` is the title's number in codes that count their
    sections within titles; ``steps`` are the enumerators below the section, outermost first.
    """

    jurisdiction: str
    code: str
    section: str
    steps: tuple[str, ...] = ()
    title: str = ""

    def __str__(self) -> str:
        """Writes the citation in its state's form."""
        return format_citation(self)


def parse_citation(text: str, *, jurisdiction: str = "") -> Citation:
    """Reads a citation in any state's form, with or without its section sign.

    Args:
        text: The citation: "Miss. Code 37-179-1(4)(a)" does as well as the full form. A remark in
            brackets after it is passed over.
        jurisdiction: Whose it is where the code is not named: "15.1-06-08" in ``us-nd``.

    Raises:
        ReadError: ``unknown-citation`` where the text is none of a code that is known.

    Example:
        >>> str(parse_citation("N.D. Cent. Code 15.1-06-08.1(3)"))
        'N.D.C.C. § 15.1-06-08.1(3)'
    """
    found = _parsed(text, jurisdiction) or _parsed_bare(text, jurisdiction)
    if found is None:
        raise ReadError(
            Finding(
                code="unknown-citation",
                message=f"{text.strip()[:80]!r} is not a citation of a code that is known.",
                excerpt=" ".join(text.split())[:80],
                hint='write it as "KRS 156.108(2)" or "Minn. Stat. § 124F.01, subd. 1(c)".',
            )
        )
    return found


def format_citation(citation: Citation) -> str:
    """Writes a citation in its state's form.

    Raises:
        ReadError: ``unknown-code`` where the code is none that is known.

    Example:
        >>> format_citation(Citation("us-mn", "Minn. Stat.", "124F.01", ("1", "c")))
        'Minn. Stat. § 124F.01, subd. 1(c)'
    """
    code = code_named(citation.code)
    if code is None:
        raise ReadError(
            Finding(
                code="unknown-code",
                message=f"no code is known by the name {citation.code!r}.",
                hint="name one as its state cites it: KRS, Miss. Code Ann., N.D.C.C.",
            )
        )
    places = "".join(
        code.levels[min(depth, len(code.levels) - 1)].format(step)
        for depth, step in enumerate(citation.steps)
    )
    return code.cite.format(section=citation.section + places, title=citation.title)


def _parsed(text: str, jurisdiction: str) -> Citation | None:
    """Reads a citation that names its code."""
    text = _tidied(text)
    for suffix in ("MCA", "RSMo"):
        if match := re.fullmatch(rf"(?:§\s*)?([\d(].*?),?\s+{suffix}", text):
            text = f"{suffix} {match[1]}"
    found = mentions(text, jurisdiction=jurisdiction)
    if not found or found[0].whole[0] != 0 or found[0].whole[1] < len(text):
        return None
    named = [mention for mention in found if not mention.container]
    return _cited(named[0]) if len(named) == 1 else None


def _parsed_bare(text: str, jurisdiction: str) -> Citation | None:
    """Reads a citation that names no code, as one of a state's statutes."""
    code = _statutes(jurisdiction)
    if code is None:
        return None
    return _parsed(f"{code.name} {_tidied(text).lstrip('§ ')}", jurisdiction)


def _statutes(jurisdiction: str) -> Code | None:
    """Gives the code of statutes of a state: the first of the table."""
    return next((code for code in CODES if code.jurisdiction == jurisdiction), None)


def _tidied(text: str) -> str:
    """Takes off what may stand round a citation: blanks, a remark in brackets, a last point."""
    text = re.sub(r"\s+\((?![^()\s]{1,5}\)).*\Z", "", " ".join(text.split()))
    text = re.sub(r"(?<=[\w)]) (?=subd)", ", ", text)
    return text.rstrip(" .;,") if not re.search(r"\)\d+\.(?:[a-z]\.)?\Z", text) else text


def _cited(mention: Mention) -> Citation | None:
    """Makes a citation of a reference to a section of a known code."""
    target = mention.target
    code = code_named(target.code) if target.code else None
    if code is None or not target.section or mention.reach:
        return None
    title = target.above[0].num if target.above else ""
    if bool(title) != ("{title}" in code.cite):
        return None
    steps = tuple(step.num for step in target.steps)
    return Citation(code.jurisdiction, code.name, target.section, steps, title)
