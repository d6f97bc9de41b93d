"""Quotes inside quotes: only inside, never in a ring."""

import pytest

from core.commands.nesting import NestQuote
from core.errors import UserMistake
from core.model.terms import Status
from tests.support.projects import act, empty_desk, line, quote, seen

TEXT = "“He told me: ‘Go now.’ I went,” she said. “So what,” he said."
OUTER, INNER, INMOST, OTHER = quote(0, 31), quote(13, 22), quote(14, 16), quote(42, 52)


@pytest.fixture
def nested():
    with empty_desk(line(TEXT, OUTER, INNER, INMOST, OTHER)) as desk:
        yield desk


def nest(quote_id, parent):
    return NestQuote(document_id="doc", quote_id=quote_id, parent=parent, act=act())


def test_nested_and_taken_out_again(nested):
    assert nested.run(nest(INNER.id, OUTER.id)).code == "nest"
    assert seen(nested, INNER.id, "doc").parent == OUTER.id
    assert seen(nested, INNER.id, "doc").status is Status.SUGGESTED
    nested.run(nest(INMOST.id, INNER.id))
    assert nested.run(nest(INNER.id, None)).code == "unnest"
    assert seen(nested, INNER.id, "doc").parent is None


@pytest.mark.parametrize(
    ("quote_id", "parent"),
    [(OTHER.id, OUTER.id), (OUTER.id, INNER.id), (INNER.id, INNER.id), (INNER.id, "gone"), (INNER.id, None)],
)
def test_what_does_not_lie_inside_is_refused(nested, quote_id, parent):
    with pytest.raises(UserMistake, match="Nothing was changed"):
        nested.run(nest(quote_id, parent))


def test_two_that_cover_the_same_words_do_not_hang_on_each_other():
    same = quote(0, 31, id="same")
    with empty_desk(line(TEXT, OUTER, same)) as desk:
        desk.run(nest("same", OUTER.id))
        with pytest.raises(UserMistake, match="does not lie inside"):
            desk.run(nest(OUTER.id, "same"))
