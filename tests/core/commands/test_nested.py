"""Quotes inside a quote that is split, joined, moved or rejected; one undo puts them back."""

import pytest

from core.commands.boundaries import JoinQuotes, MoveBoundaries, SplitQuote
from core.commands.nesting import NestQuote
from core.commands.new_quote import AddQuote
from core.commands.review import RejectQuote
from core.model.records import SecondSpeaker, Speaker
from core.model.spans import Span
from core.model.terms import Reason, Relation
from tests.support.projects import act, dump, empty_desk, line, quote

TEXT = "“He told me: ‘Go now.’ I went. She said: ‘Come.’ So what.” “And ‘this’ too,” he said."
OUTER, OTHER = quote(0, 58, id="outer", parent="whole"), quote(59, 77, id="other")
FIRST, SECOND = quote(13, 22, id="first", parent="outer"), quote(41, 48, id="second", parent="outer")
THIRD = quote(64, 70, id="third", parent="other")
WHOLE = quote(0, len(TEXT), id="whole")
ANA = Speaker(id="ana", name="Ana")
AT = {"document_id": "doc", "act": act()}


def parents(desk):
    return {each.id: each.parent for each in desk.queries.article("doc").quotes}


def changed(desk, *, first="outer", second="outer", third="other", **more):
    wanted = {"whole": None, "outer": "whole", "other": None, "first": first, "second": second, "third": third}
    return {key: parent for key, parent in (wanted | more).items() if parent != "gone"}


@pytest.fixture(params=[None, "ana"])
def desk(request):
    quotes = (WHOLE, OUTER, FIRST, SECOND, OTHER, THIRD)
    with empty_desk(line(TEXT, *quotes, annotator=request.param)) as made:
        yield made


def test_after_a_split_they_hang_on_the_part_that_holds_them(desk):
    start = dump(desk.path)
    desk.run(SplitQuote(**AT, quote_id="outer", at=31))
    new = next(key for key in parents(desk) if key not in changed(desk))
    assert parents(desk) == changed(desk, second=new, **{new: "whole"})
    desk.undo()
    assert dump(desk.path) == start


def test_one_that_the_cut_goes_through_belongs_to_what_is_around(desk):
    desk.run(SplitQuote(**AT, quote_id="outer", at=16))
    assert parents(desk)["first"] == "whole"


@pytest.mark.parametrize("reasons", [(None,), (None, Reason.SCARE)])
def test_after_a_rejection_they_belong_to_what_is_around(desk, reasons):
    start = dump(desk.path)
    for reason in reasons:
        desk.run(RejectQuote(**AT, quote_id="outer", reason=reason))
    assert parents(desk) == changed(desk, first="whole", second="whole", outer="gone")
    desk.run(RejectQuote(**AT, quote_id="other"))
    assert parents(desk)["third"] is None
    desk.undo()
    desk.undo()
    assert dump(desk.path) == start


def test_a_quote_of_ones_own_that_is_taken_away_leaves_nothing_hanging(desk):
    new = desk.run(AddQuote(**AT, fragments=(Span(10, 50),)))
    ((_, made),) = new.quotes
    desk.run(NestQuote(**AT, quote_id=made, parent="outer"))
    desk.run(NestQuote(**AT, quote_id="first", parent=made))
    desk.run(RejectQuote(**AT, quote_id=made))
    assert parents(desk) == changed(desk)


def test_moved_edges_let_go_of_what_is_outside_and_of_what_was_around(desk):
    start = dump(desk.path)
    desk.run(MoveBoundaries(**AT, quote_id="outer", fragments=(Span(0, 30),)))
    assert parents(desk) == changed(desk, second="whole")
    desk.run(MoveBoundaries(**AT, quote_id="outer", fragments=(Span(0, 25),)))
    desk.undo()
    assert dump(desk.path) == start, "nudged twice it is one step, with what hangs on it"
    desk.run(MoveBoundaries(**AT, quote_id="third", fragments=(Span(50, 70),)))
    assert parents(desk) == changed(desk, third=None)
    desk.run(MoveBoundaries(**AT, quote_id="first", fragments=(Span(13, 62),)))
    assert parents(desk) == changed(desk, third=None, first="whole")


def test_after_a_join_they_hang_on_the_joined_one(desk):
    start = dump(desk.path)
    desk.run(JoinQuotes(**AT, quote_id="outer", other_id="other"))
    assert parents(desk) == changed(desk, third="outer", other="gone")
    desk.undo()
    assert dump(desk.path) == start


@pytest.mark.parametrize(("one", "other"), [("inner", "pieces"), ("pieces", "inner")])
def test_joined_with_the_one_around_it_nothing_hangs_on_itself(one, other):
    pieces = quote(0, 58, id="pieces", fragments=(Span(0, 12), Span(31, 58)))
    inner, between = quote(14, 20, id="inner", parent="between"), quote(0, 58, id="between", parent="pieces")
    with empty_desk(line(TEXT, pieces, between, inner)) as desk:
        start = dump(desk.path)
        desk.run(JoinQuotes(**AT, quote_id=one, other_id=other))
        assert parents(desk) in ({one: None, "between": one}, {one: "between", "between": None})
        desk.undo()
        assert dump(desk.path) == start


def test_second_speakers_stay_with_both_halves_and_with_what_is_joined():
    ana = SecondSpeaker(relation=Relation.JOINT, speaker_id="ana", speaker_name="Ana", mention=Span(1, 3))
    aide = SecondSpeaker(relation=Relation.RELAYED_BY, speaker_name="an aide")
    quotes = (quote(0, 58, id="one", more_speakers=(ana,)), quote(59, 77, id="two", more_speakers=(aide,)))
    with empty_desk(line(TEXT, *quotes, speakers=(ANA,))) as desk:
        start = dump(desk.path)
        desk.run(SplitQuote(**AT, quote_id="one", at=31))
        assert [each.more_speakers for each in desk.queries.article("doc").quotes] == [(ana,), (ana,), (aide,)]
        half = desk.queries.article("doc").quotes[1].id
        desk.run(JoinQuotes(**AT, quote_id="one", other_id=half))
        desk.run(JoinQuotes(**AT, quote_id="one", other_id="two"))
        assert [each.more_speakers for each in desk.queries.article("doc").quotes] == [(ana, aide)]
        for _ in range(3):
            desk.undo()
        assert dump(desk.path) == start
