"""Lets ``python -m billkit`` do what ``billkit`` does."""

from __future__ import annotations

import sys

from billkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
