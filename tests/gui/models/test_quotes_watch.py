"""The table's rows follow the project while the table is shown, and only then."""

import pytest

from core.commands.attribution import AcceptSuggestion
from core.commands.review import RejectQuote
from core.commands.roster import EditSpeaker
from core.model.terms import Status
from gui.models.quotes import ROW
from gui.models.quotes_watch import QuotesWatch
from tests.support.projects import act


@pytest.fixture
def watch(frame):
    return QuotesWatch(frame.desktop.bridge)


def rows(watch):
    return [watch.quotes.index(place, 0).data(ROW) for place in range(watch.quotes.rowCount())]


def test_it_reads_all_when_it_is_opened_and_lets_go_when_it_is_closed(frame, watch):
    frame.press("enter")
    assert watch.quotes.rowCount() == 0
    watch.open()
    assert watch.quotes.rowCount() == 13
    assert rows(watch)[0].status is Status.ACCEPTED
    watch.close()
    frame.press("enter")
    watch.catch_up()
    assert watch.quotes.rowCount() == 0


def test_it_follows_what_is_decided(frame, watch):
    watch.open()
    first, second = rows(watch)[:2]
    frame.desktop.bridge.run(AcceptSuggestion(document_id="seed", quote_id=first.quote_id, act=act()))
    frame.desktop.bridge.run(RejectQuote(document_id="seed", quote_id=second.quote_id, act=act()))
    watch.catch_up()
    assert watch.quotes.rowCount() == 12
    assert rows(watch)[0].status is Status.ACCEPTED
    frame.desktop.bridge.undo()
    watch.catch_up()
    assert watch.quotes.rowCount() == 13


def test_another_name_stands_in_every_article(frame, watch):
    watch.open()
    speaker = next(each for each in frame.desktop.bridge.queries.speakers() if each.name == "Ana Ruiz")
    frame.desktop.bridge.run(EditSpeaker(speaker_id=speaker.id, name="Ana R."))
    watch.catch_up()
    assert "Ana R." in {row.speaker_name for row in rows(watch)}


def test_it_is_read_a_moment_after_a_change(frame, watch, qtbot):
    watch.open()
    frame.desktop.bridge.run(AcceptSuggestion(document_id="seed", quote_id=rows(watch)[0].quote_id, act=act()))
    qtbot.waitUntil(lambda: rows(watch)[0].status is Status.ACCEPTED)


def test_it_goes_with_its_project(frame, watch):
    watch.open()
    frame.desktop.bridge.close()
    assert not watch.active
    assert watch.quotes.rowCount() == 0
