"""What a file is taken for."""

from pathlib import Path

from core.formats.articles import reader_of
from core.formats.registry import Reader
from core.formats.source import opened


def format_of(path: Path) -> Reader:
    with opened(path) as source:
        return reader_of(source, path)
