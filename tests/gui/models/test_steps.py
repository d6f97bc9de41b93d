"""Finished steps as lines that people read."""

import re
from pathlib import Path

import pytest

from core import commands
from gui.models.steps import told

CODES = re.compile(r"\bcode ?= ?(.+?)(?:, words|$)", re.MULTILINE)

LINES = [
    ("accept", {"quote": "9", "speaker": "Ana Ruiz"}, "#9 checked: Ana Ruiz"),
    ("accept", {"quote": "9", "type": "collective"}, "#9 checked: several people"),
    ("accept", {"quote": "9", "speaker": "", "type": "undecided"}, "#9 checked: undecided"),
    ("accept", {"quote": "9", "speaker": ""}, "#9 checked"),
    ("assign", {"quote": "2", "speaker": "Bo Lind", "before": "Ana Ruiz"}, "#2 was Ana Ruiz, now Bo Lind"),
    ("assign", {"quote": "2", "speaker": "Bo Lind", "before": "Bo Lind"}, "#2 is now Bo Lind"),
    ("assign", {"quote": "2", "speaker": "Bo Lind"}, "#2 is now Bo Lind"),
    ("nobody", {"quote": "3", "type": "unnamed"}, "#3 speaker: unnamed source"),
    ("nobody", {"quote": "3", "type": "of another version"}, "#3 speaker: nobody named"),
    ("reject", {"quote": "4"}, "#4 is not a quote"),
    ("reject", {"quote": "4", "reason": "scare"}, "#4 is not a quote, scare quotes"),
    ("reject", {"quote": "4", "begins": "We wait"}, "#4 is not a quote"),
    ("reject", {"begins": "We wait", "reason": "scare"}, "“We wait…” is not a quote, scare quotes"),
    ("undo", {"code": "reject", "begins": "We wait"}, "“We wait…” undone: is not a quote"),
    ("kind", {"quote": "5", "kind": "mixed"}, "#5 is now mixed"),
    ("flag", {"quote": "6"}, "#6 flagged"),
    ("unflag", {"quote": "6"}, "#6 no longer flagged"),
    ("complete", {"title": "Harbour"}, "Article complete"),
    ("reopen", {}, "Article reopened"),
    ("import", {"count": "3"}, "Articles added: 3"),
    ("label", {"count": "12"}, "Quotes suggested: 12"),
    ("undo", {"quote": "7", "code": "kind", "kind": "direct"}, "#7 undone: is now direct"),
    ("redo", {"code": "complete"}, "done again: Article complete"),
    ("revert", {}, "taken back"),
    ("undo", {"code": "revert", "speaker": "Bo"}, "undone: taken back"),
    ("undo", {"quote": "7", "code": "revert assign", "speaker": "Bo"}, "#7 undone: taken back: is now Bo"),
    ("redo", {"code": "revert revert kind", "kind": "mixed"}, "done again: taken back: taken back: is now mixed"),
    ("elsewhere", {}, "Changed by another program"),
    ("split", {"quote": "8"}, "#8 split in two"),
    ("accept", {"quote": "9", "speaker": "Ana Ruiz", "also": "2"}, "#9 checked: Ana Ruiz (and 2 more)"),
    ("assign", {"quote": "2", "speaker": "Bo Lind", "also": "1"}, "#2 is now Bo Lind (and 1 more)"),
    ("boundaries", {"quote": "1"}, "#1 has other edges"),
    ("join", {"quote": "1"}, "#1 joined with the next"),
    ("add", {"quote": "3"}, "#3 added"),
    ("nest", {"quote": "3"}, "#3 is part of another quote"),
    ("unnest", {"quote": "3"}, "#3 stands on its own"),
    ("mention", {"quote": "4", "words": "the minister"}, "#4 named by the minister"),
    ("mention", {"quote": "4", "words": ""}, "#4 named by no words"),
    ("cue", {"quote": "4", "words": "sagte 😀"}, "#4 reported by sagte 😀"),
    ("cue", {"quote": "4"}, "#4 reported by no word"),
    ("comment", {"quote": "5", "comment": "Who?"}, "#5 comment: Who?"),
    ("comment", {"quote": "5", "comment": ""}, "#5 comment taken off"),
    ("sure", {"quote": "6"}, "#6 no longer unsure"),
    ("unsure", {"quote": "6"}, "#6 marked as unsure"),
    ("second", {"quote": "7", "relation": "joint", "speaker": "Bo Lind"}, "#7 said with Bo Lind"),
    ("second", {"quote": "7", "relation": "alternative", "speaker": "Bo Lind"}, "#7 said by this one or Bo Lind"),
    ("second", {"quote": "7", "relation": "relayed_by", "speaker": "Bo Lind"}, "#7 passed on by Bo Lind"),
    ("second", {"quote": "7", "relation": "of another version", "speaker": "Bo"}, "#7 second speaker: Bo"),
    ("no_second", {"quote": "7", "speaker": "Bo Lind"}, "#7 no longer with Bo Lind"),
    ("bulk", {"count": "40", "code": "flag"}, "40 quotes at once: flagged"),
    ("bulk", {"count": "40"}, "40 quotes at once"),
    ("bulk", {"count": "1", "of": "assign", "speaker": "Eva"}, "1 quote at once: is now Eva"),
    ("bulk", {"count": "2", "of": "assign"}, "2 quotes at once: has another speaker"),
    ("bulk", {"count": "2", "of": "accept"}, "2 quotes at once: checked"),
    ("undo", {"count": "3", "of": "flag", "code": "bulk"}, "undone: 3 quotes at once: flagged"),
    ("undo", {"count": "3", "code": "bulk"}, "undone: 3 quotes at once"),
    ("rename", {"before": "Bo", "speaker": "Bo Lind"}, "Bo is called Bo Lind"),
    ("speaker", {"speaker": "Bo Lind"}, "changed: Bo Lind"),
    ("merge", {"before": "Bo", "speaker": "Bo Lind"}, "Bo merged into Bo Lind"),
    ("apart", {"before": "Bo", "speaker": "Bo Lind"}, "Bo is not Bo Lind"),
    ("split_speaker", {"before": "Lind", "speaker": "Bo Lind"}, "Lind split, some quotes are by Bo Lind"),
    ("undo", {"quote": "7", "code": "second", "relation": "joint", "speaker": "Bo"}, "#7 undone: said with Bo"),
    ("revert", {"quote": "7", "code": "assign", "speaker": "Bo", "also": "2"}, "#7 taken back: is now Bo (and 2 more)"),
    ("of a newer version", {"quote": "8"}, "#8 of a newer version"),
]


@pytest.mark.parametrize(("code", "words", "line"), LINES)
def test_a_step_is_one_line(code, words, line):
    assert told(code, words).sentence == line


def test_what_it_has_become_is_the_part_set_bold():
    step = told("assign", {"quote": "2", "speaker": "Bo Lind", "before": "Ana Ruiz"})
    assert (step.number, step.lead, step.strong) == ("#2", "was Ana Ruiz, now", "Bo Lind")


def test_every_step_that_a_command_makes_has_words_of_its_own():
    made = (code for path in Path(commands.__path__[0]).glob("*.py") for code in CODES.findall(path.read_text("utf-8")))
    codes = {code for line in made for code in re.findall('"([a-z_]+)"', line)}
    assert {"boundaries", "nest", "unnest", "mention", "cue", "sure", "unsure", "second"} <= codes
    assert [code for code in sorted(codes) if told(code, {}).lead == code] == []
