"""The palette: a few letters find an action; what can't be done now comes last and can't be chosen."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.models.palette import ENTRY, Entry, PaletteModel

ENTRIES = (
    Entry("undo", "Undo", "Edit", "Ctrl Z", enabled=False),
    Entry("merge", "Merge speakers…", "Edit", "Ctrl M"),
    Entry("merge_hinted", "Merge the two that look like one", "Edit", "G"),
    Entry("new_speaker", "New speaker…", "Edit", "N"),
    Entry("theme_dark", "Dark", "View"),
    Entry("zoom_in", "Larger text", "View", "Ctrl ="),
    Entry("next_doubtful", "Next doubtful quote", "View", "Tab"),
    Entry("next_quote", "Next quote", "View", "→"),
)


@pytest.fixture
def model():
    return PaletteModel(ENTRIES)


def found(model, typed):
    model.look_for(typed)
    return [entry.id for entry in model.entries]


def test_all_stand_there_before_anything_is_typed(model):
    assert [entry.id for entry in model.entries][-1] == "undo"
    assert model.rowCount() == len(ENTRIES)
    assert found(model, "   ") == [entry.id for entry in model.entries]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("mer", ["merge", "merge_hinted"]),
        ("MERGE two", ["merge_hinted"]),
        ("sp", ["merge", "new_speaker"]),
        ("new", ["new_speaker"]),
        ("ne", ["new_speaker", "next_doubtful", "next_quote", "merge_hinted"]),
        ("view", ["theme_dark", "zoom_in", "next_doubtful", "next_quote"]),
        ("next quote", ["next_quote", "next_doubtful"]),
        ("quote next", ["next_doubtful", "next_quote"]),
        ("speakers…", ["merge"]),
        ("ark", ["theme_dark"]),
        ("zzz", []),
        ('"*%\\', []),
        ("😀", []),
        ("x" * 10_000, []),
    ],
)
def test_words_find_what_they_begin_first_then_where_they_occur(model, typed, ids):
    assert found(model, typed) == ids


def test_what_can_not_be_done_now_is_found_but_last_and_not_to_be_chosen(model):
    assert found(model, "e")[-1] == "undo"
    flags = [model.flags(model.index(row)) for row in range(model.rowCount())]
    assert flags[-1] == Qt.ItemFlag.NoItemFlags
    assert all(flag & Qt.ItemFlag.ItemIsSelectable for flag in flags[:-1])
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_an_entry_is_told_with_its_key_and_whether_it_can_be_done(model):
    told = {
        index.data(ENTRY).id: index.data(Qt.ItemDataRole.AccessibleTextRole)
        for index in map(model.index, range(len(ENTRIES)))
    }
    assert told["merge"] == "Merge speakers…, Edit, key Ctrl M"
    assert told["theme_dark"] == "Dark, View"
    assert told["undo"] == "Undo, Edit, key Ctrl Z, not possible now"


def test_it_is_a_list(model):
    assert model.index(0).data() == "Merge speakers…"
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_nothing_to_do_is_no_fault():
    empty = PaletteModel(())
    assert (found(empty, "undo"), empty.rowCount()) == ([], 0)
