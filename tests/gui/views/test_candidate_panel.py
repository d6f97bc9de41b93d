"""The panel on the right: what it shows of the current quote, and what each control asks for."""

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.chain import Follower
from core.model.records import Candidate
from core.model.terms import Relation, Status
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.models.chain import ChainModel
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
    chain = ChainModel(model, selection, CandidatesModel(model, selection))
    made = CandidatePanel(model, selection, chain, names=NamesModel(), theme=Theme())
    made.source, made.model, made.selection, made.heard = source, model, selection, []
    made.following = chain
    made.asked.connect(made.heard.append)
    made.picked.connect(made.heard.append)
    model.show_document("seed")
    return shown(qtbot, made, 372, 480)


def change(panel, number, **fields):
    quote = panel.model.quotes[number - 1]
    panel.source.put("seed", structs.replace(quote, **fields))
    panel.model.refresh([quote.id])
    QApplication.processEvents()


def choose(panel, quote_id):
    panel.selection.select_quote(quote_id)
    QApplication.processEvents()


def ask(panel, *mode):
    panel.selection.set_mode(*mode)
    QApplication.processEvents()


def test_without_a_quote_there_is_nothing_to_press(panel):
    assert panel.place.text() == ""
    assert panel.excerpt.accessibleName() == "No quote is selected"
    buttons = (panel.nobody, panel.second, panel.new, panel.skip, panel.flag, panel.comment, panel.before, panel.after)
    for control in (*buttons, panel.name_box):
        assert not control.isEnabled()
    assert not any(each.isVisible() for each in (panel.notes, panel.comment_box, panel.chain))


def test_the_current_quote_is_shown(panel):
    choose(panel, "q4")
    quote = panel.model.quotes[3]
    assert panel.place.text() == "Quote 4 of 12"
    assert panel.excerpt.accessibleName() == f"Quote: {' '.join(panel.model.text[slice(*quote.span)].split())[:400]}"
    assert panel.kinds.segments[quote.kind.value].isChecked()
    assert panel.list.model().index(0, 0).data() == quote.speaker_name
    assert panel.list.currentIndex().row() == 0


def test_each_control_asks_for_its_action(panel):
    choose(panel, "q4")
    controls = (panel.accept, panel.skip, panel.flag, panel.nobody, panel.new, panel.before, panel.after)
    for control in (*controls, panel.second, panel.comment, *panel.kinds.segments.values()):
        click(control)
    assert panel.heard == [
        *("accept", "next_doubtful", "flag", "nobody", "new_speaker", "previous_quote", "next_quote"),
        *("second_speaker", "comment"),
        *("kind_direct", "kind_mixed", "kind_indirect", "not_a_quote"),
    ]


def test_a_candidate_is_picked_by_its_number_and_arrows_move_the_cursor(panel):
    change(panel, 4, candidates=tuple(Candidate(name=f"Person {n}", confidence=0.1) for n in range(9)))
    choose(panel, "q4")
    click_row(panel.list, 1)
    assert panel.heard == [2]
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.selection.candidate == 2
    panel.selection.select_candidate(8)
    QApplication.processEvents()
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
        (Mode.NOBODY, "No name: which?", "Unnamed source"),
        (Mode.REASON, "Not a quote: why?", "Scare quotes"),
    ],
)
def test_after_nobody_and_not_a_quote_it_asks_further(panel, mode, heading, first):
    choose(panel, "q4")
    ask(panel, mode)
    assert panel.heading.text() == heading
    assert panel.list.model().index(0, 0).data() == first
    assert panel.accept.text() == "Go on"
    assert not panel.list.currentIndex().isValid()


def test_a_rejected_quote_shows_as_not_a_quote(panel):
    choose(panel, "q4")
    panel.source.reject("seed", "q4")
    panel.model.refresh(["q4"], keep_ghost="q4")
    QApplication.processEvents()
    assert [name for name, one in panel.kinds.segments.items() if one.isChecked()] == ["not_a_quote"]


def test_a_flag_can_be_taken_off(panel):
    choose(panel, "q4")
    change(panel, 4, flagged=True)
    assert panel.flag.text() == "Unflag"


def test_when_all_is_checked_the_button_completes_the_article(panel):
    for number, quote in enumerate(panel.model.quotes, 1):
        assert panel.accept.text() == "Accept"
        if not quote.checked:
            change(panel, number, status=Status.ACCEPTED)
    assert panel.accept.text() == "Complete"
    assert panel.accept.accessibleDescription() == "Key: Ctrl Enter"
    assert not panel.skip.isVisible()
    QApplication.processEvents()
    assert panel.accept.width() >= panel.accept.minimumSizeHint().width()
    click(panel.accept)
    assert panel.heard == ["complete"]


