"""The layers of the text: what lies on top of what, and what is outlined."""

from msgspec import structs
from PySide6.QtCore import QRect

from core.model.terms import Status
from gui.views.article.column import RING
from tests.support.articles import article_of, quote_of

TEXT = "She said “he told us ‘never again’ twice” and then “we go” was all of it."


def words_rect(parts, quote_id):
    row = parts.view.canvas.page.rows(parts.model.quote(quote_id).fragments[0])[0]
    return QRect(int(row.left) + RING, int(row.top) + RING, int(row.right - row.left), 24)


def nested():
    outer = quote_of(TEXT, "“he told us ‘never again’ twice”", id="outer")
    inner = quote_of(TEXT, "‘never again’", id="inner", speaker="s2", parent="outer", status=Status.ACCEPTED)
    return article_of(TEXT, [outer, inner, quote_of(TEXT, "“we go”", id="last", speaker="s3")], ["Ana", "Bo", "Cy"])


def test_a_nested_quote_and_the_one_around_it_are_both_visible(show, colours):
    parts = show(nested())
    image = parts.view.grab().toImage()
    inside = colours(image, words_rect(parts, "inner"))
    assert inside[parts.theme.fill(2).name()] > 200
    assert inside[parts.theme.fill(1).name()] > 50


def test_the_current_quote_is_outlined_in_ink_and_no_other(show, colours):
    parts = show(nested())
    ink = parts.theme.colour("ink").name()

    def edge(quote_id):
        rect = words_rect(parts, quote_id)
        return colours(parts.view.grab().toImage(), QRect(rect.left() + 8, rect.top() - 1, rect.width() - 16, 2))[ink]

    assert edge("last") == 0
    parts.selection.select_quote("last")
    rect = words_rect(parts, "last")
    assert edge("last") == 2 * (rect.width() - 16)
    assert edge("outer") == 0


def test_the_pointer_lights_a_quote_with_a_thin_line_in_its_colour(show, colours):
    parts = show(nested())
    parts.selection.hover("last")
    rect = words_rect(parts, "last")
    found = colours(parts.view.grab().toImage(), QRect(rect.left() + 8, rect.top(), rect.width() - 16, 1))
    assert found[parts.theme.line(3).name()] == rect.width() - 16


def test_a_ghost_has_a_dashed_line_in_grey(show, colours):
    parts = show(nested())
    parts.source.reject("sample", "last")
    parts.model.refresh(["last"], keep_ghost="last")
    rect = words_rect(parts, "last")
    found = colours(parts.view.grab().toImage(), QRect(rect.left() + 8, rect.top(), rect.width() - 16, 1))
    assert found[parts.theme.colour("paper").name()] > 5
    assert len(found) > 1


def test_selected_words_are_lit(show, colours):
    parts = show(nested())
    parts.view.words.select(0, 8)
    found = colours(parts.view.grab().toImage(), QRect(50, 12, 55, 24))
    assert found[parts.theme.colour("selected").name()] > 500


def test_a_rename_needs_no_new_layout(show):
    parts = show(nested())
    laid = parts.view.canvas.page.laid(0)
    quote = parts.model.quote("last")
    parts.source.put("sample", structs.replace(quote, speaker_id="s2"))
    parts.model.refresh(["last"])
    parts.view.grab()
    assert parts.view.canvas.page.laid(0) is laid
