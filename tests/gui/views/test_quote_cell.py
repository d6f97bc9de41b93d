"""How the cells of the table look: states, flags and kinds have signs."""

import pytest

from core.model.overview import QuoteRow
from core.model.terms import Kind, Status
from gui.models.quotes import Column, QuotesModel
from gui.theme import THEMES, Theme
from gui.views.quote_table import QuoteTable
from tests.gui.looks import seen, shown


def row(number, **fields):
    made = {"document_id": "a", "title": "Harbour closed", "quote_id": f"q{number}", "words": f"Words {number}"}
    return QuoteRow(number=number, **(made | {"kind": Kind.DIRECT, "confidence": 0.86} | fields))


@pytest.fixture
def table(qtbot):
    quotes = QuotesModel()
    made = QuoteTable(quotes, Theme())
    quotes.show_rows(
        [
            row(1, status=Status.ACCEPTED),
            row(2, doubtful=True, confidence=0.41, flagged=True, kind=Kind.MIXED),
            row(3, status=Status.CORRECTED, kind=Kind.INDIRECT),
            row(4),
            row(5, status=Status.ADDED, by_hand=True),
        ]
    )
    return shown(qtbot, made, 1440, 400)


@pytest.mark.parametrize("name", THEMES)
def test_every_state_has_a_sign_beside_its_word(table, name):
    table._theme.use(name)
    signs = set()
    for place in range(table.filtered.rowCount()):
        cell = table.grid.visualRect(table.filtered.index(place, Column.STATUS))
        sign = cell.adjusted(8, 4, 24 - cell.width(), -4)
        image = table.grid.viewport().grab(sign).toImage()
        signs.add(bytes(image.constBits()))
    assert len(signs) == 4, "accepted and corrected have a tick, doubtful, suggested and added a sign each"


def test_flags_and_kinds_are_drawn(table):
    ink = table._theme.colour("ink").name()
    flags = [
        seen(table.grid.viewport(), table.grid.visualRect(table.filtered.index(place, Column.FLAG)))[ink]
        for place in range(3)
    ]
    assert flags[1] > 20
    assert flags[0] == flags[2] == 0