@pytest.mark.parametrize(
    ("relation", "heading"),
    [
        (Relation.JOINT, "Who says it too?"),
        (Relation.ALTERNATIVE, "Who else may have said it?"),
        (Relation.RELAYED_BY, "Who passed it on?"),
    ],
)
def test_for_a_second_speaker_it_asks_in_what_relation(panel, relation, heading, qtbot):
    choose(panel, "q4")
    panel.selection.select_candidate(-1)
    ask(panel, Mode.SECOND, relation)
    assert (panel.heading.text(), panel.accept.text()) == (heading, "Back")
    assert not panel.list.currentIndex().isValid()
    panel.selection.select_candidate(0)
    qtbot.waitUntil(lambda: panel.list.currentIndex().row() == 0)
    assert panel.accept.text() == "Add"
    ask(panel, Mode.PICK)
    assert (panel.heading.text(), panel.accept.text()) == ("Who said it?", "Accept")


def test_what_else_is_known_stands_under_the_quote_and_takes_no_room_where_nothing_is(panel):
    choose(panel, "q4")
    assert not panel.notes.isVisible()
    change(panel, 4, comment="Why?", sure=False)
    assert panel.notes.isVisible()
    assert panel.notes.text() == "unsure · “Why?”"
    choose(panel, "q5")
    assert (panel.notes.isVisible(), panel.notes.text()) == (False, "")


def test_a_comment_is_written_in_the_panel(panel):
    choose(panel, "q4")
    box, said = panel.comment_box, []
    box.store = lambda words: said.append((box.about, words)) or True
    box.begin("", ("seed", "q4"))
    assert box.isVisible()
    QTest.keyClicks(box, "odd")
    click(panel.before)
    assert (said, box.isVisible(), panel.heard) == ([], True, ["previous_quote"]), (
        "a button leaves the keys where they are"
    )
    choose(panel, "q3")
    assert (said, box.isVisible()) == ([(("seed", "q4"), "odd")], False)


def test_what_would_follow_is_offered_and_a_click_asks_for_it(panel):
    choose(panel, "q4")
    assert not panel.chain.isVisible()
    panel.following.followers = (Follower(quote_id="q5", reason="same turn as #4"),)
    panel.following.shown.emit()
    assert panel.chain.isVisible()
    click(panel.chain)
    assert panel.heard == ["chain"]


def test_nothing_below_jumps_when_somebody_would_follow_or_there_are_fewer_candidates(panel, qtbot):
    choose(panel, "q4")
    panel.resize(372, 640)
    QApplication.processEvents()
    places = set()
    for followers in ((), (Follower(quote_id="q5", reason="same turn as #4"),), ()):
        panel.following.followers = followers
        panel.following.shown.emit()
        for count in (1, 9):
            change(panel, 4, candidates=tuple(Candidate(name=f"Person {n}", confidence=0.1) for n in range(count)))
            QApplication.processEvents()
            places.add((panel.nobody.y(), panel.name_box.y(), panel.accept.y()))
    assert len(places) == 1


def test_other_keys_are_shown_on_the_buttons(panel):
    choose(panel, "q4")
    panel.show_caps({"accept": "Space", "flag": "L", "complete": "Ctrl E", "comment": ""}.get)
    assert panel.accept.accessibleDescription() == "Key: Space"
    assert panel.flag.accessibleDescription() == "Key: L"
    assert not panel.name_box.cap.isVisible()
    panel.show_caps({"accept": "Space", "type_name": "J"}.get)
    assert (panel.name_box.cap.text, panel.name_box.cap.isVisible()) == ("J", True)
    assert (panel.comment.accessibleName(), panel.comment.accessibleDescription()) == ("Comment", "")
    choose(panel, "q5")
    assert panel.accept.accessibleDescription() == "Key: Space"


def test_every_control_says_what_it_is(panel):
    choose(panel, "q4")
    for control in (panel.nobody, panel.second, panel.new, panel.accept, panel.skip, panel.flag, panel.comment):
        assert control.accessibleName() or control.text()
    assert panel.comment.toolTip() == "Comment on the quote"
    panel.show_caps({"comment": "Y", "next_quote": "→"}.get)
    assert (panel.comment.toolTip(), panel.after.toolTip()) == ("Comment on the quote (Y)", "Next quote (→)")


@pytest.mark.parametrize("status", [Status.CORRECTED, Status.SUGGESTED])
def test_a_speaker_who_is_no_candidate_has_the_last_row_and_the_cursor(panel, status):
    change(panel, 4, status=status, speaker_name="Di Somebody", speaker_id="s99")
    choose(panel, "q4")
    panel.selection.select_candidate(panel.following.candidates.place_of_speaker())
    QApplication.processEvents()
    here = panel.list.currentIndex()
    assert (here.row(), here.data()) == (panel.list.model().rowCount() - 1, "Di Somebody")


def test_without_a_quote_there_is_nothing_to_accept(panel):
    choose(panel, "q4")
    assert panel.accept.isEnabled()
    choose(panel, "")
    assert not panel.accept.isEnabled()
