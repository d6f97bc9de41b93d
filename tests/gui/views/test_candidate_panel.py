"""The panel on the right: what it shows of the current quote, and what each control asks for."""

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.records import Candidate
from core.model.terms import Status
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.models.names import NamesModel
from gui.selection import Mode, Selection
from gui.theme import Theme
from gui.views.candidate_panel import CandidatePanel
from tests.gui.looks import click, click_row, shown
from tests.support.articles import FixedSource, seed_article


@pytest.fixture
def panel(qtbot):
    source = FixedSource(seed_article())
    model, selection = ArticleModel(source), Selection()
    candidates = CandidatesModel(model, selection)
    made = CandidatePanel(model, selection, candidates, names=NamesModel(), theme=Theme())
    made.source, made.model, made.selection, made.heard = source, model, selection, []
    made.asked.connect(made.heard.append)
    made.picked.connect(made.heard.append)
    model.show_document("seed")
    return shown(qtbot, made, 372, 480)


def change(panel, number, **fields):
    quote = panel.model.quotes[number - 1]
    panel.source.put("seed", structs.replace(quote, **fields))
    panel.model.refresh([quote.id])


def test_without_a_quote_there_is_nothing_to_press(panel):
    assert panel.place.text() == ""
    assert panel.excerpt.accessibleName() == "No quote is selected"
    for control in (panel.nobody, panel.new, panel.name_box, panel.skip, panel.flag, panel.before, panel.after):
        assert not control.isEnabled()


def test_the_current_quote_is_shown(panel):
    panel.selection.select_quote("q4")
    quote = panel.model.quotes[3]
    assert panel.place.text() == "Quote 4 of 12"
    assert panel.excerpt.accessibleName() == f"Quote: {' '.join(panel.model.text[slice(*quote.span)].split())[:400]}"
    assert panel.kinds.segments[quote.kind.value].isChecked()
    assert panel.list.model().index(0, 0).data() == quote.speaker_name
    assert panel.list.currentIndex().row() == 0


def test_each_control_asks_for_its_action(panel):
    panel.selection.select_quote("q4")
    controls = (panel.accept, panel.skip, panel.flag, panel.nobody, panel.new, panel.before, panel.after)
    for control in (*controls, *panel.kinds.segments.values()):
        click(control)
    assert panel.heard == [
        *("accept", "next_doubtful", "flag", "nobody", "new_speaker", "previous_quote", "next_quote"),
        *("kind_direct", "kind_mixed", "kind_indirect", "not_a_quote"),
    ]


def test_a_candidate_is_picked_by_its_number_and_arrows_move_the_cursor(panel):
    change(panel, 4, candidates=tuple(Candidate(name=f"Person {n}", confidence=0.1) for n in range(9)))
    panel.selection.select_quote("q4")
    click_row(panel.list, 1)
    assert panel.heard == [2]
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.selection.candidate == 2
    panel.selection.select_candidate(8)
    assert panel.list.currentIndex().row() == 8
    assert panel.list.viewport().rect().contains(panel.list.visualRect(panel.list.currentIndex()))


def test_the_wheel_scrolls_the_list_and_nothing_behind_it(panel):
    at = QPointF(20, 20)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, -120), *none, False)
    event.ignore()
    QApplication.sendEvent(panel.list.viewport(), event)
    assert event.isAccepted()
    assert panel.list.sizeHint().height() == 200


@pytest.mark.parametrize(
    ("mode", "heading", "first"),
    [
        (Mode.NOBODY, "Not a named speaker: which?", "Unnamed source"),
        (Mode.REASON, "Not a quote: why?", "Scare quotes"),
    ],
)
def test_after_nobody_and_not_a_quote_it_asks_further(panel, mode, heading, first):
    panel.selection.select_quote("q4")
    panel.selection.set_mode(mode)
    assert panel.heading.text() == heading
    assert panel.list.model().index(0, 0).data() == first
    assert panel.accept.text() == "Go on"
    assert not panel.list.currentIndex().isValid()


def test_a_rejected_quote_shows_as_not_a_quote(panel):
    panel.selection.select_quote("q4")
    panel.source.reject("seed", "q4")
    panel.model.refresh(["q4"], keep_ghost="q4")
    assert [name for name, one in panel.kinds.segments.items() if one.isChecked()] == ["not_a_quote"]


def test_a_flag_can_be_taken_off(panel):
    panel.selection.select_quote("q4")
    change(panel, 4, flagged=True)
    assert panel.flag.text() == "Unflag"


def test_when_all_is_checked_the_button_completes_the_article(panel):
    for number, quote in enumerate(panel.model.quotes, 1):
        assert panel.accept.text() == "Accept"
        if not quote.checked:
            change(panel, number, status=Status.ACCEPTED)
    assert panel.accept.text() == "Complete"
    assert panel.accept.accessibleDescription() == "Key: Ctrl Enter"
    click(panel.accept)
    assert panel.heard == ["complete"]
