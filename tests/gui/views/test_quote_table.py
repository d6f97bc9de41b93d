"""The table of all quotes: read, filtered, sorted and left by keys and mouse; what it asks for has the right rows."""

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.model.overview import QuoteRow
from core.model.terms import Kind, SpeakerType, Status, Via
from gui.models.quotes import HEADINGS, Column, Part, QuotesModel
from gui.stylesheet import style_sheet
from gui.theme import THEMES, Theme
from gui.views.quote_table import BULK, HEIGHT, KINDS, LEAST_QUOTE, MOST_SPEAKERS, QuoteTable
from tests.gui.looks import click, held_enter, point_at_row, row_rect, seen, shown

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def row(number, **fields):
    made = {"document_id": "a", "title": "Harbour closed", "quote_id": f"q{number}", "words": f"Words {number}"}
    return QuoteRow(number=number, **(made | {"kind": Kind.DIRECT, "confidence": 0.86} | fields))


ANA = {"speaker_id": "s1", "speaker_name": "Ana Ruiz", "speaker_type": SpeakerType.NAMED}
ROWS = [
    row(1, **ANA, status=Status.ACCEPTED, via=Via.ENTER, decided_at="2026-11-23T20:17:34.123Z"),
    row(2, doubtful=True, confidence=0.41, flagged=True, kind=Kind.MIXED),
    row(3, **ANA, status=Status.CORRECTED, kind=Kind.INDIRECT, comment="Really?"),
    row(4, document_id="b", title="Floods", speaker_id="s2", speaker_name="Smith & Sons", words="Rain, rain"),
    row(5, document_id="b", title="Floods", status=Status.ADDED, by_hand=True),
]


@pytest.fixture
def table(qtbot):
    quotes = QuotesModel()
    made = QuoteTable(quotes, Theme())
    made.quotes, made.heard = quotes, []
    made.quote_chosen.connect(lambda *pair: made.heard.append(pair))
    made.bulk_asked.connect(lambda action, rows: made.heard.append((action, [each.quote_id for each in rows])))
    made.left.connect(lambda: made.heard.append("left"))
    quotes.show_rows(ROWS)
    return shown(qtbot, made, 1440, 400)


def numbers(table):
    return [table.filtered.row(place).number for place in range(table.filtered.rowCount())]


def select(table, *places):
    how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for place in places:
        table.grid.selectionModel().select(table.filtered.index(place, 0), how)


@pytest.fixture
def menu(monkeypatch):
    """Return the menu that a button opens; without a display none can take the keys, so it is not shown."""
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda self, at: opened.append((self, at)))

    def menu_of(button):
        click(button)
        made, at = opened.pop()
        assert at == button.mapToGlobal(QPoint(0, button.height()))
        return made

    return menu_of


def choose(menu, words):
    next(each for each in menu.actions() if each.text() == words).trigger()


def entries(menu):
    return [(each.text(), each.isChecked()) for each in menu.actions()]


def test_it_says_how_many_there_are(table):
    assert (table.title.text(), table.count.text()) == ("All quotes", "5 of 5")
    chips = [chip.text() for chip in table.chips.chips]
    assert chips == [f"{part.value} {table.quotes.counts[part]}" for part in Part]
    table.quotes.show_rows([row(number) for number in range(1, 1205)])
    assert (table.count.text(), table.chips.chips[0].text()) == ("1,204 of 1,204", "All 1,204")


def test_typing_filters_when_the_keys_rest(table, qtbot):
    table.filter.setFocus()
    QTest.keyClicks(table.filter, "rain")
    assert numbers(table) == [1, 2, 3, 4, 5]
    qtbot.waitUntil(lambda: numbers(table) == [4])
    assert (table.count.text(), table.empty.isVisible()) == ("1 of 5", False)
    QTest.keyClicks(table.filter, "zzz")
    QTest.keyClick(table.filter, KEY.Key_Return)
    assert (numbers(table), table.empty.isVisible()) == ([], True)
    assert table.empty.text() == "No quote fits “rainzzz” here."
    assert table.filter.accessibleName() == "Filter quotes by their words, speaker, comment or article"


def test_a_sentence_for_no_quotes_moves_nothing(table):
    top = table.grid.y()
    table.filter.setFocus()
    QTest.keyClicks(table.filter, "<b>zzz</b>")
    QTest.keyClick(table.filter, KEY.Key_Return)
    QApplication.processEvents()
    assert (table.empty.isVisible(), table.grid.y()) == (True, top)
    assert table.grid.rect().contains(table.empty.geometry())
    assert "<b>zzz</b>" in table.empty.text()
    table.forget_filters()
    table.show_part(Part.FLAGGED)
    assert table.filtered.rowCount() or table.empty.text() == "No quote is in this part of the table."


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Return, KEY.Key_Enter])
def test_from_the_filter_a_key_goes_to_the_rows(table, key):
    table.filter.setFocus()
    QTest.keyClicks(table.filter, "floods")
    QTest.keyClick(table.filter, key)
    assert table.grid.hasFocus()
    assert (numbers(table), table.grid.currentIndex().row()) == ([4, 5], 0)
    assert table.heard == []


