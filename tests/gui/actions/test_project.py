"""The project menu: each entry asks first, does what was answered, and does nothing when the answer is no."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.actions.project import export
from tests.gui.answers import answer


def name(path):
    """Type a path into a file dialog and agree."""

    def act(dialog):
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    return act


def run(frame, action_id):
    frame.application.menus.run(action_id)
    frame.settle()


def queue(frame):
    return [row.title for row in frame.models.watch.documents.rows]


def test_a_new_project_is_empty_and_has_its_ending(start):
    answer(name(start.folder / "fresh"))
    run(start, "new_project")
    assert start.desktop.bridge.path == start.folder / "fresh.qdesk"
    assert queue(start) == []


def test_another_project_is_opened_in_place_of_this_one(frame, made_project):
    other = shutil.copy(made_project, frame.folder / "other.qdesk")
    answer(name(other))
    run(frame, "open_project")
    assert frame.desktop.bridge.path == other
    assert len(queue(frame)) == 2


def test_articles_are_added_to_the_project(frame):
    article = frame.folder / "harbour.txt"
    article.write_text("The harbour stays closed. “We wait,” Ana Ruiz said.", encoding="utf-8")
    before = queue(frame)
    answer(name(article))
    run(frame, "add_articles")
    assert queue(frame)[:-1] == before
    assert frame.models.selection.document_id == "harbour"


@pytest.mark.parametrize("action_id", ["new_project", "open_project", "add_articles", "export", "settings"])
def test_who_thinks_better_of_it_changes_nothing(frame, action_id):
    before = (frame.desktop.bridge.path, queue(frame), sorted(frame.folder.iterdir()), list(frame.told))
    answer(lambda dialog: dialog.reject())
    run(frame, action_id)
    assert (frame.desktop.bridge.path, queue(frame), sorted(frame.folder.iterdir()), frame.told) == before


def test_an_export_says_how_much_was_written_and_where(frame):
    frame.press("enter")
    out = frame.folder / "work.jsonl"
    answer(lambda dialog: dialog.accept())
    run(frame, "export")
    assert out.read_text(encoding="utf-8").count("\n") == 1
    assert frame.told[-1] == f"1 article written to {out}."


def test_there_is_nothing_to_export_without_a_project(start):
    export(start.desktop)
    assert QApplication.activeModalWidget() is None
    assert start.told == []


def test_saving_says_that_all_is_saved(frame):
    frame.press("ctrl+s")
    assert frame.told[-1].startswith("All is saved.")


def test_another_annotator_starts_with_nothing_checked(frame):
    frame.press("enter")

    def choose(dialog):
        dialog.fields["annotator"].setText("bo")
        dialog.fields["reduced_motion"].setChecked(False)
        dialog.accept()

    answer(choose)
    run(frame, "settings")
    assert frame.desktop.settings["annotator"] == "bo"
    assert frame.view.reduced_motion is False
    assert not any(quote.checked for quote in frame.models.article.quotes)


def test_quitting_closes_the_window_and_the_project(frame):
    run(frame, "quit")
    assert not frame.window.isVisible()
    assert not frame.desktop.bridge.is_open
