"""A wrong speaker is put right with one key and taken back with another; it is in the file at once."""

from core.model.terms import Status, Via


def test_accepting_goes_on_to_the_next_quote(frame):
    frame.press("enter", "enter")
    assert frame.speakers() == "LU LA lu lu lu lu lu lu la la la la"
    assert frame.at == 3
    first = frame.stored().quotes[0]
    assert (first.status, first.decided.via) == (Status.ACCEPTED, Via.ENTER)


def test_a_digit_names_another_speaker_and_ctrl_z_takes_it_back(frame):
    before = frame.quote(1)
    frame.press("2")
    assert frame.speakers().startswith("LA la")
    assert frame.at == 2
    stored = frame.stored().quotes[0]
    assert (stored.speaker_name, stored.status, stored.decided.via) == ("Lavrov", Status.CORRECTED, Via.DIGIT)
    frame.press("ctrl+z")
    assert frame.quote(1) == before
    assert frame.at == 1
    frame.press("ctrl+shift+z")
    assert frame.quote(1).speaker_name == "Lavrov"
    frame.press("ctrl+z", "ctrl+y")
    assert frame.stored().quotes[0].speaker_name == "Lavrov"


def test_the_candidate_cursor_and_enter_name_a_speaker_too(frame):
    frame.press("down", "down", "up", "enter")
    assert frame.stored().quotes[0].speaker_name == "Lavrov"
    assert frame.at == 2


def test_enter_on_a_checked_quote_decides_nothing_again(frame):
    frame.press("2", "left")
    before = frame.quote(1)
    frame.press("enter")
    assert frame.quote(1) == before
    assert frame.at == 2


def test_kind_and_flag_stay_on_the_quote(frame):
    frame.press("i")
    assert frame.quote(1).kind == "indirect"
    frame.press("f")
    assert frame.at == 1
    stored = frame.stored().quotes[0]
    assert (stored.kind, stored.flagged, stored.checked) == ("indirect", True, False)
    frame.press("f", "m")
    assert (frame.quote(1).flagged, frame.quote(1).kind) == (False, "mixed")
    frame.press("d", "enter")
    assert frame.stored().quotes[0].status == Status.ACCEPTED


def test_doubtful_quotes_are_reached_with_tab(frame):
    doubtful = [n for n in range(1, 13) if frame.models.article.is_doubtful(frame.quote(n))]
    seen = []
    for _ in doubtful:
        frame.press("tab")
        seen.append(frame.at)
    assert seen == [n for n in doubtful if n != 1] + [n for n in doubtful if n == 1] or sorted(seen) == doubtful
    frame.press("shift+tab")
    assert frame.at in doubtful
    assert not any(quote.checked for quote in frame.models.article.quotes)
