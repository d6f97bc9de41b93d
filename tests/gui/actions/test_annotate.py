"""Deciding: which command each act makes, and where it leaves the person."""

import pytest
from msgspec import structs
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.records import Candidate
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, Status, Via
from gui.actions import annotate, mark
from gui.actions.desktop import on_quote
from gui.models.names import Name
from gui.selection import Mode
from tests.gui.frame import lines
from tests.support.articles import quote_of
from tests.support.projects import opened


def test_a_click_and_a_key_are_told_apart(frame):
    annotate.accept(frame.desktop)
    frame.desktop.by_key = True
    annotate.pick(frame.desktop, 1)
    frame.desktop.by_key = False
    annotate.name(frame.desktop, Name("Lavrov"))
    assert [quote.decided.via for quote in frame.stored().quotes[:3]] == [Via.CLICK, Via.DIGIT, Via.TYPED]
    assert frame.at == 4


def test_enter_accepts_nothing_that_was_not_on_the_screen(frame):
    labelled = lines()[0]
    first = structs.replace(labelled.layer.quotes[0], speaker_id=None, speaker_name="Somebody Else")
    quotes = (first, *labelled.layer.quotes[1:])
    with opened(frame.desktop.bridge.path, "bo") as other:
        other.take_labels(structs.replace(labelled, layer=structs.replace(labelled.layer, quotes=quotes)))
    frame.press("enter")
    assert (frame.at, frame.quote(1).checked, frame.quote(1).speaker_name) == (1, False, "Somebody Else")
    assert "has changed since it was shown" in frame.told[-1]
    frame.press("enter")
    assert (frame.at, frame.quote(1).checked) == (2, True)


TEXT = "“One,” Ana Ruiz said. “Two,” she said."


def suggested():
    """Two quotes of Ana Ruiz as the model suggests them, with her and Bo Lind as candidates."""
    people = (Candidate(name="Ana Ruiz", speaker_id="s1", confidence=0.6), Candidate(name="Bo Lind", speaker_id="s2"))
    return [quote_of(TEXT, words, candidates=people) for words in ("“One,”", "“Two,”")]


def type_name(frame, name):
    """Name a new speaker."""
    frame.press("n")
    QTest.keyClicks(frame.window.panel.name_box, name)
    frame.press("enter", on=frame.window.panel.name_box)


def cursor(frame):
    """Return the name in the row under the cursor, None without one."""
    QApplication.processEvents()
    return frame.window.panel.list.currentIndex().data()


@pytest.mark.parametrize("key", ["enter", "digit", "click"])
def test_whom_a_suggestion_names_without_a_candidate_has_a_row_of_their_own(over, key):
    frame = over(TEXT, *(structs.replace(each, candidates=()) for each in suggested()))
    assert cursor(frame) == "Ana Ruiz"
    if key == "click":
        frame.click_row(frame.window.panel.list, 0)
    else:
        frame.press("enter" if key == "enter" else "1")
    via = {"enter": Via.ENTER, "digit": Via.DIGIT, "click": Via.CLICK}[key]
    quote = frame.stored().quotes[0]
    assert (quote.speaker_name, quote.status, quote.decided.via) == ("Ana Ruiz", Status.ACCEPTED, via)
    assert frame.at == 2


def test_a_typed_name_is_a_row_when_the_quote_is_suggested_again_and_goes_with_undo(over):
    frame = over(TEXT, *suggested())
    type_name(frame, "Cy")
    frame.press("left")
    assert cursor(frame) == "Cy"
    frame.press("shift+left")
    assert (cursor(frame), frame.quote(1).checked) == ("Cy", False)
    frame.press("ctrl+z", "ctrl+z")
    assert (cursor(frame), frame.quote(1).speaker_name) == ("Ana Ruiz", "Ana Ruiz")


def test_a_digit_with_nothing_behind_it_says_so(frame):
    annotate.pick(frame.desktop, 9)
    assert frame.told == ["Nothing stands at 9 here."]
    assert (frame.at, frame.quote(1).checked) == (1, False)


def test_selected_words_are_the_evidence_of_a_typed_name(frame):
    frame.view.words.select(20, 30)
    annotate.new_speaker(frame.desktop)
    assert frame.window.panel.name_box.text() == "Lukashenko"
    annotate.name(frame.desktop, Name("Lukashenko"))
    assert frame.stored().quotes[0].mention == (20, 30)


