"""Ticks, leaders and tags on screen."""

from msgspec import structs
from PySide6.QtCore import QPoint, QRect

from gui.selection import Followed
from gui.views.article.column import RING


def image_of(parts):
    return parts.view.grab().toImage()


def tag_rect(parts, row):
    tags = parts.view.canvas.tags
    return tags.rect(tags.place_of(row)).translated(RING, RING - parts.view.scrolling.top)


def test_the_current_tag_is_outlined_and_the_one_pointed_at_is_lit(show, seed, colours):
    parts = show(seed)
    plain = colours(image_of(parts), tag_rect(parts, 6))
    parts.selection.select_quote("q10")
    parts.selection.hover("q7")
    image = image_of(parts)
    rect = tag_rect(parts, 9)
    edge = colours(image, QRect(rect.left(), rect.top() - 2, rect.width(), 2))
    assert edge[parts.theme.colour("ink").name()] > 250
    lit = colours(image, tag_rect(parts, 6))
    assert lit[parts.theme.colour("hover").name()] > 2000 > plain[parts.theme.colour("hover").name()]


def test_a_leader_joins_tick_and_tag(show, seed, colours):
    parts = show(seed)
    rect = tag_rect(parts, 0)
    column = parts.view.canvas.page.column
    found = colours(image_of(parts), QRect(column.tick + RING, rect.center().y() - 6, 20, 13))
    assert found[parts.theme.line(1).name()] >= 20
    assert len([name for name in found if name != parts.theme.colour("paper").name()]) >= 2


def test_a_changed_quote_has_a_changed_tag(show, seed):
    parts = show(seed)
    before = image_of(parts).copy(tag_rect(parts, 5))
    parts.source.put("seed", structs.replace(parts.model.quotes[5], speaker_id="s2", speaker_name="Lavrov"))
    parts.model.refresh(["q6"])
    assert image_of(parts).copy(tag_rect(parts, 5)) != before


def test_leaders_and_tags_keep_off_text_and_map(show, packed, colours):
    parts = show(packed)
    image, column = image_of(parts), parts.view.canvas.page.column
    gap = QRect(column.tag_left + column.tag_width + RING + 1, 0, 6, 828)
    assert set(colours(image, gap)) == {parts.theme.colour("paper").name()}
    assert image.pixelColor(QPoint(column.right + RING + 4, 400)).name() == parts.theme.colour("paper").name()


def test_a_quote_that_would_follow_has_a_dashed_tag_with_the_name_it_would_get(show, seed, colours):
    parts = show(seed)
    rect, accent = tag_rect(parts, 4), parts.theme.colour("accent").name()
    chip = QRect(rect.left(), rect.top() + 2, rect.width(), 16)
    plain = image_of(parts)
    parts.selection.follow({"q5": Followed("Lavrov", 2, on=True)})
    followed = image_of(parts)
    edge = QRect(rect.left(), rect.top(), rect.width(), 1)
    assert colours(followed, edge)[accent] > 60
    assert 10 < rect.width() - colours(followed, edge)[accent] < rect.width(), "dashed, not solid"
    assert colours(followed, chip)[parts.theme.line(2).name()] > colours(plain, chip)[parts.theme.line(2).name()]
    assert followed.copy(tag_rect(parts, 6)) == plain.copy(tag_rect(parts, 6))
    parts.source.put("seed", structs.replace(parts.model.quotes[4], speaker_id="s2", speaker_name="Lavrov"))
    parts.model.refresh(["q5"])
    inner = chip.adjusted(6, 0, -60, 0)
    named = image_of(parts).copy(inner)
    parts.selection.follow({})
    assert image_of(parts).copy(inner) == named, "it looked as it does now that he is its speaker"


def test_a_quote_that_would_follow_looks_as_it_is_but_for_the_dashes_until_it_shall(show, seed, colours):
    parts = show(seed)
    rect = tag_rect(parts, 4)
    inner = rect.adjusted(3, 3, -3, -3)
    plain = image_of(parts).copy(inner)
    parts.selection.follow({"q5": Followed("Lavrov", 2)})
    assert image_of(parts).copy(inner) == plain
    edge = QRect(rect.left(), rect.top(), rect.width(), 1)
    assert colours(image_of(parts), edge)[parts.theme.colour("accent").name()] > 60


def test_the_figure_of_the_speaker_there_is_does_not_stand_beside_the_one_to_come(show, seed, colours):
    parts = show(seed)
    rect = tag_rect(parts, 4)
    figure = QRect(rect.right() - 54, rect.top() + 3, 48, rect.height() - 6)
    assert len(colours(image_of(parts), figure)) > 1
    parts.selection.follow({"q5": Followed("Lavrov", 2, on=True)})
    assert len(colours(image_of(parts), figure.adjusted(0, 0, -14, 0))) == 1
    assert len(colours(image_of(parts), figure)) > 1, "a question mark stands there instead"
