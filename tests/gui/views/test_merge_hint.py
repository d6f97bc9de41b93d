"""The hint that two speakers look like one: told, merged, or kept apart."""

import pytest

from core.model.alike import Pair
from core.model.records import Speaker
from gui.theme import Theme
from gui.views.merge_hint import MergeHint
from tests.gui.looks import click, shown

PAIR = Pair(Speaker(id="s1", name="Sergey Lavrov"), Speaker(id="s2", name="Lavrov"))


@pytest.fixture
def hint(qtbot):
    made = MergeHint(Theme())
    made.heard = []
    made.asked.connect(made.heard.append)
    return shown(qtbot, made, 420, 34)


def test_it_hides_where_nobody_looks_like_anybody(hint):
    hint.show_pair(PAIR)
    assert hint.isVisible()
    hint.show_pair(None)
    assert not hint.isVisible()
    assert MergeHint(Theme()).isHidden()


def test_it_says_who_looks_like_whom(hint):
    hint.show_pair(PAIR)
    told = "“Lavrov” looks like Sergey Lavrov"
    assert (hint.words.text(), hint.words.toolTip(), hint.words.accessibleName()) == (told, told, told)


def test_the_names_get_the_room_there_is(hint):
    hint.resize(356, 34)
    hint.show_pair(PAIR)
    short = hint.words.text()
    assert "…" in short
    assert "” looks like " in short
    hint.resize(420, 34)
    assert hint.words.text() == hint.words.toolTip()
    hint.resize(356, 34)
    assert hint.words.text() == short


def test_its_buttons_ask_for_actions(hint):
    hint.show_pair(PAIR)
    click(hint.merge)
    click(hint.apart)
    assert hint.heard == ["merge_hinted", "keep_apart"]
    assert hint.merge.accessibleDescription() == "Key: G"


@pytest.mark.parametrize("name", ["x" * 10_000, "لافروف" * 2_000, "👩‍👩‍👧", "<b>Lavrov</b> & co", "&amp;"])
def test_odd_names_stay_on_one_line_and_push_nothing_away(hint, name):
    hint.show_pair(Pair(Speaker(id="s1", name=name + " Z"), Speaker(id="s2", name=name)))
    hint.layout().activate()
    assert hint.minimumSizeHint().width() < 372
    assert hint.rect().contains(hint.apart.geometry())
    assert hint.words.fontMetrics().horizontalAdvance(hint.words.text()) <= hint.words.width() + 1
    assert hint.words.toolTip() == f"“{name}” looks like {name} Z"
