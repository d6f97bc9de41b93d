"""The line of what else is known of a quote."""

import pytest
from PySide6.QtCore import Qt

from core.model.records import SecondSpeaker
from core.model.terms import Relation
from gui.views.notes import Notes, remarks
from tests.gui.looks import seen, shown
from tests.support.articles import quote_of

TEXT = "“We will wait,” Ana Ruiz said."


def second(relation, name="Bo Lind"):
    return SecondSpeaker(relation=relation, speaker_name=name)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, ""),
        ({"more_speakers": (second(Relation.JOINT),)}, "with Bo Lind"),
        ({"more_speakers": (second(Relation.ALTERNATIVE),)}, "or Bo Lind"),
        ({"more_speakers": (second(Relation.RELAYED_BY, None),)}, "passed on by somebody"),
        ({"parent": "q9"}, "inside another quote"),
        ({"sure": False}, "unsure"),
        ({"comment": " Two\n lines \t of it "}, "“Two lines of it”"),
        (
            {
                "more_speakers": (second(Relation.JOINT), second(Relation.RELAYED_BY, "Cy")),
                "parent": "q9",
                "sure": False,
                "comment": "Why?",
            },
            "with Bo Lind · passed on by Cy · inside another quote · unsure · “Why?”",
        ),
    ],
)
def test_everything_that_is_known_is_said_in_one_line(fields, line):
    parts = remarks(quote_of(TEXT, "“We will wait,”", **fields))
    assert "".join(parts) == line
    assert parts[1::2] == [each.speaker_name or "somebody" for each in fields.get("more_speakers", ())]


def test_every_relation_has_words():
    for relation in Relation:
        assert "".join(remarks(quote_of(TEXT, "“We", more_speakers=(second(relation),)))).endswith(" Bo Lind")


@pytest.fixture
def notes(qtbot):
    return shown(qtbot, Notes(), 200, 18)


def test_all_of_it_is_in_the_tooltip_and_for_a_screen_reader(notes):
    words = "a comment that is far too long for the line, " * 9
    notes.show_parts([words])
    assert (notes.text(), notes.toolTip(), notes.accessibleName()) == (words, words, words)


def test_words_that_are_too_long_end_in_an_ellipsis_inside_the_line(notes):
    notes.show_parts(["a comment that is far too long for the line " * 3])
    cut = notes.fontMetrics().elidedText(notes.text(), Qt.TextElideMode.ElideRight, notes.width())
    picture = notes.grab().toImage()
    assert cut.endswith("…")
    notes.show_parts([cut])
    assert notes.grab().toImage() == picture
    notes.show_parts(["short"])
    assert notes.grab().toImage() != picture


def test_however_long_they_are_they_never_widen_what_they_stand_in(notes):
    notes.show_parts(["a comment that is far too long for the line " * 30])
    assert (notes.minimumWidth(), notes.height()) == (10, 18)


def test_signs_of_a_comment_are_drawn_as_they_are(notes):
    pictures = []
    for words in ("<b>bold</b>", "bold", ""):
        notes.show_parts([words])
        pictures.append(notes.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
    assert len(seen(notes)) == 1


def test_a_long_name_leaves_room_for_what_follows(notes):
    notes.resize(240, 18)
    name = "Organization for Security and Co-operation in Europe"
    pictures = []
    for parts in (["with ", name, " · unsure"], ["with ", name, ""]):
        notes.show_parts(parts)
        pictures.append(notes.grab().toImage())
    assert notes.toolTip() == f"with {name}"
    assert pictures[0] != pictures[1]
