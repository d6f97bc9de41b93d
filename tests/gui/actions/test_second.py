"""Second speakers: A asks, a digit or a name answers, the same digit takes it back."""

import pytest
from PySide6.QtTest import QTest

from core.model.terms import Relation, Status, Via
from gui.actions import second
from gui.selection import Mode
from tests.support.articles import quote_of


def seconds(frame, number=1):
    """Return the second speakers of a quote in the file as a text picture."""
    return ", ".join(
        f"{one.relation.value} {one.speaker_name}" for one in frame.stored().quotes[number - 1].more_speakers
    )


def test_a_asks_and_a_digit_answers_and_stays_on_the_quote(frame):
    frame.press("a")
    assert frame.models.selection.mode is Mode.SECOND
    assert frame.window.panel.heading.text() == "Who says it too?"
    frame.press("2")
    assert seconds(frame) == "joint Lavrov"
    stored = frame.stored().quotes[0]
    assert (stored.speaker_name, stored.status) == ("Lukashenko", Status.SUGGESTED)
    assert (frame.at, frame.models.selection.mode) == (1, Mode.PICK)
    assert frame.window.panel.notes.text() == "with Lavrov"
    frame.press("ctrl+z")
    assert seconds(frame) == ""


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_a_again_asks_in_another_relation_and_round(frame, times):
    frame.press(*["a"] * times, "2")
    assert seconds(frame) == f"{list(Relation)[(times - 1) % 3].value} Lavrov"


def test_the_relation_of_one_who_is_there_is_changed(frame):
    frame.press("a", "2", "a", "a", "2")
    assert seconds(frame) == "alternative Lavrov"


def test_the_same_digit_takes_them_away(frame):
    frame.press("a", "2", "a", "3")
    assert seconds(frame) == "joint Lavrov, joint Vladimir Putin"
    frame.press("a", "2")
    assert seconds(frame) == "joint Vladimir Putin"
    assert "Vladimir Putin" not in {each.name for each in frame.desktop.bridge.queries.speakers()}
    frame.press("a", "3")
    assert seconds(frame) == "", "also one who was offered by name only"
    assert frame.told == []


def test_who_becomes_the_first_speaker_is_no_second_one_any_more(frame):
    frame.press("a", "2", "2")
    assert (frame.stored().quotes[0].speaker_name, seconds(frame)) == ("Lavrov", "")
    frame.press("ctrl+z")
    assert (frame.stored().quotes[0].speaker_name, seconds(frame)) == ("Lukashenko", "joint Lavrov")


def test_the_first_speaker_is_no_second_one(frame):
    frame.press("a", "1")
    assert "Lukashenko is the first speaker already" in frame.told[-1]
    assert (seconds(frame), frame.models.selection.mode) == ("", Mode.SECOND)
    frame.press("9")
    assert frame.told[-1] == "Nothing stands at 9 here."


def test_a_name_is_typed_for_somebody_new(frame):
    box = frame.window.panel.name_box
    frame.press("a", "a", "a", "/")
    frame.press(*"Reuters", "enter", on=box)
    assert seconds(frame) == "relayed_by Reuters"
    assert (frame.at, frame.models.selection.mode, frame.view.hasFocus()) == (1, Mode.PICK, True)
    frame.press("a", "n")
    frame.press(*"Cy", "enter", on=box)
    assert seconds(frame) == "relayed_by Reuters, joint Cy"


def test_selected_words_are_the_evidence_of_a_typed_name(frame):
    frame.view.words.select(20, 30)
    frame.press("a", "n")
    frame.press("enter", on=frame.window.panel.name_box)
    assert "is the first speaker already" in frame.told[-1]
    frame.view.words.select(54, 71)
    frame.press("a", "n")
    frame.press("enter", on=frame.window.panel.name_box)
    one = frame.stored().quotes[0].more_speakers[0]
    assert one.mention == (54, 71)
    assert one.speaker_name == frame.models.article.text[54:71]


def test_escape_enter_and_the_next_quote_leave_the_question(frame):
    frame.press("a", "esc")
    assert frame.models.selection.mode is Mode.PICK
    frame.press("a", "right")
    assert (frame.models.selection.mode, frame.at) == (Mode.PICK, 2)
    frame.press("a", "enter")
    assert (frame.models.selection.mode, frame.at) == (Mode.PICK, 2)
    assert not any(quote.checked or quote.more_speakers for quote in frame.stored().quotes)


def test_a_checked_quote_stays_checked_as_corrected(frame):
    frame.press("enter", "left", "a", "2")
    stored = frame.stored().quotes[0]
    assert (stored.status, stored.decided.via) == (Status.CORRECTED, Via.ENTER)
    assert len(stored.more_speakers) == 1


def test_with_the_mouse(frame):
    panel = frame.window.panel
    frame.click(panel.second)
    frame.click_row(panel.list, 1)
    assert seconds(frame) == "joint Lavrov"
    frame.click(panel.second)
    frame.click(panel.second)
    assert panel.heading.text() == "Who else may have said it?"
    frame.click_row(panel.list, 2)
    assert seconds(frame) == "joint Lavrov, alternative Vladimir Putin"


def test_without_a_quote_or_on_a_rejected_one_nobody_is_asked_for(frame):
    frame.press("x", "a")
    assert frame.models.selection.mode is Mode.REASON
    frame.models.selection.select_quote("")
    second.begin_second(frame.desktop)
    second.take_second(frame.desktop, frame.models.article.quotes[0].candidates[0])
    assert frame.models.selection.mode is Mode.PICK
    assert not any(quote.more_speakers for quote in frame.stored().quotes)


def test_a_quote_without_candidates_gets_its_second_speaker_by_name(over):
    text = "“Wait,” they said."
    frame = over(text, quote_of(text, "“Wait,”", candidates=()))
    frame.press("a", "1")
    assert frame.told[-1] == "Nothing stands at 1 here."
    frame.press("/")
    frame.press(*"Bo", "enter", on=frame.window.panel.name_box)
    assert seconds(frame) == "joint Bo"


def test_arrows_go_through_the_candidates_and_enter_adds_the_one_under_the_cursor(frame):
    frame.press("a", "down", "down", "enter")
    assert [one.speaker_name for one in frame.stored().quotes[0].more_speakers] == ["Lavrov"]
    assert (frame.models.selection.mode, frame.at) == (Mode.PICK, 1)
    frame.press("enter")
    assert (frame.stored().quotes[0].speaker_name, frame.at) == ("Lukashenko", 2)


def test_one_who_was_typed_is_offered_to_be_taken_away_again(frame):
    frame.press("a")
    name_box = frame.window.panel.name_box
    frame.press("n")
    QTest.keyClicks(name_box, "Zoe Quill")
    frame.press("enter", on=name_box)
    assert [one.speaker_name for one in frame.quote(1).more_speakers] == ["Zoe Quill"]
    frame.press("a")
    offered = [choice.name for choice in frame.models.candidates.choices]
    assert offered == ["Lukashenko", "Lavrov", "Vladimir Putin", "Zoe Quill"]
    frame.press("4")
    assert frame.quote(1).more_speakers == ()
