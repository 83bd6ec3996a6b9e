"""Web pages that states publish law on: the words of the page, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from billkit.errors import Finding, ReadError, Where
from billkit.files import decoded
from billkit.readers.pages import cleaned, paragraphs, typed_page

__all__ = ["looks_like_html", "read_html"]

_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|p|table|span|section|article)\b", re.IGNORECASE
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_WESTERN = frozenset({"iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii"})
_LEFT_OUT = re.compile(
    r"script|style|noscript|nav|select|button|textarea|svg|template|iframe|head|object"
    r"|del|s|strike"
)
_FURNITURE = frozenset({"header", "footer"})
_TEXTS = ("article", "main", "section")
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "complementary"})
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fieldset|figcaption"
    r"|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead"
    r"|tr|ul"
)
_BLOCK = "\0"
_SEAM = "\2"
_JOINED = re.compile(f"([.;:)\\]]){_SEAM}+(?=[^\\W_])")
_BREAK = "\1"
_ADDED_MARK = re.compile(r"(?:new text (?:begin|end))\s?")
_STRUCK_TEXT = re.compile(r"deleted text begin.*?deleted text end\s?", re.DOTALL)


def looks_like_html(data: bytes) -> bool:
    """Says whether bytes are a web page.

    Example:
        >>> looks_like_html(b"<!DOCTYPE html><p>(1) A zone"), looks_like_html(b"(1) x < 5")
        (True, False)
    """
    return bool(_TAG.search(data[:4096]))


def read_html(data: bytes, *, file: str | None = None) -> tuple[str, ...]:
    """Reads the paragraphs of a web page: what it shows, without its navigation.

    Nothing is fetched and no entity of its own is resolved. What a page strikes out is left out.

    Args:
        data: The bytes of the page.
        file: Its name, for errors.

    Raises:
        ReadError: ``wrong-encoding``, ``malformed-html``, ``too-deep``.
    """
    text = _text_of(data, file)
    parser = lxml_html.HTMLParser(
        no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        top = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(
            Finding(
                code="malformed-html",
                message=f"the web page cannot be read: {_reason(error)}.",
                where=Where(file=file),
                hint="save the page again, or give its words as plain text.",
            )
        ) from None
    if any("depth" in entry.message for entry in parser.error_log):
        raise ReadError(
            Finding(
                code="too-deep",
                message="the web page is nested so deeply that a part of it is lost.",
                where=Where(file=file),
                hint="no law is; give its words as plain text.",
            )
        )
    words = _JOINED.sub(r"\1 ", "".join(_pieces(top))).replace(_SEAM, "")
    words = _STRUCK_TEXT.sub("", words)
    words = _ADDED_MARK.sub("", words)
    out: list[str] = []
    for block in words.split(_BLOCK):
        if _BREAK in block:
            out.extend(_typed(block))
        elif line := re.sub(r"[ \t\n\r\f]+", " ", block).strip():
            out.append(line)
    return tuple(out)


def _typed(block: str) -> tuple[str, ...]:
    """Puts the lines of a block that is printed as typed together to paragraphs."""
    return paragraphs(cleaned([typed_page(block.replace(_BREAK, "\n"))]))


def _reason(error: Exception) -> str:
    """Gives the first line of a parser's complaint."""
    return str(error).partition("\n")[0].rstrip(".") or "it holds nothing to read"


def _text_of(data: bytes, file: str | None) -> str:
    """Decodes a page: UTF-8, or the western encoding that it declares."""
    declared = _CHARSET.search(data[:4096])
    name = declared.group(1).decode("ascii").casefold() if declared else ""
    if name in _WESTERN:
        for encoding in ("utf-8-sig", "cp1252"):
            try:
                return _prepared(data.decode(encoding))
            except UnicodeDecodeError:
                continue
    return _prepared(decoded(data, file=file))


def _prepared(text: str) -> str:
    """Takes off what only stands in a parser's way, and the characters used as marks here."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text).translate(dict.fromkeys(range(3)))


def _pieces(top: etree._Element) -> Iterator[str]:
    """Yields the words of a page in order, and a mark wherever a block begins or ends."""
    depth = typed = 0
    for event, element in etree.iterwalk(top, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        skipped = _is_left_out(element, tag)
        if event == "start":
            if depth or skipped:
                depth += 1
                continue
            typed += tag == "pre"
            if _BLOCKS.fullmatch(tag) or tag == "br":
                yield _BREAK if typed and tag == "br" else _BLOCK
            yield _SEAM + _kept(element.text, typed=typed > 0)
            continue
        if depth:
            depth -= 1
        elif _BLOCKS.fullmatch(tag):
            typed -= tag == "pre"
            yield _BLOCK
        if not depth:
            yield _SEAM + _kept(element.tail, typed=typed > 0)


def _kept(text: str | None, *, typed: bool) -> str:
    """Gives the words of an element, with its line breaks where it is printed as typed."""
    return (text or "").replace("\n", _BREAK) if typed else text or ""


def _is_left_out(element: etree._Element, tag: str) -> bool:
    """Says whether an element is the page's furniture, hidden, or struck out."""
    if not tag or _LEFT_OUT.fullmatch(tag):
        return True
    if tag in _FURNITURE and next(element.iterancestors(*_TEXTS), None) is None:
        return True
    known = element.attrib
    return bool(
        known.get("role", "") in _ROLES
        or "hidden" in known
        or known.get("aria-hidden") == "true"
        or _HIDDEN.search(known.get("style", ""))
    )
