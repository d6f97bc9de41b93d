"""docs/corpus.md shows what the commands print today, not what they once did."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from core.cli.app import app

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```\n\$ quotedesk (?P<words>[^\n]+)\n(?P<shown>.*?)\n```$", re.MULTILINE | re.DOTALL)
BLOCKS = list(BLOCK.finditer((ROOT / "docs" / "corpus.md").read_text("utf-8")))


def rows(printed):
    return [line.split() for line in printed.splitlines() if line.strip()]


def test_the_counts_and_the_agreement_are_both_shown():
    assert [block["words"].split()[0] for block in BLOCKS] == ["corpus-stats", "corpus-agreement"]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block["words"])
def test_what_the_page_shows_is_what_the_command_prints(block, monkeypatch):
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(app, block["words"].split())
    assert done.exit_code == 0
    assert rows(block["shown"]) == rows(done.stdout)
