"""Anything in any order, with real keys and drags: the file holds what the window shows, and undo goes all the way back."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from core.desk.desk import Desk
from gui.actions import speakers
from gui.dialogs.merge_speakers import MergeSpeakersDialog
from gui.dialogs.speaker import EditSpeakerDialog
from tests.gui.answers import answer
from tests.gui.frame import ANNOTATOR, lines
from tests.gui.painted import stale
from tests.journeys.desk import Hands, make, undo_all
from tests.support.projects import dump

STEPS = 200
ACTIONS = int(os.environ.get("QUOTEDESK_ACTIONS", "2000"))
DECIDING = ["enter", "1", "2", "3", "0", "x", "a", "k", "g", "f", "w", "d", "m", "i"]
MOVING = ["left", "right", "up", "down", "tab", "shift+tab", "ctrl+pgdown", "ctrl+pgup", "esc", "r", "f3", "pgdown"]
SHAPING = ["s", "j", "p", "b", "q", "shift+left", "shift+right", "ctrl+shift+left", "ctrl+shift+right", "shift+up"]
CARET = ["left", "right", "shift+right", "ctrl+shift+right", "shift+down", "down", "home", "q", "s", "esc", "x"]
LETTERS = [*"asdfghjkl", "esc"]


class Monkey(RuleBasedStateMachine):
    """One window on one project; every rule is something that a person's hands can do."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = make(self.folder / "p.qdesk", *lines())
        self.start = dump(self.project)
        self.hands = self._open()

    def _open(self) -> Hands:
        hands = Hands(self.folder)
        hands.application.open([self.project])
        QApplication.processEvents()
        return hands

    @initialize()
    def stand_on_the_first_quote(self) -> None:
        assert self.hands.at == 1

    @rule(keys=st.lists(st.sampled_from(DECIDING), min_size=1, max_size=4), look=st.booleans())
    def decide(self, keys: list[str], look: bool) -> None:
        self.hands.press(*keys)
        if look:
            self.look_closely()

    @rule(keys=st.lists(st.sampled_from(MOVING), min_size=1, max_size=4), look=st.booleans())
    def move(self, keys: list[str], look: bool) -> None:
        self.hands.press(*keys)
        if look:
            self.look_closely()

    @rule(keys=st.lists(st.sampled_from(SHAPING), min_size=1, max_size=4))
    def shape(self, keys: list[str]) -> None:
        self.hands.press(*keys)

    @rule(keys=st.lists(st.sampled_from(CARET), min_size=1, max_size=8))
    def write_with_the_caret(self, keys: list[str]) -> None:
        self.hands.press("v", *keys, "esc")

    @rule(first=st.sampled_from(["e", "u", ";"]), keys=st.lists(st.sampled_from(LETTERS), max_size=3))
    def point(self, first: str, keys: list[str]) -> None:
        self.hands.press(first, *keys)
        while self.hands.view.hints.active:
            self.hands.press("esc")

    @rule(key=st.sampled_from(["/", "n", "c"]), words=st.sampled_from(["lav", "Eve", "putin", "", "x" * 300]))
    def type_words(self, key: str, words: str) -> None:
        self.hands.press(key)
        if QApplication.focusWidget() is not self.hands.view:
            self.hands.type(*words, "enter")

    @rule(start=st.integers(0, 2000), length=st.integers(1, 60), key=st.sampled_from(["q", "e", "u"]))
    def drag_over_words(self, start: int, length: int, key: str) -> None:
        view, text = self.hands.view, self.hands.models.article.text
        start = min(start, len(text) - 1)
        view.scrolling.jump(max(0, view.canvas.page.line_top(start) - 200))
        end = min(len(text), start + length)
        self.hands.drag(self.hands.point_at(start), self.hands.point_at(end))
        self.hands.press(key)
        while view.hints.active:
            self.hands.press("esc")

    @rule(edge=st.integers(0, 3), by=st.integers(-80, 80))
    def drag_an_edge(self, edge: int, by: int) -> None:
        quote, view = self.hands.desktop.quote, self.hands.view
        if quote is None:
            return
        view.reveal_quote(quote.id)
        fragment = quote.fragments[edge // 2 % len(quote.fragments)]
        at = self.hands.point_at(fragment.end, before=False) if edge % 2 else self.hands.point_at(fragment.start)
        to = at + (self.hands.point_at(fragment.start) - self.hands.point_at(fragment.start))
        to.setX(max(1, at.x() + by))
        self.hands.drag(at, to)

    @rule(name=st.sampled_from(["Eve", "Lavrov", "A Name of Many Words Indeed", "北京", "x"]))
    def rename(self, name: str) -> None:
        if speakers.speaker_at_hand(self.hands.desktop) in self._roster():
            answer(lambda dialog: (dialog.name.setText(name), dialog.accept()), EditSpeakerDialog)
        speakers.edit_speaker(self.hands.desktop)
        self.hands.settle()

    @rule(kept=st.integers(0, 9), gone=st.integers(0, 9))
    def merge(self, kept: int, gone: int) -> None:
        roster = self._roster()
        kept_id, gone_id = roster[kept % len(roster)], roster[gone % len(roster)]

        def choose(dialog: MergeSpeakersDialog) -> None:
            dialog.choose(gone=gone_id, kept=kept_id)
            dialog.accept() if kept_id != gone_id else dialog.reject()

        answer(choose, MergeSpeakersDialog)
        speakers.merge(self.hands.desktop)
        self.hands.settle()

    @rule()
    def look_closely(self) -> None:
        assert stale(self.hands.window).isEmpty(), "something on the screen is old"

    @rule(times=st.integers(1, 6))
    def undo(self, times: int) -> None:
        self.hands.press(*["ctrl+z"] * times)

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        self.hands.press(*["ctrl+y"] * times)

    @rule()
    def complete(self) -> None:
        self.hands.press("ctrl+enter")

    @rule()
    def reopen(self) -> None:
        selection, ghost = self.hands.models.selection, self.hands.models.article.ghost
        place = selection.document_id, selection.quote_id
        self.hands.close()
        self.hands = self._open()
        selection = self.hands.models.selection
        assert selection.document_id == place[0]
        assert selection.quote_id == place[1] or ghost is not None or not place[1]

    @invariant()
    def the_file_holds_what_the_window_shows(self) -> None:
        models = self.hands.models
        stored = self.hands.desktop.bridge.article(models.selection.document_id)
        if stored is None:
            return
        shown = [quote for quote in models.article.quotes if not models.article.is_ghost(quote.id)]
        assert shown == list(stored.quotes)
        assert models.article.article.state is stored.state
        assert models.article.article.speakers == stored.speakers
        row = self.hands.desktop.bridge.queries.document_row(models.selection.document_id)
        assert models.watch.documents.row(models.selection.document_id) == row, "the queue counts as the file does"
        current = models.selection.quote_id
        assert not current or models.article.quote(current) is not None

    def teardown(self) -> None:
        seen = {row.id: self._seen_by_another(row.id) for row in self.hands.models.watch.documents.rows}
        shown = {row.id: self.hands.desktop.bridge.article(row.id) for row in self.hands.models.watch.documents.rows}
        self.hands.close()
        assert seen == shown
        assert undo_all(self.folder, self.project) == self.start
        shutil.rmtree(self.folder)

    def _roster(self) -> list[str]:
        return [each.id for each in self.hands.desktop.bridge.queries.speakers()]

    def _seen_by_another(self, document_id: str) -> object:
        desk = Desk.open(self.project, ANNOTATOR)
        try:
            return desk.queries.article(document_id)
        finally:
            desk.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.long
def test_two_thousand_random_actions(qapp):
    run_state_machine_as_test(
        Monkey,
        settings=settings(
            max_examples=max(1, ACTIONS // STEPS),
            stateful_step_count=STEPS,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            print_blob=True,
        ),
    )