def test_chips_show_a_part(table):
    click(table.chips.chips[1])
    assert numbers(table) == [2, 4]
    table.show_part(Part.BY_HAND)
    assert numbers(table) == [5]
    assert [chip.isChecked() for chip in table.chips.chips].index(True) == list(Part).index(Part.BY_HAND)


def test_one_speaker_is_chosen_from_a_menu(table, menu):
    assert entries(menu(table.speaker)) == [
        ("Any speaker", True),
        ("Ana Ruiz  2", False),
        ("Smith && Sons  1", False),
    ]
    choose(menu(table.speaker), "Ana Ruiz  2")
    assert (numbers(table), table.speaker.text()) == ([1, 3], "Ana Ruiz ⌄")
    assert table.speaker.accessibleName() == "Whose quotes are shown: Ana Ruiz"
    choose(menu(table.speaker), "Any speaker")
    assert (len(numbers(table)), table.speaker.text()) == (5, "Any speaker ⌄")


def test_the_menu_of_speakers_has_those_with_most_quotes(table, menu):
    many = [row(n, speaker_id=f"s{n % 50}", speaker_name=f"Name {n % 50}") for n in range(1, 160)]
    table.quotes.show_rows(many)
    assert len(entries(menu(table.speaker))) == MOST_SPEAKERS + 1


def test_a_long_name_is_cut_on_its_button_only(table):
    name = "Belarusian Health Ministry spokeswoman"
    table.quotes.show_rows([row(1, speaker_id="s1", speaker_name=name)])
    table.show_speaker("s1")
    assert table.speaker.text() == "Belarusian Health Ministry … ⌄"
    assert table.speaker.accessibleName().endswith(name)


def test_enter_and_a_double_click_go_to_a_quote(table):
    table.grid.begin()
    QTest.keyClick(table.grid, KEY.Key_Down)
    QTest.keyClick(table.grid, KEY.Key_Return)
    held_enter(table.grid)
    at = row_rect(table.grid, 3).center()
    click(table.grid.viewport(), at)
    QTest.mouseDClick(table.grid.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    assert table.heard == [("a", "q2"), ("b", "q4")]


def test_without_rows_enter_goes_nowhere(table):
    table.quotes.show_rows([])
    table.grid.begin()
    QTest.keyClick(table.grid, KEY.Key_Return)
    QTest.keyClick(table.grid, KEY.Key_End)
    assert table.heard == []


def test_arrows_move_shift_extends_and_letters_do_nothing(table):
    table.grid.begin()
    QTest.keyClick(table.grid, KEY.Key_Down)
    QTest.keyClick(table.grid, KEY.Key_Down, SHIFT)
    assert [each.number for each in table.selected()] == [2, 3]
    QTest.keyClicks(table.grid, "5w")
    assert table.grid.currentIndex().row() == 2
    QTest.keyClick(table.grid, KEY.Key_End)
    assert [each.number for each in table.selected()] == [5]
    QTest.keyClick(table.grid, KEY.Key_Home)
    assert [each.number for each in table.selected()] == [1]
    QTest.keyClick(table.grid, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selected()) == 5
    assert table.told.text() == "5 selected"


def test_escape_leaves_from_anywhere(table):
    for widget in (table.filter, table.grid, table.speaker, table.chips.chips[0]):
        widget.setFocus()
        QTest.keyClick(widget, KEY.Key_Escape)
    assert table.heard == ["left"] * 4


def test_every_control_is_reached_by_tab_and_has_a_name(table):
    select(table, 0)
    table.filter.setFocus()
    reached = []
    for _ in range(20):
        widget = QApplication.focusWidget()
        if widget in reached:
            break
        assert widget.accessibleName(), widget
        reached.append(widget)
        QTest.keyClick(widget, KEY.Key_Tab)
    bulk = [table.buttons[action] for action, *_ in BULK]
    assert reached == [table.filter, table.speaker, table.sorting, table.chips.chips[0], table.grid, *bulk]


def test_bulk_buttons_wait_for_rows(table):
    assert not any(button.isEnabled() for button in table.buttons.values())
    assert table.told.text() == "Select rows to change them"
    select(table, 3, 0)
    for action, *_ in BULK:
        if action != "kind":
            click(table.buttons[action])
    assert table.heard == [(action, ["q1", "q4"]) for action, *_ in BULK if action != "kind"]


@pytest.mark.parametrize(("action", "words"), KINDS)
def test_the_kind_is_asked_for_in_a_menu(table, menu, action, words):
    select(table, 1)
    choose(menu(table.buttons["kind"]), words)
    assert table.heard == [(action, ["q2"])]


def test_rows_that_go_from_sight_are_not_selected(table):
    select(table, 1, 3)
    table.show_part(Part.TO_CHECK)
    assert [each.number for each in table.selected()] == [2, 4]
    table.quotes.put([structs.replace(ROWS[1], status=Status.ACCEPTED, doubtful=False)])
    assert ([each.number for each in table.selected()], table.told.text()) == ([4], "1 selected")
    table.show_part(Part.BY_HAND)
    assert (table.selected(), table.told.text()) == ([], "Select rows to change them")
    assert not table.buttons["accept"].isEnabled()


def test_a_click_on_a_heading_sorts_and_a_third_one_puts_back(table):
    header = table.grid.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.QUOTE) + 30, HEIGHT // 2)
    orders = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, at)
        orders.append(numbers(table))
    assert orders == [[4, 1, 2, 3, 5], [5, 3, 2, 1, 4], [1, 2, 3, 4, 5]]


