"""Lays texts out as Kentucky, Mississippi, North Dakota and Minnesota publish them.

A text is a list of paragraphs; each is printed after what its state puts around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO

from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_FONT = "Times-Roman"
_LIGATURES = "Vera"
_SIZE = 11
_LEAD = 14
_TOP = 720
_BOTTOM = 90
_START = 90
_END = 522

Furniture = Callable[[Canvas, int], None]


def wrapped(text: str, width: float, *, hyphens: bool = False, font: str = _FONT) -> list[str]:
    """Breaks a paragraph into lines no wider than that, in points; breaks long words if told."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        wider = f"{line} {word}".strip()
        if stringWidth(wider, font, _SIZE) <= width:
            line = wider
            continue
        if hyphens and len(word) > 8 and word.isalpha():
            head = word[: len(word) // 2]
            if stringWidth(f"{line} {head}-", font, _SIZE) <= width:
                lines.append(f"{line} {head}-".strip())
                line = word[len(head) :]
                continue
        lines.append(line)
        line = word
    return [*lines, line]


def _pdf(  # noqa: PLR0913  # each is one thing that a state's printers do
    paragraphs: Sequence[tuple[float, str]],
    *,
    furniture: Furniture,
    numbered: bool = False,
    hyphens: bool = False,
    per_page: int = 40,
    hanging: float = 0,
    locked: bool = False,
    font: str = _FONT,
) -> bytes:
    """Prints paragraphs, each with its indent, on as many pages as they need."""
    stream = BytesIO()
    encrypt = StandardEncryption("a key", canPrint=0) if locked else None
    canvas = Canvas(stream, pagesize=letter, encrypt=encrypt, invariant=1)
    page, count = 1, 0
    furniture(canvas, page)
    canvas.setFont(font, _SIZE)
    for indent, paragraph in paragraphs:
        for number, line in enumerate(
            wrapped(paragraph, _END - _START - indent, hyphens=hyphens, font=font)
        ):
            if count == per_page:
                canvas.showPage()
                page, count = page + 1, 0
                furniture(canvas, page)
                canvas.setFont(font, _SIZE)
            y = _TOP - _LEAD * count
            if numbered:
                canvas.drawRightString(_START - 20, y, str(count + 1))
            canvas.drawString(_START + indent + (hanging if number else 0), y, line)
            count += 1
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def kentucky_pdf(
    num: str, catchline: str, paragraphs: Sequence[str], *, locked: bool = False
) -> bytes:
    """A section of the Kentucky Revised Statutes: bold head, notes at the end, page count."""

    def furniture(canvas: Canvas, page: int) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawCentredString(306, 40, f"Page {page} of 9")

    registerFont(TTFont(_LIGATURES, "Vera.ttf"))
    lines = [(0.0, f"{num} {catchline}")]
    lines += [(20.0, paragraph.replace("fi", "\ufb01")) for paragraph in paragraphs]
    lines.append((40, "Effective: July 12, 2012"))
    lines.append((40, "History: Created 2012 Ky. Acts ch. 40, sec. 1, effective July 12, 2012."))
    return _pdf(lines, furniture=furniture, per_page=30, locked=locked, font=_LIGATURES)


def north_dakota_pdf(sections: Sequence[tuple[str, str, Sequence[str]]]) -> bytes:
    """A chapter of the Century Code: its head, its sections one after the other, hyphenated."""

    def furniture(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(306, 50, f"Page No. {page}")

    lines = [(150.0, "CHAPTER 15.1-06"), (180.0, "SCHOOLS")]
    for num, catchline, paragraphs in sections:
        lines.append((0, f"{num}. {catchline}"))
        lines += [(10.0, paragraph) for paragraph in paragraphs]
    return _pdf(lines, furniture=furniture, hyphens=True, per_page=28, hanging=18)


def mississippi_bill_pdf(number: str, paragraphs: Sequence[str]) -> bytes:
    """A bill as enrolled: margin numbers on every line, the bill's number at the foot."""

    def furniture(canvas: Canvas, page: int) -> None:
        canvas.setFont("Courier", 9)
        canvas.drawString(90, 60, f"S. B. No. {number}      *SS26/R1186SG*")
        canvas.drawString(90, 48, "15/SS26/R1186SG")
        canvas.drawString(90, 36, f"PAGE {page}")

    lines = [(0.0, paragraph) for paragraph in paragraphs]
    return _pdf(lines, furniture=furniture, numbered=True, per_page=29)


def scanned_pdf() -> bytes:
    """Pages that are pictures."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=1)
    pixels = BytesIO(b"P6\n2 2\n255\n" + bytes(12))
    for _ in range(2):
        canvas.drawImage(ImageReader(pixels), 0, 0, 612, 792)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def mississippi_html(num: str, catchline: str, paragraphs: Sequence[str]) -> bytes:
    """A section of the Mississippi Code on the web, with what stands around it."""
    body = "\n".join(f"<p class='law'>{escape(text)}</p>" for text in paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Mississippi Code</title>
<script>var law = "(9) The board shall not";</script><style>p {{ color: red }}</style></head><body>
<header><a href="/">Home</a> Search the code</header>
<nav><ul><li>Title 37</li><li>Chapter 179</li></ul></nav>
<main><h1>§ {escape(num)}. {escape(catchline)}</h1>
{body}
<p>HISTORY: Laws, 2015, ch. 425, § 1, eff from and after July 1, 2015.</p>
<div style="display:none">hidden words</div></main>
<footer>Copyright; page 1 of 1</footer></body></html>""".encode()


def minnesota_html(
    num: str, heading: str, units: Sequence[tuple[str, str, Sequence[str]]]
) -> bytes:
    """A section of the Minnesota Statutes: subdivisions with headnotes, then the history."""
    body = "".join(
        f'<div class="subd"><h2 class="subd_no">{escape(no)}'
        f'<span class="headnote">{escape(note)}</span></h2>'
        + "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
        + "</div>"
        for no, note, paragraphs in units
    )
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">
</head><body><div role="navigation">Menu</div>
<div class="section" id="stat.{num}"><h1 class="shn">{num} {escape(heading)}</h1>{body}
<div class="history"><h2>History: </h2><p class="first">1Sp2017 c 5 art 2 s 52</p></div></div>
</body></html>""".encode("cp1252", "xmlcharrefreplace")


def minnesota_text(paragraphs: Sequence[str], *, page: int = 52) -> bytes:
    """A bill as plain text with margin numbers of page and line, pages parted by form feeds."""
    lines = [line for text in paragraphs for line in wrapped(text, 380, hyphens=True)]
    out: list[str] = []
    for start in range(0, len(lines), 30):
        number = page + start // 30
        out.append(
            "\n".join(
                f"{number}.{count:<4} {line}"
                for count, line in enumerate(lines[start : start + 30], start=1)
            )
            + f"\n\nSec. 52.                       {number}"
        )
    return "\x0c".join(out).encode()
