"""Files dropped on the window become articles, or open a project."""

from tests.gui.frame import drop


def test_an_article_dropped_on_the_start_page_makes_a_project_beside_it(start):
    article = start.folder / "harbour.txt"
    article.write_text("“It is late,” Ana Ruiz said.", encoding="utf-8")
    start.application.jobs.label = lambda *given, **named: None
    drop(start.window.start_page.drop, [article])
    assert (start.folder / "harbour.qdesk").exists()
    assert start.models.article.text == "“It is late,” Ana Ruiz said."
    assert start.window.pages.currentIndex() == 1
    assert start.desktop.settings["recent_projects"] == [str(start.folder / "harbour.qdesk")]


def test_an_article_dropped_on_the_queue_is_added(frame):
    article = frame.folder / "third.txt"
    article.write_text("Nobody spoke.", encoding="utf-8")
    frame.application.jobs.label = lambda *given, **named: None
    drop(frame.window.queue, [article])
    assert [row.id for row in frame.models.watch.documents.rows] == ["seed", "two", "third"]
    assert frame.models.selection.document_id == "third"


def test_a_project_dropped_on_the_window_is_opened(start, made_project):
    drop(start.window, [made_project])
    assert start.models.selection.document_id == "seed"
    assert start.window.queue.title.text() == "work"


def test_a_bad_file_is_told_and_harms_nothing(frame):
    bad = frame.folder / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02\x03")
    drop(frame.window, [bad, frame.folder / "missing.txt"])
    assert "bad.txt" in frame.told[-1]
    assert len(frame.models.watch.documents.rows) == 2


def test_an_article_that_is_there_already_is_shown(frame):
    frame.press("ctrl+pgdown")
    from tests.support.articles import SEED_TEXT

    same = frame.folder / "seed.txt"
    same.write_bytes(SEED_TEXT.read_bytes())
    drop(frame.window, [same])
    assert frame.models.selection.document_id == "seed"
    assert "already" in frame.told[-1]
