"""Counts agree with what an article shows, for each annotator, before and after any work."""

import random

import pytest

from core.model.doubt import is_doubtful
from core.model.overview import Progress
from core.model.records import AnnotatedDocument, Layer
from core.model.terms import State
from core.store import counting
from core.store import engine as engines
from tests.core.test_history import NAMES, wander
from tests.support.projects import bare, document, empty_desk, line, new_project, opened, quote


def counted(desk, document_id):
    article = desk.queries.article(document_id)
    return (
        sum(each.checked for each in article.quotes),
        len(article.quotes),
        sum(is_doubtful(each) for each in article.quotes),
        article.state,
        article.labelled,
    )


@pytest.mark.parametrize("relabel", [False, True])
def test_the_queue_says_what_the_article_shows(tmp_path, relabel):
    path = new_project(tmp_path / "p.qdesk")
    other = line("“Yes,” she said. “No,” he said.", quote(0, 6, confidence=0.2), quote(17, 22), id="other")
    with opened(path) as desk:
        desk.bring_in([other])
    wander(random.Random(11), path, 90, {"ana": NAMES, "ben": NAMES}, relabel=relabel)
    for who in ("ana", "ben", "never seen"):
        with opened(path, who) as desk:
            rows = desk.queries.documents()
            assert [row.id for row in rows] == ["seed", "other"]
            for row in rows:
                assert (row.checked, row.total, row.doubtful, row.state, row.labelled) == counted(desk, row.id)
                assert desk.queries.document_row(row.id) == row
            found = desk.queries.progress()
            assert found == Progress(
                checked=sum(row.checked for row in rows),
                total=sum(row.total for row in rows),
                doubtful=sum(row.doubtful for row in rows),
            )


def test_a_title_is_never_empty():
    lines = [bare(line("Words.\n\n  More words.", id="a")), bare(line("\u00a0 \n.", id="b")), bare(line("y", id="c"))]
    with empty_desk(*lines) as desk:
        assert [row.title for row in desk.queries.documents()] == ["Words.", ".", "y"]
    titled = AnnotatedDocument(document=document("Words.", title="T", source="S", date="2020-06-19"), layer=Layer())
    with empty_desk(titled) as desk:
        (row,) = desk.queries.documents()
        assert (row.title, row.source, row.date, row.state) == ("T", "S", "2020-06-19", State.NEW)


def test_of_one_document(project):
    engine = engines.connect(project)
    with engine.connect() as connection:
        assert counting.count_of(connection, "seed", "ana").total == 12
        assert counting.count_of(connection, "elsewhere", "ana") == Progress()
        assert counting.count_document(connection, "elsewhere", "ana") is None
        assert counting.count_project(connection, None).total == 12
    engines.close(engine)
