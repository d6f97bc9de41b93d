"""Two who look like one are told apart, once."""

import pytest

from core.commands.apart import KeepApart
from core.errors import UserMistake
from core.model.alike import APART


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
