"""What is said of a document before its words: name, standing, and how far its text is held."""

from __future__ import annotations

from pathlib import PurePath

from billkit.tree import Document, Node, Status

__all__ = [
    "NOT_CONFIRMED",
    "QUOTED",
    "STATUS_WORDS",
    "facts",
    "name",
    "not_held",
    "standing",
    "statuses",
    "version",
]

QUOTED = "quoted by another author, may be abridged"
"""What is said before words that are only quoted."""

STATUS_WORDS: dict[Status, str] = {
    "official": "official copy",
    "corroborated": "two independent copies agree",
    "single-source": "one copy",
    "secondary": QUOTED,
    "reconstructed": "reconstructed, not confirmed against any copy",
    "gap": "not held",
}
"""How the text status of words is told to readers."""

NOT_CONFIRMED = "??"
"""What stands before reconstructed words in every output."""


def name(document: Document) -> str:
    """Names a document: its citation, else its title.

    Example:
        >>> name(Document(Node("document"), title="An Act"))
        'An Act'
    """
    return document.citation or document.title or "untitled text"


def version(document: Document) -> str:
    """Tells a document from another of the same name: its version or its file; "" if unknown.

    Example:
        >>> version(Document(Node("document"), file="statutes/us-ar/ark-code-1@2024.xml"))
        'version 2024'
    """
    file = PurePath(document.file or "").name
    _, at, label = file.removesuffix(".xml").partition("@")
    return f"version {label}" if at else file


def standing(document: Document) -> str:
    """Says where a document stands, with the year where it is known: ``repealed 2025``."""
    year = document.dates.get("repealed", "")[:4]
    if document.standing == "repealed" and year:
        return f"repealed {year}"
    return "" if document.standing == "text" else document.standing


def statuses(document: Document) -> dict[Status, int]:
    """Counts the provisions of each text status, those best known first."""
    found = [node.status for node in document.provisions]
    return {status: found.count(status) for status in STATUS_WORDS if status in found}


def not_held(node: Node, side: str = "") -> str:
    """Says in a few words that a provision is not held, and what it is as far as known.

    Args:
        node: The gap.
        side: Where it is not held, if that needs saying: ``in A``.

    Example:
        >>> not_held(Node("gap", status="gap", label="items (b) to (d)"), "in A")
        '[[not held in A: items (b) to (d)]]'
    """
    said = f"not held {side}" if side else "not held"
    return f"[[{said}: {node.label}]]" if node.label else f"[[{said}]]"


def facts(document: Document) -> list[str]:
    """Lists what a reader must know before the words: title, standing, how far the text is held."""
    out = [document.title] if document.title and document.title != name(document) else []
    if known := standing(document):
        out.append(known)
    counts = [f"{count} {STATUS_WORDS[status]}" for status, count in statuses(document).items()]
    if counts:
        out.append("text of the provisions: " + "; ".join(counts))
    return out
