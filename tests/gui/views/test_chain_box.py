"""The offer to take others along: there only where somebody would follow, ticked only when the chain says so."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from core.model.chain import Follower
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.models.chain import ChainModel
from gui.selection import Selection
from gui.theme import Theme
from gui.views.chain_box import HEIGHT, ChainBox
from tests.gui.looks import click, point_at, seen, shown
from tests.support.articles import FixedSource, seed_article

SIGN = QRect(11, (HEIGHT - 16) // 2, 16, 16)


@pytest.fixture
def chain(qapp):
    """A chain of the sample article; what it finds is put there by hand."""
    article, selection = ArticleModel(FixedSource(seed_article())), Selection()
    made = ChainModel(article, selection, CandidatesModel(article, selection))
    article.show_document("seed")
    return made


@pytest.fixture
def box(qtbot, chain):
    made = ChainBox(chain, Theme())
    made.asked = []
    made.clicked.connect(lambda: made.asked.append(True))
    find(chain, 3)
    return shown(qtbot, made, 340, HEIGHT)


def find(chain, *numbers, reason="same turn as #2", name="Bo Lind", on=False):
    chain.followers = tuple(Follower(quote_id=f"q{number}", reason=reason) for number in numbers)
    chain.name, chain.on = name, on
    chain.shown.emit()


def test_where_nobody_would_follow_it_is_not_there(box, chain):
    assert box.isVisible()
    find(chain)
    assert not box.isVisible()
    find(chain, 3)
    assert box.isVisible()
    assert (box.height(), box.sizeHint().height()) == (HEIGHT, HEIGHT)


@pytest.mark.parametrize(
    ("numbers", "lead", "some"),
    [
        ([3], "Also set the quote that follows", "#3"),
        ([3, 5], "Also set the 2 quotes that follow", "#3, #5"),
        ([3, 5, 6, 8], "Also set the 4 quotes that follow", "#3, #5, #6, #8"),
        ([3, 5, 6, 8, 9, 12], "Also set the 6 quotes that follow", "#3, #5, #6, #8 and 2 more"),
    ],
)
def test_it_says_how_many_which_ones_and_why(box, chain, numbers, lead, some):
    find(chain, *numbers)
    assert box.accessibleName() == lead
    assert box.accessibleDescription().startswith(f"{some}: same turn as #2; they become Bo Lind, still unchecked")
    assert box.toolTip() == f"{', '.join(f'#{n}' for n in numbers)} become Bo Lind, still unchecked"


def test_a_press_only_asks_and_the_tick_comes_from_the_chain(box, chain):
    click(box)
    assert (box.asked, box.isChecked()) == ([True], False)
    assert seen(box, SIGN)["#1f2329"] == 0
    find(chain, 3, on=True)
    assert box.isChecked()
    assert seen(box, SIGN)["#1f2329"] > 100
    click(box)
    assert (len(box.asked), box.isChecked()) == (2, True)
    find(chain, 3, on=False)
    assert not box.isChecked()


def test_it_is_reached_by_tab_and_pressed_by_space(qtbot, box):
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert (box.hasFocus(), box.asked) == (True, [True])
    box.clearFocus()
    click(box)
    assert not box.hasFocus(), "a click leaves the keys with the text"


def test_it_is_framed_by_dashes_and_lit_under_the_pointer(box):
    edge = seen(box, QRect(10, 0, 300, 1))
    assert len(edge) > 1
    assert seen(box)["#eceae5"] == 0
    point_at(box)
    assert seen(box)["#eceae5"] > 5000


def test_a_long_reason_stays_clear_of_the_key(box, chain):
    keys = QRect(box.width() - 34, 0, 34, HEIGHT)
    before = seen(box, keys)
    find(chain, 3, 5, reason="also “the minister of everything there is under the sun and beyond” " * 2)
    assert seen(box, keys) == before


def test_another_theme_repaints_it(box):
    before = box.grab().toImage()
    box._theme.use("dark")
    assert box.grab().toImage() != before
