"""Many decisions, one step."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.bulk import InBulk
from core.commands.quotes import FlagQuote, SetKind
from core.errors import UserMistake
from core.model.terms import Kind, Status, Via
from tests.support.projects import act, dump, empty_desk, ids, line, quote, seen


def test_all_are_one_step(desk, project):
    start = dump(project)
    every = ids(desk)
    change = desk.run(
        InBulk(commands=tuple(AcceptSuggestion(document_id="seed", quote_id=each, act=act(Via.BULK)) for each in every))
    )
    assert (change.code, change.words) == ("bulk", {"count": "12", "of": "accept"})
    assert change.quotes == {("seed", each) for each in every}
    assert all(seen(desk, each).decided.via is Via.BULK for each in every)
    assert len(desk.queries.history(document_id="seed")) == 1
    desk.undo()
    assert dump(project) == start


def test_the_same_quote_twice_and_articles_together():
    with empty_desk(line("Yes. No.", quote(0, 3)), line("Go now.", quote(0, 2), id="other")) as desk:
        name = AssignSpeaker(document_id="doc", quote_id="q0-3", name="Ana Ruiz", act=act(Via.BULK))
        flag = FlagQuote(document_id="doc", quote_id="q0-3", flagged=True)
        other = AssignSpeaker(document_id="other", quote_id="q0-2", name="Ana Ruiz", act=act(Via.BULK))
        change = desk.run(InBulk(commands=(name, flag, other)))
        assert change.documents == {"doc", "other"}
        assert (seen(desk, "q0-3", "doc").flagged, seen(desk, "q0-3", "doc").status) == (True, Status.CORRECTED)
        assert [each.name for each in desk.queries.speakers()] == ["Ana Ruiz"]
        desk.undo()
        assert desk.queries.speakers() == []


def test_one_that_is_refused_refuses_all(desk, project):
    start = dump(project)
    one, two = ids(desk)[:2]
    orders = tuple(
        SetKind(document_id="seed", quote_id=each, kind=kind, act=act(Via.BULK))
        for each, kind in ((one, Kind.MIXED), (two, Kind.DIRECT))
    )
    with pytest.raises(UserMistake, match="is direct already"):
        desk.run(InBulk(commands=orders))
    with pytest.raises(UserMistake, match="No quote is selected"):
        desk.run(InBulk(commands=()))
    assert dump(project) == start