def test_zero_twice_is_one_step_and_digits_refine_it(frame):
    annotate.nobody(frame.desktop)
    annotate.nobody(frame.desktop)
    assert frame.models.selection.mode is Mode.NOBODY
    annotate.pick(frame.desktop, 4)
    assert frame.quote(1).speaker_type is SpeakerType.UNDECIDED
    frame.press("ctrl+z")
    assert not frame.quote(1).checked


def test_the_kind_that_holds_already_is_no_step(frame):
    annotate.set_kind(frame.desktop, frame.quote(1).kind)
    assert frame.models.watch.history.rows == []
    annotate.set_kind(frame.desktop, Kind.INDIRECT)
    assert frame.quote(1).kind is Kind.INDIRECT


def test_nothing_is_decided_without_a_quote(frame):
    frame.models.selection.select_quote("")
    for act in (annotate.accept, annotate.nobody, annotate.not_a_quote, mark.flag):
        act(frame.desktop)
    annotate.pick(frame.desktop, 1)
    annotate.name(frame.desktop, Name("Lavrov"))
    assert not on_quote(frame.desktop)
    assert not annotate.can_accept(frame.desktop)
    assert not any(quote.checked for quote in frame.stored().quotes)


def test_words_that_were_looked_for_are_nobodys_evidence_and_those_that_were_marked_are_it_once(frame):
    box = frame.window.panel.name_box
    mine = frame.quote(3).mention
    frame.view.show_words(Span(11, 18))
    frame.press("/", on=None)
    assert box.text() == ""
    QTest.keyClicks(box, "Zoe Quill")
    frame.press("enter", on=box)
    assert frame.stored().quotes[0].mention != Span(11, 18)
    frame.models.selection.select_quote(frame.quote(2).id)
    frame.view.words.select(11, 18)
    frame.press("n")
    frame.press("enter", on=box)
    assert frame.stored().quotes[1].mention == Span(11, 18)
    assert frame.view.selected_span() is None
    assert (frame.at, frame.quote(3).mention) == (3, mine)


@pytest.mark.parametrize("leave", [("ctrl+pgdown",), ("ctrl+pgdown", "ctrl+pgup")])
def test_a_name_that_is_half_typed_never_lands_on_another_quote(frame, leave):
    box = frame.window.panel.name_box
    frame.press("/")
    QTest.keyClicks(box, "Zoe Quill")
    frame.press(*leave, on=box)
    assert (box.text(), box.hasFocus(), frame.view.hasFocus()) == ("", False, True)


def test_after_a_quote_that_one_made_is_gone_again_one_goes_on_from_its_place(frame):
    start = frame.quote(6).span.end + 2
    frame.view.words.select(start, start + 12)
    frame.press("q", "x")
    assert (frame.at, frame.models.selection.gap) == (0, start)
    frame.press("enter")
    assert (frame.at, frame.quote(7).checked) == (7, False)
    frame.press("left", "left", "right")
    assert frame.at == 6
    frame.view.words.select(start, start + 12)
    frame.press("q", "ctrl+z", "left")
    assert frame.at == 6


PLAIN = "“Wait,” one woman said. “Go,” they said."


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("way", ["enter", "digit", "click"])
def test_the_same_row_gives_the_same_by_enter_digit_and_click(over, number, way):
    woman, they = PLAIN.index("one woman"), PLAIN.index("they")
    at = (Span(woman, woman + 9), Span(they, they + 4))
    names = ("one woman", "they")
    quotes = [
        quote_of(
            PLAIN,
            words,
            mention=mention,
            speaker_id=None,
            speaker_name="one woman" if name == "one woman" else None,
            speaker_type=kind,
            status=Status.SUGGESTED,
            decided=None,
            candidates=(Candidate(name=name, mention=mention, confidence=0.6),),
        )
        for words, name, mention, kind in zip(
            ("“Wait,”", "“Go,”"), names, at, (SpeakerType.UNNAMED, SpeakerType.UNDECIDED), strict=True
        )
    ]
    frame = over(PLAIN, *quotes)
    frame.models.selection.select_quote(quotes[number - 1].id)
    frame.settle()
    if way == "click":
        frame.click_row(frame.window.panel.list, 0)
    else:
        frame.press({"enter": "enter", "digit": "1"}[way])
    now = frame.stored().quotes[number - 1]
    before = quotes[number - 1]
    assert (now.speaker_type, now.speaker_name, now.speaker_id, now.mention, now.status) == (
        before.speaker_type,
        before.speaker_name,
        None,
        before.mention,
        Status.ACCEPTED,
    )
    assert not {"one woman", "they"} & {each.name for each in frame.desktop.bridge.queries.speakers()}
