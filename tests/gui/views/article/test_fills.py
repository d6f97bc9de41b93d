"""Fill tells the kind."""

from msgspec import structs
from PySide6.QtCore import QRect

from core.model.spans import Span
from core.model.terms import Kind
from gui.views.article.fills import box, parts
from gui.views.article.marks import Look, Mark
from gui.views.article.page import Row
from gui.views.article.pieces import Piece
from tests.support.articles import article_of, quote_of

TEXT = "He noted that Russia and Belarus mirror each other “like brothers” and more."
CLAUSE = "that Russia and Belarus mirror each other “like brothers” and more"


def mark(kind: Kind, **fields) -> Mark:
    return Mark(quote_of(TEXT, CLAUSE, kind=kind, **fields), 1, 1, Look.SUGGESTED)


def piece(made: Mark) -> Piece:
    return Piece(0, 0, *made.quote.span, True, True, 0)


def test_direct_is_filled_and_indirect_dotted_as_a_whole():
    for kind, solid in ((Kind.DIRECT, True), (Kind.INDIRECT, False)):
        made = mark(kind)
        assert parts(piece(made), made) == [(made.quote.span, solid)]


def test_mixed_is_filled_where_it_is_quoted():
    quoted = quote_of(TEXT, "“like brothers”").span
    made = mark(Kind.MIXED, quoted=(quoted,))
    span = made.quote.span
    assert parts(piece(made), made) == [
        (Span(span.start, quoted.start), False),
        (quoted, True),
        (Span(quoted.end, span.end), False),
    ]


def test_what_is_quoted_outside_the_piece_does_not_count():
    made = mark(Kind.MIXED, quoted=(Span(0, 5),))
    assert parts(piece(made), made) == [(made.quote.span, False)]


def test_a_ground_is_wider_than_the_words_and_leaves_paper_between_lines():
    ground = box(Row(24, 48, 100.4, 150.2), 0)
    assert ground.getRect() == (98, 25, 54, 22)
    inner = box(Row(24, 48, 100, 150), 1)
    assert ground.top() < inner.top()
    assert inner.bottom() < ground.bottom()


def test_the_colours_on_screen_are_those_of_kind_and_speaker(show, colours):
    direct, other = quote_of(TEXT, "He noted"), quote_of(TEXT, "Russia and", kind=Kind.INDIRECT, speaker="s2")
    parts_ = show(article_of(TEXT, [direct, other], ["Ana Ruiz", "Bo"]))
    image = parts_.view.grab().toImage()
    page, theme = parts_.view.canvas.page, parts_.theme
    for quote, slot, solid in ((direct, 1, True), (other, 2, False)):
        row = page.rows(quote.fragments[0])[0]
        part = QRect(int(row.left) + 2, int(row.top) + 2, int(row.right - row.left), 24)
        share = colours(image, part)[theme.fill(slot).name()] / (part.width() * part.height())
        assert (share > 0.3) == solid


def test_a_quote_that_is_none_stands_on_paper(show, colours):
    quote = structs.replace(quote_of(TEXT, "He noted"), id="q")
    parts_ = show(article_of(TEXT, [quote], ["Ana Ruiz"]))
    parts_.source.reject("sample", "q")
    parts_.model.refresh(["q"], keep_ghost="q")
    found = colours(parts_.view.grab().toImage(), parts_.view.canvas.text_rect(100))
    assert found[parts_.theme.fill(1).name()] == 0
