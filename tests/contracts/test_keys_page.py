"""docs/desk.md has every key that the program has, and no other."""

from pathlib import Path

from gui.actions.table import sheet

PAGE = Path(__file__).resolve().parents[2] / "docs" / "desk.md"


def rows() -> list[str]:
    return [
        f"| {group} | {' · '.join(caps)} | {words} |" for group, entries in sheet().items() for caps, words in entries
    ]


def test_the_page_has_the_keys_that_there_are():
    table = PAGE.read_text(encoding="utf-8").partition("| | key | does |\n|---|---|---|\n")[2]
    assert table.splitlines() == rows()
