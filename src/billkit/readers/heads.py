"""Heads of sections and of the larger units: their numbers, and the headings printed with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Head", "annotated", "is_heading", "parse_head", "split_heading"]

_BILL = re.compile(
    r"""
    (?P<num> (?: NEW\ SECTION\.? \s+ )?
             (?: SECTION | Section | SEC\. | Sec\. | § ) \s* \d{1,4} [A-Z]? \. )
    (?= \s | $ )
    """,
    re.VERBOSE,
)
_SUBDIVISION = re.compile(r"(?P<num>(?:Subdivision|Subd\.)\s*\d{1,3}[a-z]?\.)(?=\D|$)")
_UNIT = re.compile(
    r"""
    (?P<num> (?P<kind> TITLE | SUBTITLE | CHAPTER | SUBCHAPTER | ARTICLE | DIVISION | (?:SUB)?PART
                     | (?: Title | Subtitle | Chapter | Subchapter | Article | Division | Part
                         | Subpart ) )
             \s+ (?: \d{1,4} [A-Z]{0,2} (?: [.-]\d{1,3} )? | [IVXLC]{1,7} | [A-Z]{1,2} ) \b
             [.:]? )
    (?: \s* [-–—] (?= \s+ \S ) )? (?= \s | $ ) \s*
    """,
    re.VERBOSE,
)
_CODE = re.compile(
    r"""
    (?P<num> (?P<quoted> ["“] )?
      (?: (?: § | SECTION | Section | Sec\. | Ed | KRS | RCW | WAC | RSA | MCA | ARM | C\.R\.S\.
            | T\.C\.A\. | N\.J\.A\.C\. | N\.D\.C\.C\. | IC | NRS | ORS | Rule ) \s* (?:§\s*)? )?
      (?P<value> \d{1,5} [A-Za-z]{0,3} (?: [-–.:] (?: [-–.] )? [A-Za-z0-9]{1,6} ){1,6}
               | \d{5} (?=\.) )
      (?P<stop> [.:]? ) )
    (?= \s | $ )
    """,
    re.VERBOSE,
)
_DRAFT = re.compile(r"\d\d\.\d{4}\.\d{5}")
"""The number of a draft, as North Dakota's council prints it: session, document, version."""
_YEARS = re.compile(r"^(?:19|20)\d\d[-–](?:\d\d|(?:19|20)\d\d)$")
_SPOKEN = re.compile(
    r"""
    \b (?: shall | must | may | is | are | was | were | be | been | has | have | had
         | does | do | did | will | would | can | cannot | could | should
         | means? | appl(?:y|ies) | takes?\ effect
         | becomes? | expires | includes | provides | requires | establishes | creates | consists
         | repeals | amends | authorizes ) \b
    """,
    re.VERBOSE,
)
_DIRECT = re.compile(
    r"\b(?:shall|must|hereby)\b|\b[Tt]his (?:act|Act|section|chapter|article|part)\b"
)
_TOPICS = re.compile(r"\w\s*(?:\s--?|—|\s–)\s*\w")
"""What stands between the topics of a heading: a dash."""
_OPENING = re.compile(r"Whereas\b|Be it\b|I[tf]\b|Notwithstanding\b")
_WORDED = re.compile(r"[^\W\d_]{3}")
_SPOKEN_OR_DIRECT = re.compile(f"(?x:{_SPOKEN.pattern})|{_DIRECT.pattern}")
_SENTENCE = re.compile(
    r"""
    .*? (?<![A-Z]\.[A-Z]) (?<= [\w)\]"”’]{2} | \s\d ) \.
    (?: (?: — | – | -- ) (?=\S)
      | (?: \s+ (?: \[[^\]\n]*\] | \([^)\n]{6,}\) | \(\w*\s[^)\n]*\)
                 | (?: -{1,2} | [–—] ) (?= \s | $ ) ) )*
        (?= \s | $ )
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_LONGEST = 400
_ABBREVIATED = re.compile(
    r"\b(?:No|Nos|St|Sec|Subd|Art|Ch|Inc|Co|Dr|Mr|Mrs|Ms|Jr|v|vs|art|ch|sec)\.$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The number of a section or a larger unit at the head of a line, and where it ends.

    ``coded`` says that the number is one of a code (``15.1-06-08.1``), not of an act's sections.
    """

    kind: str
    num: str
    end: int
    coded: bool = False


def parse_head(line: str) -> Head | None:
    """Finds a section's or a larger unit's number at the head of a line.

    Example:
        >>> parse_head("Sec. 52. PILOT PROGRAM.").num, parse_head("22-11-703. Grants.").num
        ('Sec. 52.', '22-11-703.')
        >>> parse_head("1994-95 school year"), parse_head("Section 5 applies.")
        (None, None)
    """
    first = line[:1]
    if not (first.isdigit() or first in '§"“' or first.isupper()):
        return None
    if match := _SUBDIVISION.match(line):
        return Head("subdivision", match["num"], match.end())
    if match := _BILL.match(line):
        return Head("section", match["num"], match.end())
    if match := _CODE.match(line):
        return _coded(match, line)
    if match := _UNIT.match(line):
        return _unit(match, line)
    return None


def _coded(match: re.Match[str], line: str) -> Head | None:
    """Decides whether a number at the head of a line is a section of a code, or of a sentence."""
    value = match["value"]
    rest = line[match.end() :].lstrip()
    if rest and not (
        rest[0].isupper() or rest[0] in "([\"“‘'" or (rest[0].isdigit() and match["stop"])
    ):
        return None
    groups = re.split(r"[^A-Za-z0-9]+", value)
    named = match["num"].lstrip('"“') != value + match["stop"]
    counted = any(letter.isdigit() for letter in groups[-1]) or ":" in value or named
    if not counted or ((_YEARS.match(value) or _DRAFT.fullmatch(value)) and not named):
        return None
    if len(groups) == 2 and not named and ":" not in value and value.isascii():  # noqa: PLR2004 - a pair
        far = max(len(group) for group in groups) > 2 or not "".join(groups).isdigit()  # noqa: PLR2004 - more than a day or a share has
        if not far or (not match["stop"] and "-" in value):
            return None
    return Head("section", match["num"], match.end(), coded=True)


def _unit(match: re.Match[str], line: str) -> Head | None:
    """Decides whether a word such as PART opens a unit, or only a sentence."""
    rest = line[match.end() :]
    loud = match["kind"].isupper()
    if rest and not (is_heading(rest) and (rest.isupper() or loud or not rest.endswith("."))):
        return None
    if rest and not (rest[0].isupper() or rest[0] in '(["“'):
        return None
    return Head(match["kind"].lower(), match["num"], match.end("num"))


def annotated(text: str) -> bool:
    """Says whether a text is only a remark in brackets or parentheses: ``(uncodified)``."""
    return bool(re.fullmatch(r"\([^()]{3,60}\)|\[[^\[\]]{3,60}\]", text))


def is_heading(text: str, *, followed: bool = False) -> bool:
    """Says whether the words after a section's number read as a heading and not as a sentence.

    Args:
        text: The words.
        followed: Whether more of the section stands on the lines below; then a verb is no
            evidence against a heading, unless it is one of command.

    Example:
        >>> is_heading("Statutes — Waiver."), is_heading("This act takes effect July 1.")
        (True, False)
    """
    if not text or len(text) > _LONGEST or text.endswith((":", ";", ",")):
        return False
    return _reads_as_heading(text, followed)


@lru_cache(maxsize=64)
def _reads_as_heading(text: str, followed: bool) -> bool:  # noqa: FBT001 - one key of the cache
    """Looks at the words of a text that is short enough; asked of each line more than once."""
    if text[0].islower() or _OPENING.match(text) or not _WORDED.search(text):
        return False
    if text.isupper() or annotated(text):
        return not text.startswith(("AN ACT", "A BILL", "BE IT"))
    if _sentence_end(text) < len(text):
        return False
    topics = followed and _TOPICS.search(text)
    return bool(topics) or not (_DIRECT if followed else _SPOKEN_OR_DIRECT).search(text)


def split_heading(text: str, *, followed: bool) -> tuple[str, str]:
    """Parts what stands after a section's number into the heading and the words of the section.

    Example:
        >>> split_heading("Short title. This act may be cited as the Act.", followed=False)
        ('Short title.', 'This act may be cited as the Act.')
        >>> split_heading("The board shall adopt rules.", followed=True)
        ('', 'The board shall adopt rules.')
    """
    if is_heading(text, followed=followed):
        return text, ""
    end = _sentence_end(text[: _LONGEST + 1])
    heading, rest = text[:end], text[end:].strip()
    if rest and not rest[0].islower() and is_heading(heading):
        return heading, rest
    return "", text


def _sentence_end(text: str) -> int:
    """Finds where the first sentence of a text ends, with the remarks after it; else its end."""
    end = 0
    while match := _SENTENCE.match(text, end):
        end = match.end()
        if not _ABBREVIATED.search(text[max(end - 6, 0) : end]):
            return end
    return len(text)
