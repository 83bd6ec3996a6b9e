"""Copies of law as states publish them, in whatever format: text, web page or PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from billkit.files import decoded
from billkit.readers.html import looks_like_html, read_html
from billkit.readers.pages import Line, Page, cleaned, paragraphs, typed_page
from billkit.readers.pdf import looks_like_pdf, read_pdf
from billkit.text.typography import plain_letters

__all__ = ["PublishedCopy", "read_published"]

_PAGE_BREAK = "\x0c"
_BROKEN = re.compile(r"(\w+)(?:-|\N{SOFT HYPHEN}|\N{HYPHEN})\n\s*([a-z]\w*)")
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class PublishedCopy:
    """The words of a copy, paragraph by paragraph, without what is the page's.

    Line breaks inside a paragraph stay where the copy has them.
    """

    paragraphs: tuple[str, ...]
    format: Literal["text", "html", "pdf"]
    file: str | None = None

    @property
    def text(self) -> str:
        """All words, a paragraph to a line, with the line breaks inside kept."""
        return "\n".join(self.paragraphs)

    def unbroken(self, known: Iterable[str] = ()) -> tuple[str, ...]:
        r"""Gives each paragraph on one line.

        A word broken at a line's end is put together where the copy prints it elsewhere in one
        way, or where one way alone is known; else the break stays, since the hyphen may be the
        law's own.

        Args:
            known: Words of other texts of law.

        Example:
            >>> copy = PublishedCopy(("the administra-\ntion and", "its administration"), "text")
            >>> copy.unbroken()[0]
            'the administration and'
        """
        own = frozenset(word.casefold() for word in _WORD.findall(self.text))
        other = frozenset(word.casefold() for word in known)

        def mended(broken: re.Match[str]) -> str:
            plain, hyphened = broken[1] + broken[2], f"{broken[1]}-{broken[2]}"
            for seen in (own, other):
                match plain.casefold() in seen, hyphened.casefold() in seen:
                    case (True, False):
                        return plain
                    case (False, True):
                        return hyphened
            return f"{broken[1]}-\0{broken[2]}"

        return tuple(
            " ".join(_BROKEN.sub(mended, paragraph).split("\n")).replace("\0", "\n")
            for paragraph in self.paragraphs
        )


def read_published(data: bytes, *, file: str | None = None) -> PublishedCopy:
    """Reads a copy of law as a state publishes it.

    Page numbers, running heads and feet, and margin numbers are taken off; ligatures become
    letters. Nothing else of the words is touched.

    Args:
        data: The bytes of the copy: plain text in UTF-8, a web page, or a PDF file.
        file: Its name, for errors.

    Raises:
        ReadError: ``wrong-encoding``, ``malformed-html``, and for PDF files as `read_pdf`.
    """
    if looks_like_pdf(data):
        return PublishedCopy(_plain(_printed(read_pdf(data, file=file))), "pdf", file)
    if looks_like_html(data):
        return PublishedCopy(_plain(read_html(data, file=file)), "html", file)
    text = decoded(data, file=file).replace("\r\n", "\n").replace("\r", "\n")
    pages = tuple(typed_page(page) for page in text.split(_PAGE_BREAK))
    return PublishedCopy(_plain(_printed(pages)), "text", file)


def _printed(pages: tuple[Page, ...]) -> tuple[str, ...]:
    """Gives the paragraphs of printed pages."""
    whole = tuple(Page(tuple(map(_lettered, page.lines))) for page in pages)
    return paragraphs(cleaned(whole))


def _lettered(line: Line) -> Line:
    """Writes a line's ligatures as letters."""
    text = plain_letters(line.text)
    return line if text == line.text else Line(text, line.start, line.end, line.top)


def _plain(found: tuple[str, ...]) -> tuple[str, ...]:
    """Writes ligatures as letters and drops empty paragraphs."""
    return tuple(text for each in found if (text := plain_letters(each).strip()))
