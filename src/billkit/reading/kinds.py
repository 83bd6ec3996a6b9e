"""The provisions an act can have, in the order in which they are read, and what each answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

__all__ = ["KINDS", "MAIN_KINDS", "in_order", "question", "title"]

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "authority": "who may approve what",
        "waivable-scope": "what may be waived",
        "term": "how long the first approval lasts",
        "renewal": "how it is renewed",
        "approval-threshold": "who must vote for it, and by what share",
        "short-title": "what the act is called",
        "findings": "what the legislature found",
        "purpose": "what the act is for",
        "definitions": "what its terms mean",
        "eligibility": "who may apply",
        "partnership": "how partners join and stay what they are",
        "non-waivable": "what may never be waived",
        "permitted-practices": "what may be done notwithstanding other law",
        "application": "what a plan must contain",
        "decision": "how and when it is decided",
        "advisory-panel": "who advises",
        "reporting": "who reports what to whom",
        "evaluation": "how it is evaluated",
        "revocation": "how approval is taken back",
        "rulemaking": "who makes the rules",
        "personnel": "what holds for staff",
        "funding": "where the money comes from",
        "grants": "what grants there are",
        "no-new-aid": "what must not cost more",
        "innovation-office": "which office answers for it",
        "learning-network": "how schools learn from each other",
        "research-team": "who does the research",
        "seat-time": "how credit goes by competency",
        "outside-credit": "how learning outside school counts",
        "local-assessment": "how districts assess for themselves",
        "appropriation": "what money it appropriates",
        "repealer": "what it repeals",
        "severability": "what stays if a part falls",
        "emergency": "whether it is an emergency measure",
        "sunset": "when it ends",
        "effective-date": "when it takes effect",
    }
)
"""Each kind of the catalogue and the question it answers."""

MAIN_KINDS: tuple[str, ...] = (
    "authority",
    "waivable-scope",
    "term",
    "renewal",
    "approval-threshold",
)
"""The five provisions that make an act an innovation act."""


def in_order(kinds: Iterable[str]) -> tuple[str, ...]:
    """Puts kinds into the catalogue's order, each once; kinds it does not know come last.

    Example:
        >>> in_order(["term", "authority", "weather", "term"])
        ('authority', 'term', 'weather')
    """
    rank = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(dict.fromkeys(kinds), key=lambda kind: rank.get(kind, len(rank))))


def title(kind: str) -> str:
    """Writes a kind as a heading: ``Approval threshold``.

    Example:
        >>> title("no-new-aid"), title("non-waivable")
        ('No new aid', 'Non-waivable')
    """
    words = kind if kind.startswith("non-") else kind.replace("-", " ")
    return words.capitalize()


def question(kind: str) -> str:
    """Gives the question that a provision of the kind answers; "" for a kind not in the catalogue.

    Example:
        >>> question("renewal")
        'how it is renewed'
    """
    return KINDS.get(kind, "")
