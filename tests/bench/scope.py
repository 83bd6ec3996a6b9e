"""How much one run of the bench measures, and on what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.bench.texts import Corpus

__all__ = ["Scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The texts of a run, and whether it is the quick one.

    ``codes`` are two releases of a code, each a folder or a file of sections.
    """

    corpus: Corpus
    quick: bool = False
    codes: tuple[Path, Path] | None = None

    @property
    def rounds(self) -> int:
        """In how many rounds each engine has its turn."""
        return 3 if self.quick else 7
