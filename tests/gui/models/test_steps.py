"""Finished steps as lines that people read."""

import pytest

from gui.models.steps import told

LINES = [
    ("accept", {"quote": "9", "speaker": "Ana Ruiz"}, "#9 checked: Ana Ruiz"),
    ("accept", {"quote": "9", "type": "collective"}, "#9 checked: several people"),
    ("assign", {"quote": "2", "speaker": "Bo Lind", "before": "Ana Ruiz"}, "#2 was Ana Ruiz, now Bo Lind"),
    ("assign", {"quote": "2", "speaker": "Bo Lind", "before": "Bo Lind"}, "#2 is now Bo Lind"),
    ("assign", {"quote": "2", "speaker": "Bo Lind"}, "#2 is now Bo Lind"),
    ("nobody", {"quote": "3", "type": "unnamed"}, "#3 speaker: unnamed source"),
    ("nobody", {"quote": "3", "type": "of another version"}, "#3 speaker: nobody named"),
    ("reject", {"quote": "4"}, "#4 is not a quote"),
    ("reject", {"quote": "4", "reason": "scare"}, "#4 is not a quote, scare quotes"),
    ("kind", {"quote": "5", "kind": "mixed"}, "#5 is now mixed"),
    ("flag", {"quote": "6"}, "#6 flagged"),
    ("unflag", {"quote": "6"}, "#6 no longer flagged"),
    ("complete", {"title": "Harbour"}, "Article complete"),
    ("reopen", {}, "Article reopened"),
    ("import", {"count": "3"}, "Articles added: 3"),
    ("label", {"count": "12"}, "Quotes suggested: 12"),
    ("undo", {"quote": "7", "code": "kind", "kind": "direct"}, "#7 undone: is now direct"),
    ("redo", {"code": "complete"}, "done again: Article complete"),
    ("revert", {}, "taken back:"),
    ("elsewhere", {}, "Changed by another program"),
    ("split", {"quote": "8"}, "#8 split"),
]


@pytest.mark.parametrize(("code", "words", "line"), LINES)
def test_a_step_is_one_line(code, words, line):
    assert told(code, words).sentence == line


def test_what_it_has_become_is_the_part_set_bold():
    step = told("assign", {"quote": "2", "speaker": "Bo Lind", "before": "Ana Ruiz"})
    assert (step.number, step.lead, step.strong) == ("#2", "was Ana Ruiz, now", "Bo Lind")
