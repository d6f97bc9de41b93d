"""The canvas paints parts as it paints the whole, and knows what a change touches."""

import pytest
from msgspec import structs
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QRegion

from core.model.records import Speaker
from core.model.terms import Status


def paint(parts, region: QRegion, onto: QImage | None = None) -> QImage:
    image = onto or QImage(812, 824, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setClipRegion(region)
    parts.view.canvas.paint(painter, region, top=parts.view.scrolling.top, height=824, words=None)
    painter.end()
    return image


@pytest.mark.parametrize("part", [QRect(0, 100, 812, 37), QRect(0, 300, 585, 240), QRect(600, 200, 212, 300)])
def test_painting_a_part_anew_changes_nothing(show, seed, part):
    parts = show(seed)
    parts.selection.select_quote("q10")
    whole = paint(parts, QRegion(0, 0, 812, 824))
    again = paint(parts, QRegion(part), whole.copy())
    assert again == whole


@pytest.mark.parametrize("quote_id", ["q1", "q3", "q4", "q10"])
def test_a_change_stays_inside_what_is_said_to_be_touched(show, seed, quote_id):
    parts = show(seed)
    parts.selection.select_quote("q10")
    before = paint(parts, QRegion(0, 0, 812, 824))
    quote = parts.model.quote(quote_id)
    changed = structs.replace(quote, speaker_id="s1" if quote.speaker_id == "s2" else "s2", status=Status.CORRECTED)
    parts.source.put("seed", changed)
    parts.model.refresh([quote_id])
    canvas = parts.view.canvas
    band = canvas.quote_rect(quote, 0).united(canvas.quote_rect(parts.model.quote(quote_id), 0))
    touched = QRegion(band) | QRegion(canvas.side_rect(824))
    partly = paint(parts, touched, before.copy())
    assert partly == paint(parts, QRegion(0, 0, 812, 824))
    assert partly != before


def test_places_are_worked_out_once_a_view(show, seed):
    parts = show(seed)
    canvas = parts.view.canvas
    canvas.arrange(0, 824)
    places = canvas.tags.places
    canvas.arrange(0, 824)
    assert canvas.tags.places is places
    canvas.reread([2])
    canvas.arrange(0, 824)
    assert canvas.tags.places is not places


@pytest.mark.parametrize("crowd", ["seed", "packed"])
def test_a_change_and_a_move_touch_only_the_tags_that_look_different(show, request, crowd):
    parts = show(request.getfixturevalue(crowd))
    canvas, whole = parts.view.canvas, QRegion(0, 0, 812, 824)
    parts.selection.select_quote(parts.model.quotes[2].id)
    before = paint(parts, whole)
    quote = parts.model.quotes[2]
    parts.source.put(parts.model.article.document.id, structs.replace(quote, status=Status.CORRECTED))
    parts.model.refresh([quote.id])
    touched = canvas.tag_region([quote.id], top=parts.view.scrolling.top, height=824)
    after = parts.model.quotes[3].id
    parts.selection.select_quote(after)
    touched |= canvas.tag_region([quote.id, after], top=parts.view.scrolling.top, height=824)
    touched |= QRegion(canvas.text_rect(824))
    assert paint(parts, touched, before.copy()) == paint(parts, whole)
    assert touched != whole


def test_a_quote_without_rows_touches_nothing(show, seed):
    parts = show(seed)
    gone = structs.replace(parts.model.quotes[0], fragments=())
    assert parts.view.canvas.quote_rect(gone, 0).isEmpty()


def test_names_that_begin_alike_are_known_with_every_change_of_the_cast(show, seed):
    parts = show(seed)
    face = parts.view.canvas.tag_painter._face
    assert not face.alike
    speakers = dict(parts.model.article.speakers)
    speakers["s2"] = Speaker(id="s2", name="Lukashenko the younger")
    parts.model.article = structs.replace(parts.model.article, speakers=speakers)
    parts.model.cast_changed.emit()
    assert face.alike == {"Lukashenko", "Lukashenko the younger"}
