"""Parses XML that anyone may have written, without trusting it."""

from __future__ import annotations

import re

from lxml import etree

from billkit.akn.elements import line_of, local
from billkit.errors import Finding, ReadError, Where

__all__ = ["AKN_NAMESPACES", "parse_xml"]

AKN_NAMESPACES = (
    "http://docs.oasis-open.org/legaldocml/ns/akn/",
    "http://www.akomantoso.org/",
)
"""How the namespaces of the standard and of its drafts begin."""

_WIDE = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\x00?\x00": "utf-16-le",
    b"\x00<\x00?": "utf-16-be",
}
_BLANK = re.compile(rb"\s*")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_PROLOG = {b"<?": b"?>", b"<!": b"-->"}
"""What may stand before the root element, by how it begins, with how it ends."""
_DECLARED = re.compile(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""")
_LONGEST_EXCERPT = 78
_PLAINLY = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"xmlParseEntityRef: no name", "an & stands alone"),
        (r"Entity '(.+?)' not defined", r"the entity &\1; means nothing"),
        (r"EntityRef: expecting ';'", "an & is followed by no entity"),
        (r"Premature end of data in tag (\S+) line (\d+)", r"it ends amid <\1> of line \2"),
        (
            r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
            r"<\1> of line \2 is closed by </\3>",
        ),
        (r"Start tag expected|Document is empty", "it does not begin with an element"),
        (r"Extra content at the end", "something stands after the last element"),
        (r"Couldn't find end of Start Tag (\S+)", r"the tag <\1 has no end"),
    )
]


def parse_xml(source: bytes, *, file: str | None = None) -> etree._Element:
    """Parses the bytes of an Akoma Ntoso file and gives its root element.

    Nothing is fetched, no document type is read and no entity is expanded; a file that declares
    any is refused, since no law needs them.

    Args:
        source: The file's bytes.
        file: Its name, for error messages.

    Raises:
        ReadError: ``empty-file``, ``wrong-encoding``, ``document-type``, ``malformed-xml``,
            ``too-deep``, ``too-large``, ``not-akoma-ntoso``.
    """
    if not source.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"):
        raise _error(code="empty-file", message="the file is empty.", file=file)
    source = _narrowed(source, file)
    _refuse_document_type(source, file)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise _syntax_error(error, source, file) from None
    namespace = root.tag.rpartition("}")[0].lstrip("{")
    if local(root.tag) != "akomaNtoso" or not namespace.startswith(AKN_NAMESPACES):
        raise _error(
            code="not-akoma-ntoso",
            message=f"the file is XML, but its root is <{local(root.tag)}>, not <akomaNtoso>.",
            file=file,
            line=line_of(root),
            source=source,
            hint="billkit reads Akoma Ntoso 3.0; other XML has to be turned into text first.",
        )
    return root


def _narrowed(source: bytes, file: str | None) -> bytes:
    """Recodes UTF-16 as UTF-8, so that the file's head can be looked at."""
    for mark, encoding in _WIDE.items():
        if source.startswith(mark):
            try:
                text = source.decode(encoding)
            except UnicodeDecodeError as error:
                raise _error(
                    code="wrong-encoding",
                    message=f"the file says it is UTF-16, but byte {error.start} does not fit.",
                    file=file,
                    hint="save the file as UTF-8.",
                ) from None
            return _DECLARED.sub(r"\1", text.lstrip("\ufeff"), count=1).encode()
    return source.removeprefix(b"\xef\xbb\xbf")


def _refuse_document_type(source: bytes, file: str | None) -> None:
    """Refuses a file that declares a document type, before any parser looks at it."""
    at = _content(source, 0)
    while (end := _PROLOG.get(source[at : at + 2])) and not _DOCTYPE.match(source, at):
        found = source.find(end, at)
        if found < 0:
            return
        at = _content(source, found + len(end))
    if _DOCTYPE.match(source, at):
        raise _error(
            code="document-type",
            message="the file declares a document type, which may hide entities; none is read.",
            file=file,
            line=source.count(b"\n", 0, at) + 1,
            source=source,
            hint="remove the <!DOCTYPE ...> declaration.",
        )


def _content(source: bytes, at: int) -> int:
    """Steps over white space."""
    match = _BLANK.match(source, at)
    return match.end() if match else at


def _syntax_error(error: etree.XMLSyntaxError, source: bytes, file: str | None) -> ReadError:
    """Says what the parser stumbled over, in one sentence."""
    line, column = error.position
    said = str(error.msg).splitlines()[0]
    low = said.lower()
    code, hint = "malformed-xml", "open the file in an XML editor; it shows the place."
    message = f"the XML cannot be parsed: {_plainly(said)}."
    if "encoding" in low or "utf-8" in low or "bytes" in low:
        code, hint = "wrong-encoding", "save the file as UTF-8, or declare the encoding it has."
        message = "the file is not in the encoding that it declares, nor in UTF-8."
    elif "depth" in low:
        code, hint = "too-deep", "no law is; look for a list that was never closed."
        message = "elements are nested deeper than any law is."
    elif "huge" in low or "limit" in low:
        code, hint = "too-large", "split the file; no section of law is that long."
        message = "the file holds a text that is longer than any law is."
    elif "entity" in low:
        hint = "write & as &amp; and < as &lt;; other entities are not read."
    return _error(
        code=code,
        message=message,
        file=file,
        line=line or None,
        column=column,
        source=source,
        hint=hint,
    )


def _plainly(said: str) -> str:
    """Says in plain words what a parser complains of; in its own where they are not known."""
    said = re.sub(r"(, line \d+, column \d+.*)$", "", said).strip().rstrip(".")
    for pattern, plain in _PLAINLY:
        if match := pattern.search(said):
            return match.expand(plain)
    return said


def _error(  # noqa: PLR0913 - a place has this many parts, all named
    *,
    code: str,
    message: str,
    file: str | None,
    line: int | None = None,
    column: int = 0,
    source: bytes = b"",
    hint: str = "",
) -> ReadError:
    """Makes an error that shows the line it is about."""
    excerpt, caret = "", None
    if line and source:
        lines = source.splitlines()
        text = lines[line - 1].decode("utf-8", "replace") if line <= len(lines) else ""
        start = max(min(column, len(text)) - _LONGEST_EXCERPT // 2, 0)
        excerpt = re.sub(r"[^\x20-\U0010ffff]", " ", text[start : start + _LONGEST_EXCERPT])
        if excerpt and column:
            caret = (min(max(column - 1 - start, 0), len(excerpt)), 1)
    where = Where(file=file, line=line)
    return ReadError(
        Finding(code=code, message=message, where=where, excerpt=excerpt, caret=caret, hint=hint)
    )
