"""Contrasts and matrices that print well: as plain text for people, as HTML for notebooks."""

from __future__ import annotations

from billkit.reading.contrasts import Contrast, Matrix
from billkit.writers.contrast_html import write_contrast_html, write_matrix_html
from billkit.writers.contrast_json import write_contrast_json, write_matrix_json
from billkit.writers.contrast_text import write_contrast_text
from billkit.writers.matrix_text import write_matrix_text

__all__ = ["PrintedContrast", "PrintedMatrix"]


class PrintedContrast(Contrast):
    """A contrast that knows how it is written."""

    def __str__(self) -> str:
        """Writes the contrast as plain text, 80 characters wide."""
        return write_contrast_text(self)

    def _repr_html_(self) -> str:
        """Writes the contrast as a page for notebooks."""
        return write_contrast_html(self)

    def to_json(self) -> str:
        """Writes the contrast as JSON."""
        return write_contrast_json(self)


class PrintedMatrix(Matrix):
    """A matrix that knows how it is written."""

    def __str__(self) -> str:
        """Writes the matrix as plain text, 80 characters wide."""
        return write_matrix_text(self)

    def _repr_html_(self) -> str:
        """Writes the matrix as a page for notebooks."""
        return write_matrix_html(self)

    def to_json(self) -> str:
        """Writes the matrix as JSON."""
        return write_matrix_json(self)
