"""The roster from the window: renamed, merged, told apart and split, each one step and one undo."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.commands.roster import EditSpeaker
from core.desk.desk import Desk
from core.model.terms import SpeakerKind
from gui.actions import speakers
from gui.dialogs.merge_speakers import MergeSpeakersDialog
from gui.dialogs.speaker import EditSpeakerDialog
from gui.dialogs.split_speaker import SplitSpeakerDialog
from tests.gui.answers import answer


def roster(frame):
    return [speaker.name for speaker in frame.desktop.bridge.queries.speakers()]


def speaker(frame, name):
    return next(each for each in frame.desktop.bridge.queries.speakers() if each.name == name)


def mark(frame, row):
    """Give the keys to the list of speakers, with one of them marked."""
    frame.window.speakers.list.setFocus()
    frame.window.speakers.list.setCurrentIndex(frame.application.speakers.index(row))


def steps(frame):
    return [row.code for row in frame.models.watch.history.rows]


def undo(frame):
    """Undo by key after a dialog: on this platform a window does not become the active one again by itself."""
    frame.window.activateWindow()
    frame.settle()
    frame.press("ctrl+z")


def name_it(frame, name):
    """Give the current quote to somebody new."""
    frame.press("n")
    QTest.keyClicks(frame.window.panel.name_box, name)
    QTest.keyClick(frame.window.panel.name_box, Qt.Key.Key_Return)
    frame.settle()


def test_the_speaker_at_hand_is_the_quotes_or_the_one_that_is_marked(frame):
    first = speaker(frame, "Lukashenko").id
    assert speakers.speaker_at_hand(frame.desktop) == first
    mark(frame, 1)
    assert speakers.speaker_at_hand(frame.desktop) == speaker(frame, "Lavrov").id
    frame.view.setFocus()
    assert speakers.speaker_at_hand(frame.desktop) == first
    frame.models.selection.select_quote("")
    assert speakers.speaker_at_hand(frame.desktop) == ""


def test_a_speaker_is_edited_in_every_quote(frame):
    def change(dialog):
        dialog.name.setText("  Aleksandr   Lukashenko ")
        dialog.aliases.setPlainText("the president\n\nLukashenko")
        dialog.external_id.setText("Q36")
        dialog.kind.setCurrentIndex(1)
        dialog.accept()

    answer(change, EditSpeakerDialog)
    speakers.edit_speaker(frame.desktop)
    frame.settle()
    now = speaker(frame, "Aleksandr Lukashenko")
    assert (now.aliases, now.external_id, now.kind) == (("the president", "Lukashenko"), "Q36", SpeakerKind.PERSON)
    assert frame.application.speakers.entries[0].name == "Aleksandr Lukashenko"
    assert frame.models.candidates.choices[0].value.name == "Aleksandr Lukashenko"
    assert frame.stored().speakers[now.id].name == "Aleksandr Lukashenko"
    undo(frame)
    assert roster(frame) == ["Ana Ruiz", "Lavrov", "Lukashenko"]
    assert frame.models.candidates.choices[0].value.name == "Lukashenko"


def test_an_old_name_stays_among_the_others_which_nobody_touched(frame):
    answer(lambda dialog: (dialog.name.setText("Aleksandr Lukashenko"), dialog.accept()), EditSpeakerDialog)
    speakers.edit_speaker(frame.desktop)
    assert speaker(frame, "Aleksandr Lukashenko").aliases == ("Lukashenko",)


def test_what_nobody_touched_in_the_dialog_stays_as_somebody_else_has_changed_it_meanwhile(frame):
    first = speaker(frame, "Lukashenko").id

    def change(dialog):
        other = Desk.open(frame.desktop.bridge.path, "bea")
        other.run(EditSpeaker(speaker_id=first, name="Aleksandr Lukashenko", kind=SpeakerKind.PERSON))
        other.close()
        dialog.external_id.setText("Q36")
        dialog.accept()

    answer(change, EditSpeakerDialog)
    speakers.edit_speaker(frame.desktop)
    now = speaker(frame, "Aleksandr Lukashenko")
    assert (now.aliases, now.external_id, now.kind) == (("Lukashenko",), "Q36", SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("name", "told"), [("", "needs a name"), ("   ", "needs a name"), ("Lavrov", "Another speaker")]
)
def test_a_name_that_can_not_be_is_refused_and_said(frame, name, told):
    answer(lambda dialog: (dialog.name.setText(name), dialog.accept()), EditSpeakerDialog)
    speakers.edit_speaker(frame.desktop)
    assert told in frame.told[-1]
    assert "Nothing was changed." in frame.told[-1]
    assert roster(frame) == ["Ana Ruiz", "Lavrov", "Lukashenko"]


def test_after_a_refusal_the_dialog_is_open_still_with_all_that_was_typed(frame):
    def change(dialog):
        dialog.aliases.setPlainText("the minister")
        dialog.name.setText("Lavrov")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.refusal.text() == frame.told[-1]
        assert dialog.refusal.isVisible()
        dialog.name.setText("Lukashenka")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    answer(change, EditSpeakerDialog)
    speakers.edit_speaker(frame.desktop)
    assert speaker(frame, "Lukashenka").aliases == ("the minister",)


@pytest.mark.parametrize("name", ["x" * 10_000, "أنا رويز", "👩‍👩‍👧", "<b>a</b>", '"; DROP TABLE speaker; --'])
def test_a_name_of_any_kind_is_shown_and_stored(frame, name):
    answer(lambda dialog: (dialog.name.setText(name), dialog.accept()), EditSpeakerDialog)
    speakers.edit_speaker(frame.desktop)
    frame.settle()
    width = frame.window.width()
    frame.window.grab()
    assert name in roster(frame)
    assert frame.application.speakers.entries[0].name == name
    assert frame.window.width() == width
    for kind, act in ((EditSpeakerDialog, speakers.edit_speaker), (SplitSpeakerDialog, speakers.split_speaker)):
        answer(lambda dialog: dialog.grab(), kind)
        act(frame.desktop)
    answer(
        lambda dialog: (dialog.choose(gone=speaker(frame, name).id, kept=speaker(frame, "Lavrov").id), dialog.grab()),
        MergeSpeakersDialog,
    )
    speakers.merge(frame.desktop)


@pytest.mark.parametrize("act", [speakers.edit_speaker, speakers.merge, speakers.split_speaker])
def test_who_thinks_better_of_it_changes_nothing(frame, act):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    act(frame.desktop)
    assert (roster(frame), steps(frame), frame.told) == (["Ana Ruiz", "Lavrov", "Lukashenko"], [], [])


@pytest.mark.parametrize("act", [speakers.edit_speaker, speakers.split_speaker])
def test_without_a_speaker_it_says_what_to_do(frame, act):
    frame.models.selection.select_quote("")
    act(frame.desktop)
    assert frame.told[-1].startswith("No speaker is chosen.")
    assert QApplication.activeModalWidget() is None


def test_two_speakers_become_one_by_the_dialog(frame):
    def merge(dialog):
        assert dialog.gone == speaker(frame, "Lukashenko").id, "the speaker at hand goes"
        dialog.choose(gone=dialog.gone, kept=speaker(frame, "Lavrov").id)
        dialog.accept()

    before = frame.speakers()
    answer(merge, MergeSpeakersDialog)
    frame.press("ctrl+m")
    assert frame.speakers() == before.replace("lu", "la")
    assert speaker(frame, "Lavrov").aliases == ("Lukashenko",)
    assert frame.models.candidates.choices[0].value.name == "Lavrov"
    undo(frame)
    assert (frame.speakers(), roster(frame)) == (before, ["Ana Ruiz", "Lavrov", "Lukashenko"])


def test_a_row_dropped_on_another_one_asks_with_both_chosen(frame):
    seen = []
    answer(lambda dialog: seen.append((dialog.gone, dialog.kept)), MergeSpeakersDialog)
    listing = frame.window.speakers.list
    viewport, left = listing.viewport(), Qt.MouseButton.LeftButton
    first, second = (listing.visualRect(listing.model().index(row, 0)).center() for row in (0, 1))
    QTest.mousePress(viewport, left, pos=second)
    QTest.mouseMove(viewport, (first + second) / 2)
    QTest.mouseMove(viewport, first)
    QTest.mouseRelease(viewport, left, pos=first)
    assert seen == [(speaker(frame, "Lavrov").id, speaker(frame, "Lukashenko").id)]


def test_two_who_look_like_one_are_hinted_and_merged_by_key(frame):
    frame.press("right")
    name_it(frame, "Sergey Lavrov")
    hint = frame.window.speakers.hint
    assert hint.isVisible()
    assert hint.words.toolTip() == "“Lavrov” looks like Sergey Lavrov"
    uses = frame.desktop.bridge.queries.uses(speaker(frame, "Lavrov").id)
    frame.press("g")
    count = sum(use.quotes for use in uses)
    assert count > 1
    assert frame.told[-1].startswith(f"Lavrov is Sergey Lavrov now, in {count} quotes. ")
    assert "Lavrov" not in roster(frame)
    assert not hint.isVisible()
    frame.press("ctrl+z")
    assert roster(frame) == ["Ana Ruiz", "Lavrov", "Lukashenko", "Sergey Lavrov"]
    assert hint.isVisible()


def test_a_merge_in_one_quote_says_so(frame):
    name_it(frame, "Sergey Mann")
    frame.press("left")
    frame.press("right")
    name_it(frame, "Mann")
    frame.press("g")
    assert frame.told[-1].startswith("Mann is Sergey Mann now, in 1 quote. ")


def test_the_hinted_two_are_kept_apart_by_the_button_and_not_hinted_again(frame):
    frame.press("right")
    name_it(frame, "Sergey Lavrov")
    frame.click(frame.window.speakers.hint.apart)
    assert not frame.window.speakers.hint.isVisible()
    assert "Sergey Lavrov" in roster(frame)
    frame.press("g")
    assert frame.told[-1] == "No two speakers of this article look like one. Ctrl M merges any two."
    frame.press("ctrl+z")
    assert frame.window.speakers.hint.isVisible()


def test_the_hint_is_what_the_dialog_offers_first(frame):
    frame.press("right")
    name_it(frame, "Sergey Lavrov")
    seen = []
    answer(lambda dialog: seen.append((dialog.gone, dialog.kept)), MergeSpeakersDialog)
    speakers.merge(frame.desktop)
    assert seen == [(speaker(frame, "Lavrov").id, speaker(frame, "Sergey Lavrov").id)]


def test_without_a_hint_there_is_nothing_to_keep_apart_and_that_is_said(frame):
    speakers.keep_apart(frame.desktop)
    assert frame.told[-1].startswith("No two speakers of this article look like one.")
    assert steps(frame) == []
    frame.models.selection.select_document("")
    assert speakers.hint(frame.desktop) is None


def test_one_name_becomes_two_people(frame):
    mine = [quote.id for quote in frame.models.article.quotes if quote.speaker_name == "Lavrov"]

    def split(dialog):
        assert dialog.list.count() == len(mine)
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
        dialog.name.setText("Another Lavrov")
        dialog.accept()

    mark(frame, 1)
    answer(split, SplitSpeakerDialog)
    speakers.split_speaker(frame.desktop)
    frame.settle()
    by_id = {quote.id: quote.speaker_name for quote in frame.stored().quotes}
    assert [by_id[quote] for quote in mine] == ["Another Lavrov"] * 2 + ["Lavrov"] * (len(mine) - 2)
    undo(frame)
    assert roster(frame) == ["Ana Ruiz", "Lavrov", "Lukashenko"]


@pytest.mark.parametrize(("name", "told"), [("Lavrov", "needs another name"), ("Ana Ruiz", "is in the roster already")])
def test_the_other_speaker_needs_a_name_of_their_own(frame, name, told):
    def split(dialog):
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.name.setText(name)
        dialog.accept()

    mark(frame, 1)
    answer(split, SplitSpeakerDialog)
    speakers.split_speaker(frame.desktop)
    assert told in frame.told[-1]
    assert steps(frame) == []


def test_the_list_shows_where_each_quote_is_and_how_it_begins(frame):
    seen = []
    answer(
        lambda dialog: seen.extend(dialog.list.item(row).text() for row in range(dialog.list.count())),
        SplitSpeakerDialog,
    )
    speakers.split_speaker(frame.desktop)
    numbers = [row + 1 for row, quote in enumerate(frame.models.article.quotes) if quote.speaker_name == "Lukashenko"]
    assert [words.split()[0] for words in seen] == [f"#{number}" for number in numbers]
    assert all(len(words) < 100 for words in seen)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_over_a_speaker_means_that_speaker(frame):
    mark(frame, 1)
    frame.window.speakers.menu_asked.emit(frame.window.mapToGlobal(QPoint(900, 600)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [entry.text().split("\t")[0] for entry in menu.actions()]
    assert titles == ["Speaker…", "Merge speakers…", "Split a speaker in two…"]
    seen = []
    answer(lambda dialog: seen.append(dialog.name.text()), EditSpeakerDialog)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert seen == ["Lavrov"]


def test_a_speaker_who_is_gone_is_said(frame):
    gone = speaker(frame, "Lukashenko").id

    def change(dialog):
        frame.desktop.bridge.run(EditSpeaker(speaker_id=gone, name="Somebody"))
        dialog.choose(gone=gone, kept=gone)
        dialog.accept()

    answer(change, MergeSpeakersDialog)
    speakers.merge(frame.desktop)
    assert "can't be merged with themselves" in frame.told[-1]


def test_nothing_is_enabled_without_a_project(start):
    assert not any(action.enabled(start.desktop) for action in speakers.ACTIONS)
