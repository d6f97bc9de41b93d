import pytest

from core.formats.line.flaws import Flaw
from core.formats.line.roster import Roster
from core.formats.line.wire import WireSpeaker
from core.model.identity import suggested_speaker_id


@pytest.fixture
def roster():
    roster = Roster("sha")
    roster.enter("speakers[0]", WireSpeaker(id="s1", name="Ana Smith", aliases=["Smith"]), {"name": "Ana Smith"})
    roster.enter("speakers[1]", WireSpeaker(id="s2", name="Smith"), {"name": "Smith"})
    return roster


def test_a_name_is_found_before_an_alias(roster):
    assert roster.named(None, "Smith") == ("s2", "Smith")
    assert roster.named(None, "Ana Smith") == ("s1", "Ana Smith")


def test_an_id_gives_the_canonical_name(roster):
    assert roster.named("s1", None) == ("s1", "Ana Smith")
    assert roster.named("s1", "Smith") == ("s1", "Ana Smith")


def test_another_name_than_the_ids_is_refused(roster):
    with pytest.raises(Flaw, match=r"^speaker_name: “Ben” is not the name of speaker s1, “Ana Smith”"):
        roster.named("s1", "Ben")


def test_who_is_missing_is_added(roster):
    assert roster.named(None, "Ben") == (suggested_speaker_id("sha", "Ben"), "Ben")
    assert roster.named("s9", "Cleo") == ("s9", "Cleo")
    assert [speaker.name for speaker in roster.speakers] == ["Ana Smith", "Smith", "Ben", "Cleo"]


def test_nothing_means_nobody(roster):
    assert roster.named(None, None) == (None, None)
    assert roster.named(None, "") == (None, None)


def test_an_id_that_belongs_to_somebody_else_now_is_not_given_twice():
    roster = Roster("sha")
    old = suggested_speaker_id("sha", "Ben")
    roster.enter("speakers[0]", WireSpeaker(id=old, name="Benjamin"), {})
    fresh, name = roster.named(None, "Ben")
    assert (name, fresh != old) == ("Ben", True)


def test_candidates_keep_the_name_they_show(roster):
    assert roster.pointed_at("s1", "Ana") == ("s1", "Ana")
    assert roster.pointed_at("s1", None) == ("s1", "Ana Smith")
    assert roster.pointed_at(None, "a man") == (None, "a man")
    assert roster.pointed_at("s7", "Dan") == ("s7", "Dan")
    with pytest.raises(Flaw, match=r"^speaker_id: s8 is not among the speakers"):
        roster.pointed_at("s8", None)
