"""Moving edges, splitting and joining: what was said of the quote stays, and it waits to be confirmed."""

import pytest

from core.commands.attribution import AcceptSuggestion
from core.commands.boundaries import JoinQuotes, MoveBoundaries, SplitQuote
from core.commands.quotes import FlagQuote
from core.commands.remarks import CommentQuote, MarkSure
from core.commands.review import CompleteDocument
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import Kind, State, Status, Via
from tests.support.projects import NEWER, act, dump, empty_desk, ids, line, quote, seed_line, seen

TEXT = "“Yes,” she said. “No. Never.” He left. “Go,” he said."


def move(quote_id, *fragments, document_id="seed"):
    return MoveBoundaries(document_id=document_id, quote_id=quote_id, fragments=fragments, act=act(Via.EDIT))


def split(quote_id, at, document_id="seed"):
    return SplitQuote(document_id=document_id, quote_id=quote_id, at=at, act=act(Via.EDIT))


def join(quote_id, other_id, document_id="seed"):
    return JoinQuotes(document_id=document_id, quote_id=quote_id, other_id=other_id, act=act(Via.EDIT))


def accept(quote_id, document_id="seed"):
    return AcceptSuggestion(document_id=document_id, quote_id=quote_id, act=act())


def test_moving_keeps_speaker_comment_and_what_was_shown(desk):
    first = ids(desk)[1]
    desk.run(CommentQuote(document_id="seed", quote_id=first, comment="why so long?"))
    before = seen(desk, first)
    change = desk.run(move(first, Span(344, 365)))
    now = seen(desk, first)
    assert change.code == "boundaries"
    assert now.fragments == (Span(344, 365),)
    assert (now.speaker_id, now.comment, now.mention) == (before.speaker_id, "why so long?", before.mention)
    assert (now.status, now.decided.via) == (Status.SUGGESTED, Via.EDIT)
    assert now.decided.suggestion.fragments == before.fragments
    desk.run(accept(first))
    assert seen(desk, first).status is Status.CORRECTED
    desk.run(move(first, Span(344, 401)))
    desk.run(accept(first))
    assert seen(desk, first).status is Status.ACCEPTED, "back where it was shown"


def test_the_marked_parts_move_along():
    with empty_desk(line(TEXT, quote(0, 6, quoted=(Span(0, 6),)))) as desk:
        desk.run(move("q0-6", Span(0, 6), Span(17, 29), document_id="doc"))
        assert seen(desk, "q0-6", "doc").quoted == (Span(0, 6), Span(17, 29))


def test_a_complete_article_is_in_work_again(desk):
    for each in ids(desk):
        desk.run(accept(each))
    desk.run(CompleteDocument(document_id="seed"))
    desk.run(move(ids(desk)[1], Span(344, 365)))
    assert desk.queries.document_row("seed").state is State.IN_WORK


@pytest.mark.parametrize("fragments", [(), (Span(344, 401),), (Span(5, 5),), (Span(0, 99999),)])
def test_what_is_no_move_is_refused(desk, project, fragments):
    start = dump(project)
    with pytest.raises(UserMistake, match="Nothing was changed"):
        desk.run(move(ids(desk)[1], *fragments))
    assert dump(project) == start


def test_split_between_pieces_and_inside_one():
    with empty_desk(line(TEXT, quote(0, 29, fragments=(Span(0, 6), Span(17, 29))))) as desk:
        assert desk.run(split("q0-29", 17, "doc")).code == "split"
        first, second = ids(desk, "doc")
        assert seen(desk, first, "doc").fragments == (Span(0, 6),)
        assert seen(desk, second, "doc").fragments == (Span(17, 29),)
        desk.run(split(second, 22, "doc"))
        spans = [seen(desk, each, "doc").fragments for each in ids(desk, "doc")]
        assert spans == [(Span(0, 6),), (Span(17, 21),), (Span(22, 29),)]
        assert all(not seen(desk, each, "doc").checked for each in ids(desk, "doc"))
        for each in ids(desk, "doc"):
            desk.run(accept(each, "doc"))
        statuses = [seen(desk, each, "doc").status for each in ids(desk, "doc")]
        assert statuses == [Status.CORRECTED, Status.ADDED, Status.ADDED]


@pytest.mark.parametrize("at", [0, 344, 401, 5000])
def test_a_split_leaves_something_on_both_sides(desk, at):
    with pytest.raises(UserMistake, match="can't be split there"):
        desk.run(split(ids(desk)[1], at))


def test_join_takes_words_and_comment_and_hides_the_suggestion(desk, project):
    start = dump(project)
    first, second = ids(desk)[1:3]
    desk.run(CommentQuote(document_id="seed", quote_id=second, comment="goes on"))
    assert desk.run(join(first, second)).code == "join"
    assert second not in ids(desk)
    joined = seen(desk, first)
    assert joined.fragments == (Span(344, 401), Span(416, 437), Span(455, 768))
    assert (joined.speaker_name, joined.comment, joined.kind) == ("Lavrov", "goes on", Kind.DIRECT)
    assert desk.queries.document_row("seed").total == 11
    desk.take_labels(seed_line(model=NEWER))
    assert second not in ids(desk), "labelling again does not bring it back"
    desk.undo()
    desk.undo()
    assert len(ids(desk)) == 12
    assert dump(project)["settled"] == start["settled"]


@pytest.mark.parametrize("marked", [0, 1])
def test_a_flag_and_a_doubt_of_either_are_the_joined_ones(desk, project, marked):
    pair = ids(desk)[1:3]
    desk.run(FlagQuote(document_id="seed", quote_id=pair[marked], flagged=True))
    desk.run(MarkSure(document_id="seed", quote_id=pair[marked], sure=False))
    before = dump(project)
    desk.run(join(*pair))
    assert (seen(desk, pair[0]).flagged, seen(desk, pair[0]).sure) == (True, False)
    desk.undo()
    assert dump(project) == before


def test_what_a_joined_quote_covered_stays_covered_by_the_new_one(desk):
    first, second, third = ids(desk)[1:4]
    desk.run(join(second, third))
    desk.run(join(first, second))
    assert {second, third}.isdisjoint(ids(desk))
    assert len(ids(desk)) == 10


def test_a_hand_made_half_goes_without_a_trace(desk, project):
    first = ids(desk)[0]
    start = dump(project)
    desk.run(split(first, 278))
    second = ids(desk)[1]
    desk.run(join(first, second))
    assert seen(desk, first).fragments == (Span(88, 248), Span(278, 342))
    assert dump(project)["settled"] == []
    desk.undo()
    desk.undo()
    assert dump(project) == start


def test_a_quote_is_not_joined_with_itself(desk):
    with pytest.raises(UserMistake, match="with itself"):
        desk.run(join(ids(desk)[0], ids(desk)[0]))
