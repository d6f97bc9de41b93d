"""Two speakers into one: what will change is told before it is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.overview import Use
from core.model.records import Speaker
from gui.dialogs.merge_speakers import MOST_LISTED, MergeSpeakersDialog
from gui.theme import Theme
from tests.gui.looks import click, shown

ROSTER = (
    Speaker(id="full", name="Sergey Lavrov", aliases=("the minister",)),
    Speaker(id="short", name="Lavrov"),
    Speaker(id="ana", name="Ana Ruiz"),
)
USES = {
    "short": [Use(document_id="a", title="Talks", quotes=3), Use(document_id="b", title="Trade", quotes=1)],
    "ana": [Use(document_id=str(number), title=f"Article {number}", quotes=2) for number in range(MOST_LISTED + 50)],
}


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, MergeSpeakersDialog(ROSTER, lambda speaker: USES.get(speaker, []), Theme()))


def listed(dialog):
    return [dialog.articles.item(row).text() for row in range(dialog.articles.count())]


def test_nothing_can_be_merged_before_two_are_chosen(dialog):
    assert (dialog.gone, dialog.kept, dialog.merge.isEnabled(), listed(dialog)) == ("", "", False, [])
    assert dialog.told.text() == "Choose two speakers. Nothing is changed before you press Merge."
    for gone, kept in (("short", ""), ("", "full"), ("short", "short"), ("gone", "full")):
        dialog.choose(gone=gone, kept=kept)
        assert not dialog.merge.isEnabled()
        assert dialog.told.text().startswith("Choose two speakers.")


def test_it_says_what_will_change_where_and_how_to_take_it_back(dialog):
    dialog.choose(gone="short", kept="full")
    assert (dialog.gone, dialog.kept, dialog.merge.isEnabled()) == ("short", "full", True)
    assert dialog.told.text() == (
        "4 quotes in 2 articles will name Sergey Lavrov instead of Lavrov. "
        "“Lavrov” stays as another name. One undo takes it all back."
    )
    assert listed(dialog) == ["3 quotes: Talks", "1 quote: Trade"]


def test_the_other_way_round_is_another_change(dialog):
    dialog.choose(gone="full", kept="short")
    assert dialog.told.text().startswith("0 quotes in 0 articles will name Lavrov instead of Sergey Lavrov.")
    assert listed(dialog) == []
    assert dialog.merge.isEnabled()


def test_a_long_list_is_cut_and_says_so(dialog):
    dialog.choose(gone="ana", kept="full")
    assert dialog.told.text().startswith("500 quotes in 250 articles")
    assert len(listed(dialog)) == MOST_LISTED + 1
    assert listed(dialog)[-1] == "and 50 more articles"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_name_can_be_typed(dialog):
    for chooser, name in ((dialog._gone, "lavrov"), (dialog._kept, "Sergey Lavrov")):
        chooser.setFocus()
        QTest.keyClicks(chooser.lineEdit(), name)
        chooser.completer().popup().hide()
    assert (dialog.gone, dialog.kept, dialog.merge.isEnabled()) == ("short", "full", True)
    assert listed(dialog)[0] == "3 quotes: Talks"
    QTest.keyClick(dialog._gone.lineEdit(), Qt.Key.Key_Backspace)
    dialog._gone.completer().popup().hide()
    assert (dialog.merge.isEnabled(), listed(dialog)) == (False, [])


def test_merge_and_escape_end_it(dialog):
    dialog.choose(gone="short", kept="full")
    click(dialog.merge)
    assert (dialog.isVisible(), dialog.result()) == (False, 1)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == 0


def test_enter_does_nothing_before_two_are_chosen(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize("name", ["x" * 10_000, "لافروف " * 2_000, "<b>👩‍👩‍👧</b>"])
def test_odd_names_and_titles_make_no_wider_dialog(qtbot, name):
    roster = [Speaker(id="a", name=name), Speaker(id="b", name=name + "2")]
    uses = [Use(document_id="d", title=name, quotes=1)]
    usual = shown(qtbot, MergeSpeakersDialog(ROSTER, lambda speaker: [], Theme())).width()
    dialog = shown(qtbot, MergeSpeakersDialog(roster, lambda speaker: uses, Theme()))
    dialog.choose(gone="a", kept="b")
    QApplication.processEvents()
    assert dialog.width() == usual
    assert (dialog.gone, dialog.kept) == ("a", "b")
    assert name[:60] in dialog.told.text()


def test_its_controls_are_named(dialog):
    assert [each.accessibleName() for each in (dialog._gone, dialog._kept, dialog.articles)] == [
        "Merge",
        "into",
        "Articles that will change",
    ]
