"""What is said of a document before its words: name, standing, and how far its text is held."""

from __future__ import annotations

from pathlib import PurePath

from billkit.tree import Document, Node, Status

__all__ = [
    "NOT_CONFIRMED",
    "QUOTED",
    "STATUS_WORDS",
    "UNTITLED",
    "facts",
    "name",
    "names",
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

UNTITLED = "untitled text"
"""What a document is called of which nothing is known."""

_INPUTS = {"<stdin>": "standard input"}
"""How a text is called that was read from no file."""

NOT_CONFIRMED = "??"
"""What stands before reconstructed words in every output."""


def name(document: Document) -> str:
    """Names a document: its citation, else its title, else the file it was read from.

    Example:
        >>> name(Document(Node("document"), title="An Act"))
        'An Act'
    """
    return document.citation or document.title or _file(document) or UNTITLED


def _file(document: Document) -> str:
    """Gives the name of the file a document was read from, without the folder."""
    return _INPUTS.get(document.file or "") or PurePath(document.file or "").name


def names(first: Document, second: Document) -> tuple[str, str]:
    """Names two documents; where both are called alike, with what tells them apart.

    That is the version, the file, or so much of its path as differs.

    Example:
        >>> one, other = (Document(Node("document"), file=f"{at}/9-1.txt") for at in "ab")
        >>> names(one, other)
        ('a/9-1.txt', 'b/9-1.txt')
    """
    called = name(first), name(second)
    told = version(first), version(second)
    if called[0] != called[1]:
        return called
    if told[0] == told[1]:
        told = _paths(first.file or "", second.file or "")
    untitled = not (first.citation or first.title or second.citation or second.title)
    if untitled and all(told):
        return told
    first_told, second_told = (f", {more}" if more else "" for more in told)
    return called[0] + first_told, called[1] + second_told


def _paths(first: str, second: str) -> tuple[str, str]:
    """Gives the ends of two paths from where they differ; "" for both where they do not."""
    one, other = PurePath(first).parts, PurePath(second).parts
    for size in range(1, max(len(one), len(other)) + 1):
        if one[-size:] != other[-size:]:
            return str(PurePath(*one[-size:])), str(PurePath(*other[-size:]))
    return "", ""


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
