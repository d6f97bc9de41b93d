"""0 and X decide at once, stay on the quote, and let the next digit say more, all as one step."""

from core.model.terms import Reason, SpeakerType, Status
from gui.selection import Mode


def test_zero_and_its_refinement_are_one_step(frame):
    frame.press("0")
    assert frame.at == 1
    assert frame.models.selection.mode is Mode.NOBODY
    assert frame.stored().quotes[0].speaker_type == SpeakerType.NONE
    frame.press("2")
    stored = frame.stored().quotes[0]
    assert (stored.speaker_type, stored.status, stored.speaker_name) == (
        SpeakerType.COLLECTIVE,
        Status.CORRECTED,
        None,
    )
    assert frame.at == 1
    frame.press("enter")
    assert (frame.at, frame.models.selection.mode) == (2, Mode.PICK)
    frame.press("ctrl+z")
    assert frame.stored().quotes[0].speaker_name == "Lukashenko"
    assert not frame.stored().quotes[0].checked


def test_escape_gives_the_digits_back_to_the_candidates(frame):
    frame.press("0", "esc", "2")
    assert frame.stored().quotes[0].speaker_name == "Lavrov"


def test_x_and_its_reason_are_one_step(frame):
    gone = frame.quote(2).id
    frame.press("right", "x")
    assert frame.models.selection.mode is Mode.REASON
    assert frame.models.selection.quote_id == gone
    assert len(frame.models.article.quotes) == 12
    frame.press("3")
    assert [(one.quote.id, one.reason) for one in frame.stored().rejected] == [(gone, Reason.NOT_SPEECH)]
    frame.press("right")
    assert frame.models.article.row_of(gone) < 0
    assert len(frame.stored().quotes) == 11
    frame.press("ctrl+z")
    assert frame.quote(2).id == gone
    assert frame.at == 2
    assert frame.stored().rejected == ()


def test_tab_and_enter_leave_a_rejected_quote(frame):
    frame.press("x", "enter")
    assert (frame.at, len(frame.models.article.quotes)) == (1, 11)
    frame.press("x", "tab")
    assert len(frame.models.article.quotes) == 10
    assert frame.models.selection.mode is Mode.PICK


def test_a_rejected_quote_takes_no_other_decision(frame):
    frame.press("x", "n", "/", "f", "d", "0")
    assert frame.models.selection.mode is Mode.REASON
    assert len(frame.stored().rejected) == 1
