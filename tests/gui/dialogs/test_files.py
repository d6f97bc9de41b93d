"""Asking for files: what is offered, and what becomes of the answer."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.files import article_filter, ask_articles, ask_new_project, ask_project


@pytest.fixture
def answers(monkeypatch):
    """Answer in place of the system's own file dialogs, which no test can press; keep what they were asked."""

    def answer(kind, given):
        asked = []

        def ask(parent, title, start, patterns, options=None):
            asked.append((title, start, patterns, options))
            return given, ""

        monkeypatch.setattr(QFileDialog, kind, ask)
        return asked

    return answer


def test_articles_are_offered_by_what_can_be_read(answers):
    asked = answers("getOpenFileNames", ["/a.txt", "/b.jsonl"])
    assert ask_articles(None, [".txt", ".jsonl"]) == [Path("/a.txt"), Path("/b.jsonl")]
    assert asked[0][2] == article_filter([".txt", ".jsonl"]) == "Articles (*.txt *.jsonl);;All files (*)"


def test_a_project_or_none(answers):
    asked = answers("getOpenFileName", "/talks.qdesk")
    assert ask_project(None) == Path("/talks.qdesk")
    assert "*.qdesk" in asked[0][2]
    answers("getOpenFileName", "")
    assert ask_project(None) is None


def test_thinking_better_of_it_gives_nothing(answers):
    answers("getOpenFileNames", [])
    answers("getSaveFileName", "")
    assert ask_articles(None, [".txt"]) == []
    assert ask_new_project(None) is None


@pytest.mark.parametrize(
    ("given", "path"),
    [("/talks", "/talks.qdesk"), ("/talks.qdesk", "/talks.qdesk"), ("/talks 1.2", "/talks 1.2.qdesk")],
)
def test_a_new_project_gets_its_ending(answers, given, path):
    asked = answers("getSaveFileName", given)
    assert ask_new_project(None) == Path(path)
    assert asked[0][3] == QFileDialog.Option.DontConfirmOverwrite
