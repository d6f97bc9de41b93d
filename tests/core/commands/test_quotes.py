"""Kind and flag."""

import pytest

from core.commands.attribution import AcceptSuggestion
from core.commands.quotes import FlagQuote, SetKind
from core.commands.review import CompleteDocument
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import Kind, State, Status, Via
from tests.support.projects import act, empty_desk, ids, line, quote, seen

TEXT = "“Yes,” she said. No, he said."


def kind(quote_id, kind, document_id="doc"):
    return SetKind(document_id=document_id, quote_id=quote_id, kind=kind, act=act(Via.EDIT))


def test_what_is_marked_follows_the_kind():
    with empty_desk(line(TEXT, quote(0, 6, quoted=(Span(0, 6),)), quote(17, 19))) as desk:
        change = desk.run(kind("q0-6", Kind.INDIRECT))
        assert (change.code, change.words) == ("kind", {"kind": "indirect"})
        assert seen(desk, "q0-6", "doc").quoted == ()
        desk.run(kind("q0-6", Kind.DIRECT))
        assert seen(desk, "q0-6", "doc").quoted == (Span(0, 6),)
        desk.run(kind("q0-6", Kind.MIXED))
        assert seen(desk, "q0-6", "doc").quoted == (Span(0, 6),)
        desk.run(kind("q17-19", Kind.INDIRECT))
        desk.run(kind("q17-19", Kind.DIRECT))
        assert seen(desk, "q17-19", "doc").quoted == (), "a block quote has no marks"


@pytest.mark.parametrize("by", [Kind.INDIRECT, Kind.DIRECT])
def test_the_marked_words_of_a_mixed_quote_come_back(by):
    text = 'He said the plan was "a disaster" for all, he said.'
    one = quote(8, 41, kind=Kind.MIXED, quoted=(Span(21, 33),))
    with empty_desk(line(text, one)) as desk:
        for each in (by, Kind.INDIRECT, Kind.MIXED):
            if each is not seen(desk, one.id, "doc").kind:
                desk.run(kind(one.id, each))
        assert seen(desk, one.id, "doc").quoted == (Span(21, 33),)


def test_the_same_kind_again_is_refused(desk):
    first = ids(desk)[0]
    with pytest.raises(UserMistake, match="is direct already"):
        desk.run(kind(first, Kind.DIRECT, "seed"))


def test_an_edit_leaves_the_quote_to_be_confirmed_and_the_article_in_work(desk):
    for each in ids(desk):
        desk.run(AcceptSuggestion(document_id="seed", quote_id=each, act=act()))
    desk.run(CompleteDocument(document_id="seed"))
    first = ids(desk)[0]
    desk.run(kind(first, Kind.MIXED, "seed"))
    assert (seen(desk, first).status, seen(desk, first).decided.via) == (Status.SUGGESTED, Via.EDIT)
    row = desk.queries.document_row("seed")
    assert (row.state, row.checked) == (State.IN_WORK, 11)
    desk.undo()
    assert desk.queries.document_row("seed").state is State.COMPLETE


def test_a_flag_decides_nothing(desk):
    first = ids(desk)[0]
    assert desk.run(FlagQuote(document_id="seed", quote_id=first, flagged=True)).code == "flag"
    assert seen(desk, first).flagged
    assert (seen(desk, first).status, seen(desk, first).decided) == (Status.SUGGESTED, None)
    assert desk.run(FlagQuote(document_id="seed", quote_id=first, flagged=False)).code == "unflag"
    assert not seen(desk, first).flagged
    assert len(desk.queries.history()) == 2
