"""The Sphinx extension that makes billkit's site of billkit itself."""

from docs._ext.site import setup

__all__ = ["setup"]
