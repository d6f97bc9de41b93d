"""The inputs as they were given on the command line: files, or `-` for standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

DASH = "-"


def inputs(words: Sequence[str]) -> list[Path | BinaryIO]:
    """Return what to read, in the order given."""
    return [sys.stdin.buffer if word == DASH else Path(word) for word in words]
