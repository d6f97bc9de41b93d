"""Undo lives in the project file: what was decided yesterday can be taken back today."""

from tests.gui.frame import Frame


def test_every_step_can_be_taken_back_in_a_new_window(frame, tmp_path):
    before = frame.speakers()
    frame.press("enter", "2", "x", "1", "right", "0", "2")
    path = frame.desktop.bridge.path
    frame.window.close()
    again = Frame(tmp_path)
    again.application.open([path])
    assert len(again.models.article.quotes) == 11
    for _ in range(4):
        again.press("ctrl+z")
    assert again.speakers() == before
    again.press("ctrl+z")
    assert "nothing" in again.told[-1].lower() or not again.application.menus.actions["undo"].isEnabled()
    assert again.speakers() == before
    again.close()


def test_an_older_step_is_taken_back_alone_by_its_arrow(frame):
    frame.press("2", "enter", "enter")
    assert frame.speakers().startswith("LA LA LU")
    listing = frame.window.history.list
    row = frame.models.watch.history.rowCount() - 1
    area = listing.visualRect(listing.model().index(row, 0))
    from gui.views.history import arrow_of

    frame.click(listing.viewport(), arrow_of(area).center())
    assert frame.speakers().startswith("lu LA LU")
    frame.press("ctrl+z")
    assert frame.speakers().startswith("LA LA LU")
