"""The bar on top: its buttons are the actions, greyed with them; it says how far the project is."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.model.overview import Progress
from gui.models.found import FoundModel
from gui.theme import Theme
from gui.views.toolbar import ProgressSign, Toolbar
from gui.window import LEAST
from tests.gui.looks import seen


@pytest.fixture
def sign(qtbot):
    made = ProgressSign(Theme("light"))
    qtbot.addWidget(made)
    made.resize(340, made.minimumHeight())
    return made


def test_undo_and_redo_are_greyed_with_their_actions(frame):
    bar = frame.window.toolbar
    assert not bar.undo.isEnabled()
    frame.press("enter")
    assert (bar.undo.isEnabled(), bar.redo.isEnabled()) == (True, False)
    frame.click(bar.undo)
    assert (bar.undo.isEnabled(), bar.redo.isEnabled()) == (False, True)


def test_one_quote_is_no_quotes(sign):
    sign.show_progress(Progress(checked=0, total=1))
    assert sign.accessibleName() == "0 of 1 quote checked"
    sign.show_progress(Progress(checked=1_200, total=2_000))
    assert sign.accessibleName() == "1,200 of 2,000 quotes checked"


def test_the_text_grows_shrinks_and_fits(frame):
    bar, usual = frame.window.toolbar, frame.view.zoom
    frame.click(bar.larger)
    assert frame.view.zoom > usual
    frame.click(bar.fit)
    assert frame.view.zoom == usual
    frame.click(bar.smaller)
    assert frame.view.zoom < usual


def test_without_a_project_there_is_nothing_to_export(start):
    assert not start.window.toolbar.export.isEnabled()


def test_it_says_how_many_quotes_are_checked(frame):
    frame.press("enter", "enter")
    assert frame.window.toolbar.progress.accessibleName() == "2 of 13 quotes checked"


def test_the_bar_grows_and_turns_good_at_the_end(sign):
    theme = Theme("light")
    empty = seen(sign)
    lengths = []
    for checked in (1, 6):
        sign.show_progress(Progress(checked=checked, total=12))
        lengths.append(seen(sign)[theme.colour("accent").name()])
    assert empty[theme.colour("accent").name()] == 0 < lengths[0] < lengths[1]
    sign.show_progress(Progress(checked=12, total=12))
    assert seen(sign)[theme.colour("good").name()] > lengths[1]


def test_on_a_narrow_bar_the_words_stay(sign):
    sign.show_progress(Progress(checked=6, total=12))
    sign.resize(180, sign.height())
    found = seen(sign)
    assert found[Theme("light").colour("accent").name()] == 0
    assert found[Theme("light").colour("ink").name()] > 20


def test_its_buttons_can_be_pressed_by_key_and_have_names(frame):
    bar = frame.window.toolbar
    usual = frame.view.zoom
    QTest.keyClick(bar.larger, Qt.Key.Key_Space)
    assert frame.view.zoom > usual
    names = [button.accessibleName() for button in (bar.undo, bar.redo, bar.smaller, bar.larger, bar.export)]
    assert all(names)
    assert bar.menus.accessibleName() == "Menus"


def test_the_search_box_stands_in_the_bar_and_its_hits_hang_below(frame):
    bar = frame.window.toolbar
    assert bar.rect().contains(bar.search.geometry())
    frame.click(bar.search)
    assert bar.search.hasFocus()
    bar.search.begin("said")
    frame.settle()
    hits = bar.search.hits
    assert hits.isVisible()
    assert hits.parentWidget() is frame.window
    assert hits.geometry().top() >= bar.mapTo(frame.window, bar.rect().bottomLeft()).y() - 8
    assert frame.window.rect().contains(hits.geometry())


@pytest.mark.parametrize("width", [LEAST[0], 1100, 1440])
def test_everything_has_room_in_the_bar(frame, width):
    frame.window.resize(width, 700)
    frame.settle()
    bar = frame.window.toolbar
    parts = (bar.menus, bar.undo, bar.redo, bar.progress, bar.search, bar.smaller, bar.fit, bar.larger, bar.export)
    edges = [(part.geometry().left(), part.geometry().right()) for part in parts]
    assert edges == sorted(edges)
    assert all(before[1] < after[0] for before, after in pairwise(edges))
    assert edges[-1][1] <= bar.width()


def test_it_searches_the_model_it_was_given(qtbot):
    found = FoundModel()
    bar = Toolbar(found, Theme())
    qtbot.addWidget(bar)
    assert bar.search.hits.model() is found
