"""A change reaches the article at once, lists and counts after it is painted."""

import pytest
from msgspec import structs

from core.commands.attribution import AcceptSuggestion
from core.commands.command import Act
from core.commands.review import RejectQuote
from core.commands.roster import EditSpeaker
from core.desk.desk import Desk
from core.model.records import Layer
from core.model.terms import Reason, Via
from gui.selection import Mode
from tests.gui.frame import TWO_TEXT, lines


@pytest.fixture
def watch(frame):
    return frame.models.watch


def run(frame, kind, number):
    """Decide on a quote without going anywhere."""
    quote_id = frame.quote(number).id
    act = Act(via=Via.ENTER)
    return frame.desktop.bridge.run(kind(document_id="seed", quote_id=quote_id, act=act))


def picture(watch):
    rows = " ".join(f"{row.id}:{row.checked}/{row.total}" for row in watch.documents.rows)
    steps = [row.code for row in watch.history.rows]
    return f"{rows} = {watch.progress.checked}/{watch.progress.total} {steps}"


def test_a_project_opens_at_its_first_unchecked_quote(frame, watch):
    assert frame.at == 1
    assert picture(watch) == "seed:0/12 two:0/1 = 0/13 []"
    assert (watch.can_undo, watch.can_redo, watch.is_behind) == (False, False, False)


def test_the_article_changes_at_once_and_the_lists_follow(frame, watch, qtbot):
    run(frame, AcceptSuggestion, 1)
    assert frame.quote(1).checked
    assert (watch.can_undo, watch.is_behind) == (True, True)
    assert watch.documents.row("seed").checked == 0
    qtbot.waitUntil(lambda: not watch.is_behind, timeout=1000)
    assert picture(watch) == "seed:1/12 two:0/1 = 1/13 ['accept']"


def test_it_says_that_it_has_caught_up_only_when_the_lists_have_followed(frame, watch):
    told = []
    watch.caught_up.connect(lambda: told.append(watch.progress.checked))
    run(frame, AcceptSuggestion, 1)
    assert told == []
    watch.catch_up()
    assert told == [1]


def test_an_undone_step_can_be_done_again(frame, watch):
    run(frame, AcceptSuggestion, 1)
    frame.desktop.bridge.undo()
    assert watch.can_redo
    watch.catch_up()
    assert (watch.can_undo, watch.can_redo) == (False, True)
    run(frame, AcceptSuggestion, 2)
    assert (watch.can_undo, watch.can_redo) == (True, False)


def test_a_rejected_quote_stays_while_it_is_the_current_one(frame, watch):
    gone = frame.quote(1).id
    run(frame, RejectQuote, 1)
    assert frame.models.article.is_ghost(gone)
    frame.models.selection.select_quote(frame.quote(2).id)
    assert frame.models.article.row_of(gone) < 0
    run(frame, RejectQuote, 5)
    assert len(frame.models.article.quotes) == 10


def test_work_by_another_program_is_read_and_the_place_kept(frame, watch):
    frame.press("right", "right")
    other = Desk.open(frame.desktop.bridge.path, "ana")
    quote_id = frame.quote(1).id
    other.run(AcceptSuggestion(document_id="seed", quote_id=quote_id, act=Act(via=Via.ENTER)))
    other.close()
    frame.desktop.bridge._look()
    assert frame.at == 3
    assert frame.quote(1).checked
    assert picture(watch).startswith("seed:1/12 two:0/1 = 1/13")


def test_another_article_opens_at_its_own_first_quote(frame, watch):
    frame.models.selection.select_document("two")
    assert (frame.at, len(frame.models.article.quotes), frame.models.article.text) == (1, 1, TWO_TEXT)


def test_a_closed_project_leaves_nothing_on_show(frame, watch):
    run(frame, AcceptSuggestion, 1)
    frame.desktop.bridge.close()
    assert picture(watch) == " = 0/0 []"
    assert (watch.can_undo, watch.can_redo) == (False, False)
    assert (frame.models.selection.document_id, frame.models.article.quotes) == ("", [])


