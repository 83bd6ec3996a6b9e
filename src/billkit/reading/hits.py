"""What a rule of the reader finds: a sentence that says a provision, and the values it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from billkit.reading.sentences import Sentence

__all__ = ["Hit", "Reader", "pattern"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that a rule takes for a provision.

    ``values`` are under the names of the clause's fields; ``confidence`` runs from 0 to 1;
    ``listed`` says whether the items that the sentence leads to belong to it; ``part`` parts
    two cells of a kind, such as the terms of two things.
    """

    kind: str
    sentence: Sentence
    confidence: float
    values: Mapping[str, object] = field(default_factory=dict)
    listed: bool = False
    part: str = ""


Reader: TypeAlias = Callable[[Sentence, Mapping[str, str]], Iterator[Hit]]
"""A rule: given a sentence and what its plain words mean, it yields what it finds."""


def pattern(source: str) -> re.Pattern[str]:
    """Compiles a pattern in verbose mode, without regard to case."""
    return re.compile(source, re.VERBOSE | re.IGNORECASE)
