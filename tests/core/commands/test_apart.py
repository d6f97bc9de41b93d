"""Two who look like one are told apart, once."""

import pytest

from core.commands.apart import KeepApart
from core.errors import UserMistake
from core.model.alike import APART
from core.model.records import Speaker
from tests.support.projects import empty_desk, line, quote


def test_it_is_noted_with_the_first(desk):
    one, other = desk.queries.speakers()
    change = desk.run(KeepApart(speaker_id=one.id, other_id=other.id))
    assert (change.code, change.speakers) == ("apart", {one.id})
    assert desk.queries.speakers()[0].extra == {APART: [other.id]}
    with pytest.raises(UserMistake, match="kept apart already"):
        desk.run(KeepApart(speaker_id=one.id, other_id=other.id))
    desk.undo()
    assert desk.queries.speakers()[0].extra == {}


def test_two_are_needed(desk):
    one = desk.queries.speakers()[0].id
    for other in (one, "nobody"):
        with pytest.raises(UserMistake, match="no two speakers"):
            desk.run(KeepApart(speaker_id=one, other_id=other))


@pytest.mark.parametrize("foreign", [5, "ab", None, {"a": 1}, [1]])
def test_what_a_file_keeps_in_that_place_stays_and_the_other_one_takes_the_note(foreign):
    cast = (Speaker(id="a", name="Li", extra={APART: foreign}), Speaker(id="b", name="Bo Li"))
    with empty_desk(line("“Yes,” he said.", quote(0, 6), speakers=cast)) as desk:
        desk.run(KeepApart(speaker_id="a", other_id="b"))
        assert {each.id: each.extra for each in desk.queries.speakers()} == {"a": {APART: foreign}, "b": {APART: ["a"]}}
        with pytest.raises(UserMistake, match="kept apart already"):
            desk.run(KeepApart(speaker_id="a", other_id="b"))


def test_where_a_file_keeps_something_with_both_it_is_refused():
    cast = tuple(Speaker(id=each, name=each, extra={APART: 7}) for each in "ab")
    brought = line("“Yes,” he said.", quote(0, 6), speakers=cast)
    with empty_desk(brought) as desk, pytest.raises(UserMistake, match=r"a and b are two.* Nothing was changed\."):
        desk.run(KeepApart(speaker_id="a", other_id="b"))
