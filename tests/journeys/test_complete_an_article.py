"""An article is complete when a person says so, and only when nothing is left unchecked; then the next one opens."""

from core.model.terms import State


def test_complete_is_refused_while_suggestions_are_left(frame):
    frame.press("enter", "right", "right", "ctrl+enter")
    assert frame.models.article.state == State.IN_WORK
    assert frame.at == 2
    assert "11 of 12 quotes are not checked" in frame.told[-1]
    assert "11 of 12" in frame.window.status.message.text()


def test_complete_opens_the_next_article(frame):
    frame.press(*["enter"] * 12)
    assert "All 12 quotes are checked" in frame.told[-1]
    assert frame.window.panel.accept.text() == "Complete"
    frame.press("ctrl+enter")
    assert frame.models.selection.document_id == "two"
    rows = frame.models.watch.documents
    assert rows.row("seed").state == State.COMPLETE
    frame.press("enter", "ctrl+enter")
    assert rows.row("two").state == State.COMPLETE
    assert "no other is left" in frame.told[-1]
    progress = frame.models.watch.progress
    assert (progress.checked, progress.total, progress.doubtful) == (13, 13, 0)


def test_complete_can_be_taken_back(frame):
    frame.press("ctrl+pgdown", "enter", "ctrl+enter")
    assert frame.models.selection.document_id == "seed"
    frame.press("ctrl+z")
    assert frame.models.watch.documents.row("two").state == State.IN_WORK
    frame.press("ctrl+pgdown", "ctrl+enter", "ctrl+pgdown")
    assert frame.models.article.state == State.COMPLETE
    frame.application.menus.run("reopen")
    assert frame.models.article.state == State.IN_WORK


def test_articles_are_reached_by_key(frame):
    frame.press("ctrl+pgdown")
    assert frame.models.selection.document_id == "two"
    frame.press("ctrl+pgdown")
    assert frame.models.selection.document_id == "two"
    frame.press("ctrl+pgup")
    assert frame.models.selection.document_id == "seed"
