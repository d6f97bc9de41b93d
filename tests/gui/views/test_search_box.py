"""The search box: it asks after a pause, hits hang below it, and the keys stay in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from core.model.overview import Found
from gui.models.found import FoundModel
from gui.theme import Theme
from gui.views.search_box import LIST_WIDTH, MOST_SHOWN, ROW, SearchBox
from tests.gui.looks import click_row, held_enter, row_rect, seen, shown

HITS = [
    Found(document_id="a", title="Harbour closed", excerpt=f"…hit number {number}…", where="text", start=number)
    for number in range(20)
]


@pytest.fixture
def box(qtbot):
    found = FoundModel()
    around = QWidget()
    theme = Theme()
    made = SearchBox(found, theme)
    made.around, made.found, made.theme, made.heard = around, found, theme, []
    column = QVBoxLayout(around)
    made.other = QLineEdit()
    column.addWidget(made, 0, Qt.AlignmentFlag.AlignRight)
    column.addWidget(made.other)
    column.addStretch()
    made.sought.connect(lambda words: made.heard.append(("sought", words)))
    made.chosen.connect(lambda hit: made.heard.append(("chosen", hit.start)))
    made.next_asked.connect(lambda: made.heard.append(("next",)))
    made.left.connect(lambda: made.heard.append(("left",)))
    shown(qtbot, around, 800, 600)
    made.other.setFocus()
    return made


def begin(box, hits):
    box.begin()
    box.found.show_hits(hits)


def test_words_are_sought_once_after_a_pause(box, qtbot):
    box.begin()
    with qtbot.waitSignal(box.sought, timeout=2000):
        QTest.keyClicks(box, "spring")
        assert box.heard == []
    assert box.heard == [("sought", "spring")]


def test_enter_does_not_wait_for_the_pause(box):
    box.begin()
    QTest.keyClicks(box, "spring")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.heard == [("sought", "spring"), ("next",)]
    QTest.qWait(200)
    assert len(box.heard) == 2


def test_selected_words_are_sought_at_once_and_stand_to_be_typed_over(box):
    box.begin("two words")
    assert (box.heard, box.text(), box.selectedText()) == ([("sought", "two words")], "two words", "two words")
    assert box.hasFocus()
    QTest.keyClicks(box, "x")
    assert box.text() == "x"


def test_to_begin_again_keeps_what_was_typed(box):
    box.begin("spring")
    box.other.setFocus()
    box.begin()
    assert (box.text(), box.selectedText(), len(box.heard)) == ("spring", "spring", 1)


def test_hits_hang_below_within_the_window(box):
    begin(box, HITS)
    assert box.hits.isVisible()
    area = box.hits.geometry()
    assert area.width() == LIST_WIDTH
    assert area.height() == MOST_SHOWN * ROW + 8
    assert box.around.rect().contains(area)
    assert area.top() > box.geometry().bottom()
    assert box.hasFocus()
    box.found.show_hits(HITS[:2])
    assert box.hits.height() == 2 * ROW + 8
    box.found.show_hits([])
    assert not box.hits.isVisible()


def test_in_a_low_window_the_list_is_no_longer_than_it(box):
    box.around.resize(430, 160)
    begin(box, HITS)
    assert box.around.rect().contains(box.hits.geometry())


def test_arrows_go_through_the_hits_and_round(box):
    begin(box, HITS[:3])
    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(box, key)
        rows.append(box.hits.currentIndex().row())
    assert rows == [0, 1, 2, 0, 2]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.heard == [("chosen", 2)]
    assert not box.hits.isVisible()


def test_up_begins_at_the_last_hit(box):
    begin(box, HITS[:3])
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.hits.currentIndex().row() == 2


def test_a_click_goes_to_a_hit_and_the_keys_stay(box):
    begin(box, HITS)
    QApplication.processEvents()
    click_row(box.hits, 4)
    assert box.heard == [("chosen", 4)]
    assert not box.hits.isVisible()


def test_enter_without_a_mark_goes_on_in_the_article_and_a_held_one_does_nothing(box):
    begin(box, HITS)
    held_enter(box)
    assert box.heard == []
    QTest.keyClick(box, Qt.Key.Key_Enter)
    assert box.heard == [("next",)]


def test_a_mark_does_not_outlive_other_hits(box):
    begin(box, HITS)
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.found.show_hits(HITS[5:])
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.heard == [("next",)]


def test_escape_leaves_and_puts_the_hits_away(box):
    begin(box, HITS)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.heard, box.hits.isVisible(), box.isVisible()) == ([("left",)], False, True)


def test_hits_are_put_away_with_the_focus_and_come_back_with_it(box):
    begin(box, HITS)
    box.other.setFocus()
    assert not box.hits.isVisible()
    box.found.show_hits(HITS[:4])
    assert not box.hits.isVisible(), "nobody is looking"
    box.begin()
    assert box.hits.isVisible()


def test_arrows_do_nothing_without_hits(box):
    box.begin("abc")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(box, key)
    assert (box.text(), box.heard) == ("abc", [("sought", "abc")])


def test_the_marked_hit_has_the_ring(box):
    begin(box, HITS)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QApplication.processEvents()
    viewport = box.hits.viewport()
    assert seen(viewport, row_rect(box.hits, 0))["#4449c4"] > 400
    assert seen(viewport, row_rect(box.hits, 1))["#4449c4"] == 0


@pytest.mark.parametrize("words", ['"', "*", "x" * 10_000, "👩‍👩‍👧", "أين", "\\", "%_", "a AND NOT"])
def test_odd_words_are_handed_on_as_they_are(box, words):
    box.begin(words)
    assert box.heard == [("sought", words)]


def test_odd_hits_are_painted_on_two_lines(box):
    hit = Found(document_id="a", title="x" * 10_000, excerpt="<b>أنا</b>" * 2_000, where="comment", quote_id="q")
    begin(box, [hit])
    QApplication.processEvents()
    assert box.hits.width() == LIST_WIDTH
    assert row_rect(box.hits, 0).height() == ROW
    assert seen(box.hits.viewport())


def test_it_has_a_name_and_follows_the_theme(box):
    assert box.accessibleName() == "Find in project"
    assert box.hits.accessibleName() == "What was found"
    box.other.setFocus()
    before = seen(box)
    box.theme.use("dark")
    assert seen(box) != before
    assert box.sizeHint().width() == box.width()
