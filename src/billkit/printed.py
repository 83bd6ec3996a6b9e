"""A comparison as people hold it in their hands: it prints as text, as a page, as JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields

from billkit.comparison import result
from billkit.writers.redline_html import write_redline_html
from billkit.writers.redline_json import write_redline_json
from billkit.writers.redline_text import write_redline_text

__all__ = ["Comparison"]


@dataclass(frozen=True, repr=False)
class Comparison(result.Comparison):
    """What differs between two texts: `str()` is a redline, a notebook shows a page."""

    @classmethod
    def of(cls, found: result.Comparison) -> Comparison:
        """Gives a comparison its printed forms."""
        return cls(**{field.name: getattr(found, field.name) for field in fields(found)})

    def __str__(self) -> str:
        """Writes a redline with plain marks, eighty columns wide."""
        return write_redline_text(self)

    def __repr__(self) -> str:
        """Names the two sides and says how many provisions changed."""
        return f"<Comparison of {self.enacted} with {self.proposed}: {len(self.changed)} changes>"

    def to_json(self) -> str:
        """Writes the comparison as JSON; ``billkit schema comparison`` describes it."""
        return write_redline_json(self)

    def to_html(self) -> str:
        """Writes the redline as a page that needs nothing else."""
        return write_redline_html(self)

    def _repr_html_(self) -> str:
        """Gives notebooks the redline."""
        return write_redline_html(self, fragment=True)