def test_keys_sort_by_a_menu(table, menu):
    told = entries(menu(table.sorting))
    assert told[:3] == [("As in the articles", True), ("By number", False), ("By article", False)]
    assert len(told) == len(HEADINGS) + 1
    choose(menu(table.sorting), "By status")
    assert numbers(table) == [2, 4, 1, 3, 5]
    choose(menu(table.sorting), "By status")
    assert numbers(table) == [5, 3, 1, 4, 2]
    assert ("By status", True) in entries(menu(table.sorting))
    choose(menu(table.sorting), "As in the articles")
    assert numbers(table) == [1, 2, 3, 4, 5]


def test_the_current_quote_stays_in_sight_when_the_order_changes(table):
    table.quotes.show_rows([row(number) for number in range(1, 400)])
    table.grid.begin()
    table.grid.sortByColumn(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    current = table.grid.currentIndex()
    assert current.row() == 398
    assert table.grid.viewport().rect().intersects(table.grid.visualRect(current))


def test_the_words_take_the_room_that_is_left(table):
    wide = table.grid.columnWidth(Column.QUOTE)
    assert table.grid.horizontalHeader().length() == table.grid.viewport().width()
    table.resize(820, 400)
    QApplication.processEvents()
    assert LEAST_QUOTE == table.grid.columnWidth(Column.QUOTE) < wide
    assert table.grid.horizontalScrollBar().maximum() > 0
    assert table.grid.rowHeight(0) == HEIGHT


def test_the_whole_row_is_lit_under_the_pointer(table):
    colour = table._theme.colour("hover").name()
    before = seen(table.grid.viewport())[colour]
    point_at_row(table.grid, 2)
    lit = seen(table.grid.viewport())[colour]
    assert lit - before > 0.7 * table.grid.viewport().width() * (HEIGHT - 1)
    QApplication.sendEvent(table.grid.viewport(), QEvent(QEvent.Type.Leave))
    assert seen(table.grid.viewport())[colour] == before


def test_the_current_row_has_the_ring_only_while_the_table_has_the_keys(table):
    accent = table._theme.colour("accent").name()
    table.grid.begin()
    assert seen(table.grid.viewport())[accent] > table.grid.viewport().width()
    table.filter.setFocus()
    assert seen(table.grid.viewport())[accent] == 0


def test_the_glass_follows_the_theme(table):
    before = seen(table.filter)
    table._theme.use("dark")
    assert seen(table.filter) != before


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_dresses_the_table(name):
    assert "QWidget#quote_table QHeaderView::section" in style_sheet(name)


def test_the_words_have_their_share_of_a_usual_window(table):
    assert table.grid.columnWidth(Column.QUOTE) > 0.3 * table.width()


def test_the_count_stands_on_the_line_of_the_title(table):
    table.setStyleSheet(style_sheet("light"))
    QApplication.processEvents()
    image = table.grab().toImage()

    def base(label, letters):
        """Return the lowest row that the first letters of a label reach."""
        area, ground = label.geometry(), image.pixelColor(4, 4)
        across = range(area.x(), area.x() + letters)
        return max(y for y in range(area.y(), area.bottom()) for x in across if image.pixelColor(x, y) != ground)

    assert abs(base(table.title, 24) - base(table.count, 6)) <= 1
