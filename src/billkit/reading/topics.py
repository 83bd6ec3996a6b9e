"""What the points of the law's lists are about: known keys, told by patterns kept as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["keys_in", "topics"]


@lru_cache(maxsize=1)
def topics() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """Loads the patterns, by list and key."""
    text = files("billkit.reading").joinpath("topics.toml").read_text("utf-8")
    return MappingProxyType(
        {
            name: MappingProxyType(
                {
                    key: re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE)
                    for key, pattern in table.items()
                }
            )
            for name, table in tomllib.loads(text).items()
        }
    )


def keys_in(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Gives the keys of a list that any of the texts is about, in the order of the list.

    Example:
        >>> keys_in("non-waivable", ["Civil rights;", "open records and open meetings"])
        ('civil-rights', 'open-records', 'open-meetings')
    """
    whole = list(texts)
    return tuple(
        key for key, pattern in topics()[name].items() if any(pattern.search(t) for t in whole)
    )
