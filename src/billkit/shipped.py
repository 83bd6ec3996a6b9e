"""Finds what billkit ships beside its code: model language and statutes."""

from __future__ import annotations

from pathlib import Path

__all__ = ["shipped"]


def shipped(name: str) -> Path:
    """Gives the folder of shipped data of that name.

    In an installed wheel it lies in ``billkit/_data``; in a checkout or an editable install it
    lies at the root of the checkout.

    Args:
        name: ``model_language`` or ``statutes``.
    """
    here = Path(__file__).resolve().parent
    packed = here / "_data"
    root = packed if packed.is_dir() else here.parents[1]
    return root / name
