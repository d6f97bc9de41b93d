"""Whom people have said an incoming speaker to be, told by the history."""

import sqlite3
from contextlib import contextmanager

import pytest

from core.commands.apart import KeepApart
from core.commands.roster import EditSpeaker, MergeSpeakers
from core.model.alike import APART
from core.model.identity import suggested_speaker_id
from core.model.records import Speaker
from core.store import engine as engines
from core.store.former import Former
from tests.support.projects import empty_desk, line, opened, quote

DRAWN = suggested_speaker_id("", "Bo")
CAST = (
    Speaker(id="a", name="Ann", aliases=("A.",), external_id="Q1"),
    Speaker(id=DRAWN, name="Bo", aliases=("B.",), external_id="Q2"),
    Speaker(id="c", name="Cid"),
    Speaker(id="d", name="Dee"),
)


@pytest.fixture
def desk():
    with empty_desk(line("“Yes,” he said.", quote(0, 6), speakers=CAST)) as found:
        yield found


@contextmanager
def former(desk):
    engine = engines.connect(desk.path)
    with engine.connect() as connection:
        yield Former(connection)
    engine.dispose()


def now(desk, name="", id="new", **more):
    with former(desk) as found:
        return found.now(Speaker(id=id, name=name, **more))


def merge(desk, kept, gone):
    return desk.run(MergeSpeakers(kept_id=kept, gone_id=gone))


def rename(desk, speaker, name, **more):
    return desk.run(EditSpeaker(speaker_id=speaker, name=name, **more))


def test_who_was_merged_away_is_the_one_who_stayed(desk):
    assert now(desk, "Bo") is None
    merge(desk, "a", DRAWN)
    assert now(desk, "Bo") == "a"
    assert now(desk, "Bobby", id=DRAWN) == "a"
    assert now(desk, "Bobby", external_id="Q2") == "a"
    assert now(desk, "B.") is None, "an alias that a model brought is nobody's word"
    assert now(desk, "A.") is None


def test_a_short_id_tells_nothing_without_a_name(desk):
    merge(desk, "a", "c")
    assert now(desk, "Somebody", id="c") is None
    assert now(desk, "Cid", id="c") == "a"


def test_even_if_the_name_was_an_alias_before(desk):
    desk.run(EditSpeaker(speaker_id="a", aliases=("Cid",)))
    merge(desk, "a", "c")
    assert now(desk, "Cid") == "a"


def test_who_was_renamed_is_still_found_by_each_old_name(desk):
    rename(desk, "c", "Sid")
    rename(desk, "c", "Sidney", aliases=())
    assert (now(desk, "Cid"), now(desk, "Sid")) == ("c", "c")


def test_a_chain_is_followed_to_its_end(desk):
    rename(desk, "c", "Sid")
    merge(desk, "d", "c")
    merge(desk, "a", "d")
    rename(desk, "a", "Anna")
    assert {now(desk, name) for name in ("Cid", "Sid", "Dee", "Ann")} == {"a"}


def test_other_identifiers_are_other_people(desk):
    merge(desk, "a", DRAWN)
    assert now(desk, "Bo", external_id="Q1") == now(desk, "Bo", external_id="Q2") == "a"
    assert now(desk, "Bo", external_id="Q3") is None
    assert now(desk, "Bo", id=DRAWN, external_id="Q3") is None
    rename(desk, "c", "Sid")
    assert now(desk, "Cid", external_id="Q3") == "c", "nothing is known that speaks against it"


def test_who_was_told_apart_stays_so(desk):
    rename(desk, "c", "Sid")
    desk.run(KeepApart(speaker_id="c", other_id="d"))
    assert now(desk, "Cid", id="d") is None
    assert now(desk, "Cid", extra={APART: ["c"]}) is None


def test_what_two_were_called_is_certain_of_neither(desk):
    rename(desk, "c", "Sid")
    rename(desk, "d", "Cid")
    assert now(desk, "Cid") == "c"
    rename(desk, "d", "Didi")
    assert now(desk, "Cid") is None


def test_only_steps_that_hold_count(desk):
    merge(desk, "a", DRAWN)
    desk.undo()
    assert now(desk, "Bo") is None
    desk.redo()
    assert now(desk, "Bo") == "a"
    desk.revert(desk.queries.history()[0].revision)
    assert now(desk, "Bo") is None
    desk.undo()
    assert now(desk, "Bo") == "a"
    renamed = rename(desk, "c", "Sid")
    desk.revert(renamed.revision)
    assert now(desk, "Cid") is None
    merge(desk, "d", "c")
    with opened(desk.path, "ben") as ben:
        assert now(ben, "Cid") == "d", "the roster is everybody's"


def test_who_is_no_longer_in_the_roster_is_nobody(desk):
    merge(desk, "a", "c")
    merge(desk, "d", "a")
    desk.undo()
    assert now(desk, "Cid") == "a"
    with sqlite3.connect(desk.path) as connection:
        connection.execute("DELETE FROM speaker WHERE id = 'a'")
    connection.close()
    assert now(desk, "Cid") is None


def test_what_a_file_keeps_in_that_place_tells_nobody_apart():
    cast = (Speaker(id="a", name="Ann", extra={APART: 5}), Speaker(id="b", name="Bo"))
    with empty_desk(line("“Yes,” he said.", quote(0, 6), speakers=cast)) as desk:
        merge(desk, "a", "b")
        assert now(desk, "Bo", extra={APART: "a"}) == "a"
