"""Tells each cell of a page's tables the head of its column, for screens too narrow for a table."""

from __future__ import annotations

import re
from html import escape, unescape

__all__ = ["with_heads"]

_TABLE = re.compile(r'<table class="docutils.*?</table>', re.DOTALL)
_HEAD = re.compile(r'<th class="head[^"]*"[^>]*>(.*?)</th>', re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td(?=[\s>])")
_CONTENT = re.compile(r"<td\b[^>]*>(.*?)</td>", re.DOTALL)
_SHORT = 12
"""How many letters fit into a column on a phone."""

_TAG = re.compile(r"<[^>]+>")


def with_heads(body: str) -> str:
    """Gives the HTML of a page, each cell of its tables with the words at the head of its column.

    Example:
        >>> with_heads('<table class="docutils"><tr><th class="head">a</th></tr>'
        ...            '<tr><td>1</td></tr></table>')[-37:]
        '<td data-head="a">1</td></tr></table>'
    """
    return _TABLE.sub(lambda found: _headed(found[0]), body)


def _headed(table: str) -> str:
    """Gives a table with the heads in its cells; one of short cells is called narrow."""
    cells = [_TAG.sub("", one).strip() for one in _CONTENT.findall(table)]
    columns = max(len(_HEAD.findall(table)), 1)
    short = all(len(one) <= _SHORT for place, one in enumerate(cells) if place % columns)
    if short and columns > 1:
        table = table.replace('class="docutils', 'class="site-narrow docutils', 1)
    heads = [" ".join(unescape(_TAG.sub("", one)).split()) for one in _HEAD.findall(table)]

    def row(found: re.Match[str]) -> str:
        left = iter(heads)
        return _CELL.sub(
            lambda cell: f'{cell[0]} data-head="{escape(next(left, ""), quote=True)}"', found[0]
        )

    return _ROW.sub(row, table)
