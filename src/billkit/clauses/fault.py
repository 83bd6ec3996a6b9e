"""A fault of a bill: what is wrong and at which path in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from billkit.clauses.toml_lines import TomlPath

__all__ = ["Fault"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a bill, at a path of fields from the bill down.

    ``at_key`` says that the key itself is meant, not its value.
    """

    code: str
    message: str
    path: TomlPath
    hint: str = ""
    severity: Literal["error", "warning"] = "error"
    at_key: bool = False