def test_a_new_name_shows_among_the_candidates_at_once(frame, watch):
    speaker = frame.quote(1).speaker_id
    frame.desktop.bridge.run(EditSpeaker(speaker_id=speaker, name="Aleksandr Lukashenko"))
    assert frame.models.candidates.choices[0].value.name == "Aleksandr Lukashenko"
    assert frame.models.article.speaker(frame.quote(1)).name == "Aleksandr Lukashenko"
    assert (frame.at, frame.quote(1).checked) == (1, False)
    frame.desktop.bridge.undo()
    assert frame.models.candidates.choices[0].value.name == "Lukashenko"


def test_a_new_name_without_a_current_quote_shows_in_the_roster(frame, watch):
    speaker = frame.quote(1).speaker_id
    frame.models.selection.select_quote("")
    frame.desktop.bridge.run(EditSpeaker(speaker_id=speaker, name="Aleksandr Lukashenko"))
    frame.settle()
    assert frame.application.speakers.entries[0].name == "Aleksandr Lukashenko"


def test_a_new_name_keeps_a_rejected_quote_on_show(frame, watch):
    speaker, gone = frame.quote(1).speaker_id, frame.quote(1).id
    run(frame, RejectQuote, 1)
    frame.desktop.bridge.run(EditSpeaker(speaker_id=speaker, name="Aleksandr Lukashenko"))
    assert frame.models.article.is_ghost(gone)
    assert frame.at == 1


def test_a_renamed_speaker_is_called_so_in_the_quotes_that_nobody_looks_at(frame, watch):
    quote = frame.quote(7)
    speaker = frame.models.article.speaker(quote)
    frame.desktop.bridge.run(EditSpeaker(speaker_id=speaker.id, name="Somebody Else"))
    watch.catch_up()
    assert frame.quote(7).speaker_name == "Somebody Else"
    frame.models.selection.select_quote(quote.id)
    assert "Somebody Else" in [choice.name for choice in frame.models.candidates.choices]
    assert speaker.name not in [choice.name for choice in frame.models.candidates.choices]


def test_the_last_changes_are_those_of_the_article_on_show(frame, watch):
    run(frame, AcceptSuggestion, 1)
    watch.catch_up()
    assert [row.code for row in watch.history.rows] == ["accept"]
    frame.models.selection.select_document("two")
    assert watch.is_behind
    watch.catch_up()
    assert watch.history.rows == []
    frame.models.selection.select_document("seed")
    watch.catch_up()
    assert [row.code for row in watch.history.rows] == ["accept"]


def test_an_answer_about_another_article_leaves_the_one_under_the_keys_alone(frame, watch):
    frame.press("right", "x")
    gone = frame.quote(2).id
    resets = []
    frame.models.article.reset.connect(lambda: resets.append(1))
    with_none = structs.replace(lines()[1], layer=Layer(model=lines()[1].layer.model))
    frame.desktop.bridge.take_labels(with_none)
    frame.settle()
    assert (resets, watch.documents.row("two").total) == ([], 0)
    assert (frame.models.article.is_ghost(gone), frame.models.selection.mode) == (True, Mode.REASON)
    frame.press("1")
    assert [each.reason for each in frame.stored().rejected] == [Reason.SCARE]
    assert not any(quote.checked for quote in frame.stored().quotes)


def test_work_by_another_program_leaves_the_digits_what_they_are_asked_for(frame, watch):
    frame.press("right", "x")
    watch.read_all()
    assert frame.models.article.is_ghost(frame.models.selection.quote_id)
    frame.press("1")
    assert [each.reason for each in frame.stored().rejected] == [Reason.SCARE]


def test_where_a_newer_labelling_takes_the_current_quote_away_none_is_current(frame, watch):
    frame.press("right", "right")
    third = frame.quote(3)
    seed = lines()[0]
    others = tuple(quote for quote in seed.layer.quotes if quote.id != third.id)
    frame.desktop.bridge.take_labels(structs.replace(seed, layer=structs.replace(seed.layer, quotes=others)))
    assert (frame.at, frame.models.selection.gap) == (0, third.span.start)
    frame.press("1")
    assert not any(quote.checked for quote in frame.stored().quotes)
    frame.press("right")
    assert frame.at == 3
