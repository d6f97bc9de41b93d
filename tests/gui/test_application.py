"""The application: every part is connected, people are told, and nothing is left behind."""

import gc

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog

from core.commands.quotes import FlagQuote
from core.errors import ProjectProblem, UserMistake
from core.settings import Settings
from gui.application import Application, load_settings, make_qt
from gui.dialogs.problem import Problem
from gui.dialogs.report_problem import ReportProblem
from gui.key_cap import KeyCap
from gui.window import SIZE, TITLE_BAR
from tests.support.projects import opened


def dialog(kind):
    (shown,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert isinstance(shown, kind)
    return shown


def test_there_is_one_qt_application(qapp):
    assert make_qt(["x"]) is qapp


def test_a_project_fills_every_part(frame):
    window = frame.window
    assert [row.id for row in frame.models.watch.documents.rows] == ["seed", "two"]
    assert window.status.saved.text() == "All changes saved"
    assert window.status.annotator.text() == "Annotator: ana"
    assert window.status.model.text() == "Model: test 1"
    assert (frame.models.watch.progress.checked, frame.models.watch.progress.total) == (0, 13)
    frame.press("enter")
    assert frame.models.watch.progress.checked == 1
    assert frame.application.menus.actions["undo"].isEnabled()


def test_the_cursor_starts_at_the_speaker_of_the_quote(frame):
    for quote in frame.models.article.quotes:
        frame.models.selection.select_quote(quote.id)
        place = frame.models.selection.candidate
        assert quote.candidates[place].name == quote.speaker_name


def test_the_project_can_be_closed_and_is_whole_and_alone(frame):
    frame.application.bridge.close()
    assert frame.window.start_page.isVisible()
    assert frame.models.article.article is None
    assert frame.models.selection.document_id == ""
    assert frame.window.status.saved.text() == "Ready"
    assert [path.name for path in frame.folder.glob("work*")] == ["work.qdesk"]


def test_work_by_another_program_shows_without_a_key(frame, qtbot):
    first = frame.quote(1)
    with opened(frame.desktop.bridge.path, "ana") as other:
        other.run(FlagQuote(document_id="seed", quote_id=first.id, flagged=True))
    qtbot.waitUntil(lambda: frame.quote(1).flagged, timeout=5000)
    assert frame.at == 1


def test_the_collector_looks_through_no_article_that_is_on_show(frame):
    gc.unfreeze()
    frame.models.selection.select_document("")
    frame.models.selection.select_document(frame.models.watch.documents.rows[0].id)
    assert gc.get_freeze_count() > 0
    gc.unfreeze()


@pytest.mark.parametrize("signal", ["hindered", "broken"])
def test_what_is_serious_has_a_dialog(frame, signal, capsys):
    if signal == "hindered":
        frame.desktop.bridge.failed.emit(ProjectProblem("p.qdesk: is gone."))
        shown = dialog(Problem)
        assert shown.sentence.text() == "p.qdesk: is gone."
    else:
        frame.desktop.notices.tell(ValueError("odd"))
        shown = dialog(ReportProblem)
        assert "ValueError: odd" in shown.text.toPlainText()
        assert "ValueError: odd" in capsys.readouterr().err
    shown.reject()


def test_cancelling_the_labelling_says_so(frame):
    frame.window.status.cancelled.emit()
    assert frame.told[-1].startswith("Labelling was cancelled.")
    assert frame.window.status.message.text() == frame.told[-1]


def test_broken_settings_mean_defaults_and_a_sentence(monkeypatch, tmp_path):
    path = tmp_path / "settings.toml"
    monkeypatch.setattr("core.settings.settings_file", lambda: path)
    assert load_settings()[1] == ""
    path.write_text("theme = [")
    settings, told = load_settings()
    assert settings["theme"] == Settings(path)["theme"]
    assert "settings.toml" in told


def test_the_window_comes_back_where_it_was(qapp, monkeypatch, tmp_path):
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr("gui.application._kept", lambda: kept)
    heights = []
    for _ in range(2):
        application = Application(qapp, Settings(tmp_path / "settings.toml"))
        application.show()
        heights.append(application.window.height())
        application.window.resize(1300, 670)
        application.window.close()
        application.window.deleteLater()
        application.theme.setParent(application)
        application.deleteLater()
        qapp.processEvents()
    room = qapp.primaryScreen().availableSize().height()
    assert heights == [min(SIZE[1], room - TITLE_BAR), 670]


def test_what_was_done_what_can_be_done_and_what_was_refused_have_signs_of_their_own(frame, monkeypatch):
    signs = []
    monkeypatch.setattr(frame.window.status.sign, "show_sign", lambda name, role: signs.append(name))
    frame.press("ctrl+s")
    frame.press("g")
    frame.desktop.notices.tell(UserMistake("Not done."))
    assert signs == ["tick", "info", "warning"]


def test_sentences_name_the_keys_that_hold_now(frame):
    frame.desktop.keymap.use({"caret": "T", "split": "Y", "complete": ""})
    frame.press("right", "y")
    assert frame.told[-1].startswith("This quote is one piece. Press T, put the caret")
    for _ in range(12):
        frame.press("enter")
    assert "“Article complete, next article” completes the article." in frame.told[-1]


def test_every_key_that_the_window_shows_is_the_one_that_holds_now(frame):
    window = frame.window
    own = {
        "undo": "Ctrl+U",
        "find": "Ctrl+L",
        "next_doubtful": "Z",
        "chain": "T",
        "accept": "Space",
        "add_articles": "",
    }
    frame.desktop.keymap.use(own)
    status = [cap.text for cap in window.status.findChildren(KeyCap)]
    start = [cap.text for cap in window.start_page.findChildren(KeyCap)]
    assert (status, start) == (["Z", "?", "Esc"], ["1–5", "Space", "Z", "?"])
    assert (window.toolbar.undo.toolTip(), window.toolbar.search.cap.text) == ("Undo (Ctrl U)", "Ctrl L")
    assert window.history.note.text() == "Ctrl U undoes the newest"
    assert window.start_page.drop.choose.accessibleDescription() == ""
    frame.desktop.keymap.use({})
    assert window.toolbar.undo.toolTip() == "Undo (Ctrl Z)"
    assert window.start_page.drop.choose.accessibleDescription() == "Key: Ctrl I"
