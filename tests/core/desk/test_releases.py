"""A release is the same for ever."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.roster import EditSpeaker
from core.desk.diff import difference
from core.desk.manifest import Chosen
from core.errors import UserMistake
from tests.support.projects import act, ids, line


def bytes_of(desk, out, **chosen):
    desk.export(out, Chosen(**{"format": "jsonl", "which": "all"} | chosen))
    return out.read_bytes()


def test_a_release_gives_the_same_bytes_whatever_is_edited_later(desk, tmp_path):
    first, second = ids(desk)[:2]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    made = desk.release(" 2026-11 ")
    assert (made.name, made.articles, made.quotes, made.annotator) == ("2026-11", 1, 12, "ana")
    before = {which: bytes_of(desk, tmp_path / "x", which=which, release="2026-11") for which in ("all", "checked")}
    assert before["all"] == bytes_of(desk, tmp_path / "now")
    assert before["checked"] == bytes_of(desk, tmp_path / "now", which="checked")
    desk.run(AssignSpeaker(document_id="seed", quote_id=second, name="Somebody Else", act=act()))
    speaker = desk.queries.speakers()[0]
    desk.run(EditSpeaker(speaker_id=speaker.id, name="Renamed"))
    desk.bring_in([line("Other words.", id="other")])
    for which, wanted in before.items():
        assert bytes_of(desk, tmp_path / "x", which=which, release="2026-11") == wanted
    assert before["all"] != bytes_of(desk, tmp_path / "now")
    assert bytes_of(desk, tmp_path / "nobody's", release="2026-11", annotator="nobody") == b""


def test_releases_are_listed_and_compared(desk):
    first = ids(desk)[0]
    desk.release("one")
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    desk.release("two")
    assert [each.name for each in desk.queries.releases()] == ["one", "two"]
    found = difference(desk.dataset("one"), desk.dataset("two"))
    accepted = [each for each in found.changes if each.annotator == "ana" and each.what == "added"]
    assert first in {each.quote_id for each in accepted}


def test_what_did_not_change_is_kept_once(desk, project):
    desk.release("one")
    size = project.stat().st_size
    for number in range(5):
        desk.release(f"again {number}")
    assert project.stat().st_size == size


def test_a_name_is_taken_once_and_an_empty_project_has_no_release(desk, empty):
    desk.release("one")
    with pytest.raises(UserMistake, match="release one already"):
        desk.release("one")
    with pytest.raises(UserMistake, match="needs a name"):
        desk.release("  ")
    with pytest.raises(UserMistake, match="no articles"):
        empty.release("one")
    assert empty.queries.releases() == []
    with pytest.raises(UserMistake, match=r"no release two in this project.*There are: one"):
        list(desk.dataset("two"))
