"""The speakers of the article: their chips, their quotes, and how one is chosen."""

import pytest
from msgspec import structs
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.models.article import ArticleModel
from gui.models.speakers import SpeakersModel
from gui.theme import Theme
from gui.views.speaker_panel import ROW, SpeakerPanel
from tests.gui.looks import click_row, point_at_row, row_rect, seen, shown
from tests.support.articles import FixedSource, seed_article


@pytest.fixture
def panel(qtbot):
    source = FixedSource(seed_article())
    model = ArticleModel(source)
    speakers = SpeakersModel(model)
    made = SpeakerPanel(speakers, Theme())
    made.source, made.model, made.speakers, made.heard = source, model, speakers, []
    made.chosen.connect(made.heard.append)
    model.show_document("seed")
    return shown(qtbot, made, 372, 160)


def test_a_speaker_is_chosen_by_a_click_or_by_enter(panel):
    click_row(panel.list, 1)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.heard == ["s2", "s1"]


def test_each_has_a_chip_in_their_colour(panel):
    for row, fill, line in ((0, "#cfe4fc", "#08457f"), (1, "#fddecf", "#973d10")):
        area = row_rect(panel.list, row)
        chip = seen(panel.list.viewport(), QRect(area.x() + 8, area.y(), 24, area.height()))
        assert chip[fill] > 150
        assert chip[line] > 0
        assert area.height() == ROW


def test_the_figure_changes_with_the_quotes(panel):
    area = row_rect(panel.list, 0)
    figures = QRect(area.right() - 30, area.y(), 31, area.height())
    before = seen(panel.list.viewport(), figures)
    quote = next(quote for quote in panel.model.quotes if quote.speaker_id == "s1")
    panel.source.put("seed", structs.replace(quote, speaker_id="s2", speaker_name="Lavrov"))
    panel.model.refresh([quote.id])
    panel.speakers.refill()
    assert seen(panel.list.viewport(), figures) != before


def test_the_row_with_the_keys_has_the_ring_and_the_one_pointed_at_is_lit(panel):
    panel.list.setCurrentIndex(panel.speakers.index(0))
    panel.list.setFocus()
    point_at_row(panel.list, 1)
    assert seen(panel.list.viewport(), row_rect(panel.list, 0))["#4449c4"] > 400
    assert seen(panel.list.viewport(), row_rect(panel.list, 1))["#eceae5"] > 3000
    assert seen(panel.list.viewport(), row_rect(panel.list, 1))["#4449c4"] == 0


def test_it_says_what_it_lists(panel):
    assert [label.text() for label in panel.findChildren(QLabel)] == ["Speakers", "quotes in this article"]
    assert panel.list.accessibleName() == "Speakers of this article"
