"""The quote, tag or character under a point."""

from PySide6.QtCore import QPoint

from tests.support.articles import article_of, quote_of


def test_words_and_tag_of_a_quote_lead_to_it(show, seed, middle_of):
    parts = show(seed)
    for quote in parts.model.quotes:
        assert parts.view.hits.at(middle_of(parts, quote.id)).quote_id == quote.id
        hit = parts.view.hits.at(middle_of(parts, quote.id, tag=True))
        assert (hit.quote_id, hit.on_tag, hit.on_map) == (quote.id, True, False)


def test_a_second_piece_leads_to_its_quote(show, seed, middle_of):
    parts = show(seed)
    assert parts.view.hits.at(middle_of(parts, "q1", fragment=1)).quote_id == "q1"


def test_bare_paper_and_the_map_lead_to_no_quote(show, seed):
    parts = show(seed)
    assert parts.view.hits.at(QPoint(100, 20)).quote_id == ""
    hit = parts.view.hits.at(QPoint(805, 100))
    assert (hit.quote_id, hit.on_map) == ("", True)


def test_the_innermost_quote_wins(show, middle_of):
    text = "She said “he told us ‘never again’ twice” today."
    quotes = [quote_of(text, "“he told us ‘never again’ twice”", id="out"), quote_of(text, "‘never again’", id="in")]
    parts = show(article_of(text, quotes, ["Ana Ruiz"]))
    assert parts.view.hits.at(middle_of(parts, "in")).quote_id == "in"
    row = parts.view.canvas.page.rows(quotes[0].fragments[0])[0]
    assert parts.view.hits.at(QPoint(int(row.left) + 3, int(row.top) + 10)).quote_id == "out"


def test_points_lead_to_characters_and_words(show, seed):
    parts = show(seed)
    text, page = parts.model.text, parts.view.canvas.page
    at = text.index("Vladimir") + 3
    row = page.rows(type(parts.model.quotes[0].span)(at, at + 1))[0]
    point = QPoint(int(row.left) + 1, int(row.top) + 10)
    assert parts.view.hits.position_at(point) == at
    first, last = parts.view.hits.word_at(point)
    assert text[first:last] == "Vladimir"


def test_how_far_a_point_is_beyond_the_edges(show, seed):
    parts = show(seed)
    assert parts.view.hits.beyond(QPoint(5, -12)) == -12
    assert parts.view.hits.beyond(QPoint(5, 50)) == 0
    assert parts.view.hits.beyond(QPoint(5, parts.view.viewport().height() + 7)) == 7


def test_the_pieces_of_the_current_quote_are_where_its_edges_are(show, seed):
    parts = show(seed)
    hits, page = parts.view.hits, parts.view.canvas.page
    row = page.rows(parts.model.quote("q1").fragments[1])[0]
    point = QPoint(round(row.left) + 1, round(row.top) + 10)
    assert (hits.current_fragments(), hits.edge_at(point)) == ((), -1)
    parts.selection.select_quote("q1")
    assert (hits.current_fragments(), hits.edge_at(point)) == (parts.model.quote("q1").fragments, 2)
    parts.source.reject("seed", "q1")
    parts.model.refresh(["q1"], keep_ghost="q1")
    assert (hits.current_fragments(), hits.edge_at(point)) == ((), -1)


def test_edges_scroll_along_and_none_is_on_a_tag(show, big, middle_of):
    parts = show(big)
    parts.selection.select_quote("q5000")
    hits, page, top = parts.view.hits, parts.view.canvas.page, parts.view.scrolling.top
    row = page.rows(parts.model.quote("q5000").fragments[0])[0]
    point = QPoint(round(row.left) + 1, round(row.top) + 10 - top)
    assert top > 10_000
    assert hits.edge_at(point) == 0
    assert hits.edge_at(middle_of(parts, "q5000", tag=True)) == -1
    assert hits.edge_at(QPoint(page.column.tick + 1, point.y())) == -1
