"""The verb that needs no name takes what the command line leaves to it."""

from pathlib import Path

import pytest

from core.cli.app import run
from gui import open_verb


@pytest.mark.parametrize("words", [[], ["a.qdesk"], ["no file", "--", "-b.txt"]])
def test_paths_come_as_they_were_written(words, monkeypatch):
    taken = []
    monkeypatch.setattr(open_verb, "open_window", lambda paths: taken.append(paths) or 7)
    assert run(words) == 7
    assert taken == [[Path(word) for word in words if word != "--"]]
