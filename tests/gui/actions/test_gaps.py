"""Reading the gaps: each paragraph that looks like speech is shown once before the article is complete."""

import pytest

from core.model.terms import State
from gui.actions import gaps, quote_table
from tests.support.projects import quote

TEXT = (
    "“We wait,” Ana Ruiz said.\n\n"
    "The council claimed that it had no money.\n\n"
    "It rained all day.\n\n"
    "Bo Lind shouted “Never!” from the hall."
)
CLAIM, RAIN, NEVER = (TEXT.index(word) for word in ("The council", "It rained", "Bo Lind"))
WAIT = quote(0, 10, id="wait", speaker_id="s1", speaker_name="Ana Ruiz")


@pytest.fixture
def frame(over):
    return over(TEXT, WAIT)


def shown(frame):
    """Return where the paragraph begins that is selected."""
    span = frame.view.selected_span()
    return span.start if span else None


def test_each_is_shown_and_then_round(frame):
    seen = []
    for _ in range(4):
        frame.press("r")
        seen.append(shown(frame))
    assert seen == [CLAIM, NEVER, CLAIM, CLAIM]
    assert frame.view.selected_span().end == TEXT.index("\n\nIt rained")


def test_what_was_seen_there_and_how_to_go_on_is_said(frame):
    frame.press("r")
    first = "Paragraph 1 of 2 without a quote looks like speech (“claimed”)."
    assert frame.told[-1] == f"{first} Read it: V and Q make one. Ctrl Enter goes on."
    frame.press("r")
    assert "Paragraph 2 of 2" in frame.told[-1]
    assert "(“Never!”)" in frame.told[-1], "its own marks and no others"


def test_one_is_in_one_place_only_and_no_key_decides_on_a_quote_elsewhere(frame):
    assert frame.at == 1
    frame.press("r")
    assert (frame.at, frame.desktop.quote) == (0, None)
    for key in ("1", "f", "x", "0"):
        frame.press(key)
    assert not frame.models.article.quotes[0].flagged
    assert frame.models.watch.history.rows == []
    assert shown(frame) == CLAIM
    frame.press("enter")
    assert (frame.at, frame.models.watch.history.rows) == (1, []), "it only goes on, to what nobody has checked"
    frame.press("r", "left")
    assert frame.at == 1


def test_the_article_is_complete_only_after_the_gaps_were_read(frame):
    frame.press("enter")
    for place in (CLAIM, NEVER):
        frame.press("ctrl+enter")
        assert (frame.models.article.state, shown(frame)) == (State.IN_WORK, place)
    frame.press("ctrl+enter")
    assert frame.models.article.state is State.COMPLETE
    frame.press("r")
    assert frame.told[-1].endswith("R goes on.")


def test_what_was_read_by_hand_is_not_shown_again_at_the_end(frame):
    frame.press("enter", "r", "r", "ctrl+enter")
    assert frame.models.article.state is State.COMPLETE


def test_an_unchecked_quote_comes_before_the_gaps(frame):
    frame.models.selection.select_quote("")
    frame.press("ctrl+enter")
    assert (frame.at, shown(frame), frame.models.article.state) == (1, None, State.NEW)
    assert frame.told[-1].startswith("1 of 1 quote is not checked.")


def test_a_paragraph_with_a_new_quote_is_no_gap_any_more(frame):
    frame.press("r")
    frame.view.words.select(CLAIM, CLAIM + 20)
    frame.application.menus.refresh()
    frame.application.menus.run("new_quote")
    frame.settle()
    assert len(frame.models.article.quotes) == 2
    frame.press("r")
    assert "Paragraph 1 of 1" in frame.told[-1]
    assert shown(frame) == NEVER


def test_an_undone_quote_makes_a_gap_again(frame):
    frame.press("x", "right")
    frame.models.article.drop_ghost()
    frame.press("r")
    assert shown(frame) == 0


def test_no_gap_left_is_said(over):
    frame = over("“We wait,” Ana Ruiz said.\n\nIt rained.", WAIT)
    frame.press("r")
    assert frame.told[-1] == "Every paragraph that looks like speech has a quote."
    assert not gaps.show_unread(frame.desktop)
    frame.press("enter", "ctrl+enter")
    assert frame.models.article.state is State.COMPLETE


def test_each_article_has_gaps_of_its_own(frame):
    gaps.read_gaps(frame.desktop)
    frame.models.selection.select_document("")
    assert not gaps.show_unread(frame.desktop), "no article, no gaps"
    frame.models.selection.select_document("doc")
    gaps.read_gaps(frame.desktop)
    assert shown(frame) == NEVER


def test_over_the_table_of_quotes_it_goes_back_to_the_article(frame):
    quote_table.show(frame.desktop)
    frame.application.menus.run("read_gaps")
    assert not frame.window.shows_table
    assert (shown(frame), frame.view.hasFocus()) == (CLAIM, True)


@pytest.mark.parametrize("text", ["", " \n\n \n", "😀 “👩‍👩‍👧”\n\n«نعم» قال", "“" * 5_000, "said\n\n" * 2_000])
def test_odd_texts_do_no_harm(over, text):
    frame = over(text or " ")
    for _ in range(3):
        frame.press("r")
    assert frame.told
    assert frame.models.watch.history.rows == []


def test_it_is_nothing_without_a_project(start):
    (action,) = gaps.ACTIONS
    assert not action.enabled(start.desktop)
    gaps.read_gaps(start.desktop)
    assert start.told == ["Every paragraph that looks like speech has a quote."]
