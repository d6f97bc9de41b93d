"""The table of keys: what differs from the default, who owns a key, and back to the defaults."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.models.keys import ROW, KeyRow, KeysModel

ROWS = (
    KeyRow("accept", "Accept and go on", "Edit", ("Return", "Enter"), ("Return", "Enter")),
    KeyRow("flag", "Flag", "Edit", ("F",), ("F",)),
    KeyRow("about", "About Quotedesk", "Help", (), ()),
)


@pytest.fixture
def model():
    return KeysModel(ROWS)


def picture(model):
    columns = range(model.columnCount())
    return [" | ".join(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def test_a_row_is_an_action_its_menu_and_its_keys(model):
    assert picture(model) == [
        "Accept and go on | Edit | Enter",
        "Flag | Edit | F",
        "About Quotedesk | Help | ",
    ]
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(column, across) for column in range(3)] == ["Action", "Menu", "Keys"]
    assert model.headerData(0, down) is None
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None


def test_a_key_of_ones_own_is_told_as_such_and_only_its_row_changes(model):
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row(), last.column())))
    model.give("flag", ("Z",))
    assert changed == [(1, 1, 2)]
    assert picture(model)[1] == "Flag | Edit | Z  (yours)"
    assert model.own() == {"flag": "Z"}


def test_an_action_without_a_key_is_a_choice_too(model):
    model.give("accept", ())
    model.give("about", ("Ctrl+J", "J"))
    assert model.own() == {"accept": "", "about": "Ctrl+J J"}
    assert picture(model)[0].endswith("|   (yours)")


def test_the_owner_of_a_key_is_found_whatever_its_case(model):
    assert model.owner_of("ENTER", but="flag").id == "accept"
    assert model.owner_of("f", but="flag") is None
    assert model.owner_of("f", but="about").id == "flag"
    assert model.owner_of("Ctrl+J", but="") is None


def test_a_key_that_was_given_away_is_free_again(model):
    model.give("flag", ("Z",))
    assert model.owner_of("F", but="about") is None
    model.restore()
    assert (model.own(), model.owner_of("F", but="about").id) == ({}, "flag")


def test_the_default_given_by_hand_is_no_key_of_ones_own(model):
    model.give("flag", ("Z",))
    model.give("flag", ("F",))
    model.give("nobody knows me", ("Q",))
    assert (model.own(), model.owner_of("Q", but="")) == ({}, None)


def test_it_answers_for_rows_only(model):
    assert model.index(2, 0).data(ROW) is model.rows[2]
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)
