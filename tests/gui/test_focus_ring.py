"""The ring lies around the control that has the focus, follows it, and leaves lists to their rows."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import delete

from gui.focus_ring import FocusRing
from gui.models.article import ArticleModel
from gui.selection import Selection
from gui.theme import Theme
from gui.views.article.surface import Surface
from tests.gui.looks import seen, shown
from tests.support.articles import FixedSource, seed_article


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.button, made.list, made.text = QPushButton("Go", made), QListView(made), QPlainTextEdit(made)
    for place, control in enumerate((made.button, made.list, made.text)):
        control.setGeometry(20, 20 + 60 * place, 120, 40)
    made.ring = FocusRing(made, Theme("light"))
    return shown(qtbot, made, 300, 240)


def test_the_ring_lies_outside_the_control_and_follows_it(window):
    window.button.setFocus()
    assert window.ring.isVisible()
    assert window.ring.geometry() == window.button.geometry().adjusted(-4, -4, 4, 4)
    window.button.move(60, 100)
    assert window.ring.geometry() == window.button.geometry().adjusted(-4, -4, 4, 4)
    assert seen(window.ring)[Theme("light").colour("accent").name()] > 400


def test_at_the_edge_it_stays_in_the_window(window):
    window.button.setFocus()
    window.button.move(0, 0)
    assert window.rect().contains(window.ring.geometry())


def test_it_goes_with_its_control(window):
    for control in (window.list, window.text):
        control.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window.button.setFocus()
    assert window.ring.isVisible()
    window.button.hide()
    assert not window.ring.isVisible()


def test_a_control_that_is_destroyed_takes_no_error_with_it(window):
    window.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window.button.setFocus()
    delete(window.button)
    assert window.ring.around is None
    assert not window.ring.isVisible()


def test_a_list_has_it_only_while_it_is_empty(window):
    window.list.setFocus()
    assert window.ring.around is window.list
    window.button.setFocus()
    window.list.setModel(QStringListModel(["Ana"], window.list))
    window.list.setFocus()
    assert window.ring.around is None
    assert not window.ring.isVisible()


def test_a_field_of_many_lines_has_it_and_the_article_has_not(window):
    window.text.setFocus()
    assert window.ring.geometry() == window.text.geometry().adjusted(-4, -4, 4, 4)
    article = Surface(ArticleModel(FixedSource(seed_article())), Selection(), Theme("light"), window)
    article.show()
    article.setFocus()
    assert (article.hasFocus(), window.ring.around) == (True, None)


def test_another_window_does_not_have_it(window, qtbot):
    window.button.setFocus()
    other = shown(qtbot, QPushButton("Elsewhere"))
    other.setFocus()
    assert window.ring.around is None
