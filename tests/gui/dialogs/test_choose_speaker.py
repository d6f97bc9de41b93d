"""Who shall be the speaker of many quotes."""

import pytest

from core.model.records import Speaker
from gui.dialogs.choose_speaker import ChooseSpeakerDialog
from gui.models.names import Name
from gui.theme import Theme

SPEAKERS = [Speaker(id="a", name="Ana Ruiz", aliases=("the mayor",)), Speaker(id="b", name="Ben Ode")]


@pytest.fixture
def dialog(qtbot):
    made = ChooseSpeakerDialog(SPEAKERS, 1204, Theme())
    qtbot.addWidget(made)
    return made


def test_nothing_can_be_set_before_a_name_is_there(dialog):
    assert not dialog.set.isEnabled()
    dialog.field.setEditText("   ")
    assert not dialog.set.isEnabled()
    dialog.field.setEditText("x")
    assert dialog.set.isEnabled()


def test_one_of_the_roster_or_a_new_name(dialog):
    dialog.field.choose("a")
    assert dialog.chosen() == Name("Ana Ruiz", speaker_id="a")
    dialog.field.setEditText("  Cleo   Vang ")
    assert dialog.chosen() == Name("Cleo Vang")


def test_it_says_how_many(qtbot, dialog):
    words = [each.text() for each in dialog.findChildren(type(dialog.column.itemAt(1).widget()))]
    assert any("1,204 quotes" in each for each in words)
