"""What screens get when there is nothing yet."""

from core.model.overview import Article, DocumentRow, Found, HistoryRow, Patch, Progress
from core.model.terms import State
from tests.support.projects import document


def test_an_article_that_nobody_has_touched():
    article = Article(document=document("Words."))
    assert (article.state, article.labelled, article.quotes, article.slots) == (State.NEW, False, (), {})
    assert Patch(state=State.NEW).quotes == {}


def test_rows_start_at_nothing():
    row = DocumentRow(id="a", title="A")
    assert (row.checked, row.total, row.doubtful, row.labelled) == (0, 0, 0, False)
    assert Progress() == Progress(checked=0, total=0, doubtful=0)
    assert not HistoryRow(revision=1, at="", annotator=None, code="accept").undone


def test_a_hit_is_in_a_text_or_at_a_quote():
    hit = Found(document_id="a", title="A", excerpt="words", where="text", start=0)
    assert (hit.start, hit.quote_id) == (0, None)
    assert Found(document_id="a", title="A", excerpt="words", where="comment", quote_id="q").start is None
