"""PDF files that states publish law in: their printed lines, page by page."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from bisect import bisect
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any, NoReturn

from billkit.errors import Finding, ReadError, Where
from billkit.readers.pages import Line, Page

__all__ = ["MAX_PAGES", "looks_like_pdf", "read_pdf"]

MAX_PAGES = 400
"""The most pages that are read; no section of law is as long."""

_MAX_BYTES = 16 * 2**20
_MAX_UNPACKED = 64 * 2**20
_MAX_PICTURES = 256 * 2**20
_PART = 2**18
_LONGEST_HEAD = 2000
_MOST_STREAMS = 10_000
_MAX_DRAWN = 3 * 2**20
_SCAN_PAGES = 5
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_STREAM_END = re.compile(rb"endstream")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_TWICE = re.compile(
    rb"/Filter\s*\[[^\]]{0,200}(?:Flate|LZW|RunLength)[^\]]{0,200}Decode\s*/(?:Flate|LZW|RunLength)"
)
_SLOW_FILTER = re.compile(rb"/(?:LZWDecode|RunLengthDecode)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_LINE_TOLERANCE = 3.0


def looks_like_pdf(data: bytes) -> bool:
    """Says whether bytes are a PDF file.

    Example:
        >>> looks_like_pdf(b"%PDF-1.7 ..."), looks_like_pdf(b"KRS 156.108")
        (True, False)
    """
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, *, file: str | None = None) -> tuple[Page, ...]:
    """Reads the printed lines of a PDF file.

    Before anything is laid out, the file is looked through for what a text of law never is: packed
    data that swells beyond all measure, more than `MAX_PAGES` pages, pages that are pictures.

    Args:
        data: The bytes of the file.
        file: Its name, for errors.

    Raises:
        ReadError: ``pdf-extra-missing``, ``broken-pdf``, ``encrypted-pdf``, ``scanned-pdf``,
            ``too-large``, ``too-many-pages``.
    """
    _look_through(data, file)
    try:
        import pdfplumber  # noqa: PLC0415  # the extra "pdf" is needed for these files alone
    except ImportError:
        _refuse(
            file,
            "pdf-extra-missing",
            "PDF files are read by pdfplumber, which is not installed.",
            "pip install 'billkit[pdf]', or give the words as plain text.",
        )
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            return tuple(_pages(pdf, file))
    except ReadError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever its parsers raise says the same of the file
        name = f"{error!r} {error.__context__!r}"
        if "Password" in name or "Encrypt" in name:
            _refuse(file, "encrypted-pdf", "the PDF is locked by a password.", _UNLOCK)
        _refuse(file, "broken-pdf", "the PDF is damaged and cannot be read.", _AGAIN)


_UNLOCK = "save it without a password, or give its words as plain text."
_AGAIN = "fetch it again, or give its words as plain text."


def _refuse(file: str | None, code: str, message: str, hint: str = "") -> NoReturn:
    """Raises the finding on a PDF file."""
    raise ReadError(Finding(code=code, message=message, where=Where(file=file), hint=hint))


def _look_through(data: bytes, file: str | None) -> None:
    """Refuses files that are broken off, or that would cost more than any text of law."""
    if len(data) > _MAX_BYTES:
        _refuse(
            file,
            "too-large",
            f"the PDF holds more than {_MAX_BYTES // 2**20} MB.",
            "give the section or chapter alone.",
        )
    if b"startxref" not in data[-2048:]:
        _refuse(file, "broken-pdf", "the PDF breaks off before its end.", _AGAIN)
    pages = len(_PAGE.findall(data))
    room, room_for_pictures = _MAX_UNPACKED, _MAX_PICTURES
    for described, packed in _streams(data, file):
        if _TWICE.search(described) or _SLOW_FILTER.search(described):
            _refuse(file, "broken-pdf", "the PDF is packed in a way that texts are not.", _AGAIN)
        if _PICTURE.search(described):
            room_for_pictures -= sum(map(len, _unpacked(described, packed, room_for_pictures)))
        else:
            for part in _unpacked(described, packed, room):
                room -= len(part)
                pages += len(_PAGE.findall(part))
        if min(room, room_for_pictures) <= 0:
            _refuse(
                file,
                "too-large",
                "what is packed in the PDF swells beyond all measure.",
                "no text of law does; give its words as plain text.",
            )
        if pages > MAX_PAGES:
            break
    if pages > MAX_PAGES:
        _refuse_pages(file)


def _streams(data: bytes, file: str | None) -> Iterator[tuple[bytes, memoryview]]:
    """Yields what is packed in a file, each piece with what is said of it just before."""
    view = memoryview(data)
    ends = [match.start() for match in _STREAM_END.finditer(data)]
    for count, stream in enumerate(_STREAM.finditer(data)):
        if count == _MOST_STREAMS:
            _refuse(file, "too-large", "the PDF is made of more pieces than any text of law.")
        place = bisect(ends, stream.end())
        end = ends[place] if place < len(ends) else len(data)
        described = data[max(stream.start() - _LONGEST_HEAD, 0) : stream.start()]
        yield described.rpartition(b" obj")[2], view[stream.end() : end]


def _refuse_pages(file: str | None) -> NoReturn:
    """Says that a file has too many pages."""
    _refuse(
        file,
        "too-many-pages",
        f"the PDF has more than {MAX_PAGES} pages.",
        "give the section or chapter alone.",
    )


def _unpacked(described: bytes, packed: memoryview, room: int) -> Iterator[bytes]:
    """Unpacks a piece part by part, until there is no more room."""
    with suppress(zlib.error, ValueError):
        if b"85" in described:
            text = bytes(packed).rpartition(b"~>")[0] or bytes(packed)
            packed = memoryview(a85decode(text.strip().removeprefix(b"<~")))
        unpacker = zlib.decompressobj()
        rest: memoryview | bytes = packed
        while rest and room > 0 and not unpacker.eof:
            part = unpacker.decompress(rest, _PART)
            room -= len(part)
            rest = unpacker.unconsumed_tail
            yield part


def _pages(pdf: Any, file: str | None) -> Iterator[Page]:
    """Lays out page after page.

    Raises:
        ReadError: ``encrypted-pdf``, ``scanned-pdf``, ``too-large``, ``too-many-pages``.
    """
    if getattr(pdf.doc, "encryption", None) and not pdf.doc.is_extractable:
        _refuse(file, "encrypted-pdf", "the PDF forbids that its text is taken out.", _UNLOCK)
    pages = pdf.pages
    if len(pages) > MAX_PAGES:
        _refuse_pages(file)
    if not pages:
        _refuse(file, "broken-pdf", "the PDF has no pages.", _AGAIN)
    letters = pictures = 0
    for number, page in enumerate(pages, start=1):
        if _drawn(page.page_obj.contents) > _MAX_DRAWN:
            _refuse(file, "too-large", f"page {number} of the PDF is drawn of more than text.")
        lines = tuple(_lines(page))
        letters += sum(len(line.text) for line in lines)
        pictures += len(page.images)
        if number == min(_SCAN_PAGES, len(pages)) and not letters:
            what = "pictures of pages" if pictures else "no words"
            _refuse(
                file,
                "scanned-pdf",
                f"the PDF holds {what}, not text.",
                "nothing is guessed about the words of a law; give a copy with its text.",
            )
        yield Page(lines)
        page.close()


def _drawn(streams: Any) -> int:
    """Measures what a page is drawn of, unless it is packed more than once."""
    for stream in streams:
        packings = [name for name, _ in stream.get_filters() if "85" not in str(name)]
        if len(packings) > 1 or "Image" in str(stream.attrs.get("Subtype", "")):
            return _MAX_DRAWN + 1
    return sum(len(stream.get_data()) for stream in streams)


def _lines(page: Any) -> Iterator[Line]:
    """Puts the words of a page together to lines, from top to bottom."""
    words = page.extract_words(x_tolerance_ratio=0.2, y_tolerance=_LINE_TOLERANCE)
    words.sort(key=lambda word: (word["bottom"], word["x0"]))
    row: list[dict[str, Any]] = []
    for word in words:
        if row and abs(word["bottom"] - row[0]["bottom"]) > _LINE_TOLERANCE:
            yield _line(row)
            row = []
        row.append(word)
    if row:
        yield _line(row)


def _line(row: list[dict[str, Any]]) -> Line:
    """Makes a line of the words that stand beside each other."""
    row.sort(key=lambda word: float(word["x0"]))
    return Line(
        text=" ".join(str(word["text"]) for word in row),
        start=float(row[0]["x0"]),
        end=float(row[-1]["x1"]),
        top=float(row[0]["top"]),
    )
