"""The project menu: each entry asks first, does what was answered, and does nothing when the answer is no."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from core.errors import UserMistake
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


def change_annotator(frame, name):
    answer(lambda dialog: (dialog.fields["annotator"].setText(name), dialog.accept()))
    run(frame, "settings")


def test_a_comment_that_is_being_written_is_kept_under_the_name_that_it_was_written_for(frame):
    frame.press("c")
    frame.press(*"by ana", on=frame.window.panel.comment_box)
    change_annotator(frame, "bo")
    frame.press("right")
    assert [quote.comment for quote in frame.models.article.quotes if quote.comment] == []
    change_annotator(frame, "ana")
    assert [quote.comment for quote in frame.models.article.quotes if quote.comment] == ["by ana"]


def test_the_name_that_is_shown_and_kept_is_the_one_under_which_decisions_are_kept(frame, monkeypatch):
    shown = frame.window.status.annotator
    assert shown.text() == "Annotator: ana"

    def refuse(path, annotator):
        raise UserMistake("The project is in use. Nothing was changed.")

    with monkeypatch.context() as patch:
        patch.setattr("core.desk.desk.Desk.open", refuse)
        change_annotator(frame, "bo")
    assert frame.told[-1] == "The project is in use. Nothing was changed."
    frame.press("enter")
    assert (frame.desktop.settings["annotator"], shown.text()) == ("ana", "Annotator: ana")
    assert frame.stored().quotes[0].checked
    change_annotator(frame, "bo")
    assert (frame.desktop.settings["annotator"], shown.text()) == ("bo", "Annotator: bo")


def test_without_a_project_another_annotator_is_kept_for_the_next_one(start):
    change_annotator(start, "bo")
    assert start.desktop.settings["annotator"] == "bo"


def test_quitting_closes_the_window_and_the_project(frame):
    run(frame, "quit")
    assert not frame.window.isVisible()
    assert not frame.desktop.bridge.is_open
