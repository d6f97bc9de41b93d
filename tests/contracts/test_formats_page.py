"""docs/formats.md names every format, which way it goes and just what it loses."""

from pathlib import Path

import pytest

from core.formats.losses import Trait
from core.formats.registry import FolderWriter, readers, writers

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = {
    cells[1].strip("` "): [cell.strip() for cell in cells]
    for cells in (line.split("|") for line in PAGE.splitlines() if line.startswith("| `"))
}
READERS = {known.name: known for known in readers()}
WRITERS = {known.name: known for known in writers()}


def test_every_format_has_its_row():
    assert ROWS.keys() == READERS.keys() | WRITERS.keys()


@pytest.mark.parametrize("name", sorted(READERS.keys() | WRITERS.keys()))
def test_a_row_says_which_way_and_what_is_lost(name):
    _, _, title, ends, way, place, loses, _ = ROWS[name]
    known = READERS.get(name) or WRITERS[name]
    assert title == known.title
    assert all(f"`{suffix}`" in ends for suffix in known.suffixes)
    assert way == {(True, True): "both", (True, False): "in", (False, True): "out"}[name in READERS, name in WRITERS]
    if name in WRITERS:
        writer = WRITERS[name]
        assert place == ("folder" if isinstance(writer, FolderWriter) else "file")
        lost = [trait.value for trait in Trait if trait not in writer.keeps]
        assert loses == ("; ".join(lost) or "nothing")
