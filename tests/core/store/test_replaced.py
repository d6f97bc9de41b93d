"""Undo of what a labelling has replaced since: the rest comes back, and every row names somebody of the roster."""

from itertools import chain

import pytest
from msgspec import structs

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.roster import EditSpeaker, MergeSpeakers
from core.errors import UserMistake
from core.model.records import SecondSpeaker
from core.model.terms import Relation, SpeakerType, Status
from tests.support.projects import NEWER, act, dump, ids, line, opened, quote, rows, seed_line, seen

TEXT = "“Yes,” they said. “No,” they said."


def named(name, start, end, **fields):
    """A suggestion by a speaker of that name."""
    return quote(start, end, speaker_id=f"id of {name}", speaker_name=name, speaker_type=SpeakerType.NAMED, **fields)


def both(*more):
    """An article with a quote of Ann and one of Bo."""
    return line(TEXT, named("Ann", 0, 6), named("Bo", 18, 23, more_speakers=more), id="other")


def roster(desk):
    return {each.name: each for each in desk.queries.speakers()}


def merge(desk, kept, gone):
    known = roster(desk)
    return desk.run(MergeSpeakers(kept_id=known[kept].id, gone_id=known[gone].id))


def accept(desk, quote_id, document_id="seed"):
    return desk.run(AcceptSuggestion(document_id=document_id, quote_id=quote_id, act=act()))


def check_names(path):
    """Whoever a quote, a candidate or a second speaker names is in the roster."""
    known = {row["id"] for row in rows(path, "SELECT id FROM speaker")}
    found = chain.from_iterable(dump(path)[table] for table in ("quote", "second_speaker", "cast_member"))
    assert {row["speaker_id"] for row in found} - {None} <= known
    offered = rows(path, "SELECT json_extract(value, '$.speaker_id') AS id FROM quote, json_each(candidates)")
    assert {row["id"] for row in offered} - {None} <= known


def test_a_merge_comes_back_after_a_labelling(desk, project):
    mine = next(each for each in ids(desk) if seen(desk, each).speaker_name == "Lukashenko")
    before = dump(project)
    accept(desk, mine)
    before_merge = roster(desk)
    merge(desk, "Lavrov", "Lukashenko")
    assert seen(desk, mine).speaker_name == "Lavrov"
    desk.take_labels(seed_line(model=NEWER))
    desk.undo()
    assert roster(desk) == before_merge
    assert (seen(desk, mine).speaker_name, seen(desk, mine).status) == ("Lukashenko", Status.ACCEPTED)
    check_names(project)
    desk.redo()
    assert seen(desk, mine).speaker_name == "Lavrov"
    assert roster(desk)["Lavrov"].aliases == ("Lukashenko",)
    check_names(project)
    desk.undo()
    desk.undo()
    assert seen(desk, mine).status is Status.SUGGESTED
    assert not desk.queries.can_undo()
    assert dump(project)["speaker"] == before["speaker"]


def test_suggestions_that_look_as_the_step_left_them_come_back_too(desk):
    desk.bring_in([both()])
    merge(desk, "Ann", "Bo")
    desk.take_labels(line(TEXT, named("Ann", 0, 6), named("Ann", 18, 23), id="other"))
    desk.undo()
    assert [each.speaker_name for each in desk.queries.article("other").quotes] == ["Ann", "Bo"]
    desk.redo()
    assert [each.speaker_name for each in desk.queries.article("other").quotes] == ["Ann", "Ann"]


@pytest.mark.parametrize("which", ["gone", "there still"])
def test_a_second_speaker_who_was_taken_out_does_not_come_back_into_a_new_suggestion(desk, project, which):
    desk.bring_in([both(SecondSpeaker(relation=Relation.JOINT, speaker_id="id of Ann", speaker_name="Ann"))])
    merge(desk, "Ann", "Bo")
    assert dump(project)["second_speaker"] == []
    quotes = [named("Ann", 0, 6), named("Ann", 18, 23)]
    desk.take_labels(line(TEXT, *quotes[: 1 if which == "gone" else 2], id="other"))
    desk.undo()
    assert {"Ann", "Bo"} <= roster(desk).keys()
    assert dump(project)["second_speaker"] == []
    desk.redo()
    check_names(project)


def test_a_speaker_whom_new_suggestions_name_stays_when_the_merge_is_done_again(desk, project):
    desk.bring_in([both()])
    accept(desk, "q18-23", "other")
    merge(desk, "Ann", "Bo")
    desk.undo()
    new = line(TEXT, named("Ann", 0, 6), named("Bo", 18, 22, id="new"), named("Bo", 24, 28, id="more"), id="other")
    desk.take_labels(new)
    desk.redo()
    quotes = {each.id: each for each in desk.queries.article("other").quotes}
    assert (quotes["q18-23"].speaker_name, quotes["more"].speaker_name) == ("Ann", "Bo")
    check_names(project)


def test_what_a_person_changed_since_is_refused_still(desk, project):
    mine = next(each for each in ids(desk) if seen(desk, each).speaker_name == "Lukashenko")
    with opened(project, "ben") as other:
        accept(other, mine)
        merge(desk, "Lavrov", "Lukashenko")
        other.run(AssignSpeaker(document_id="seed", quote_id=mine, name="Ana Ruiz", act=act()))
        desk.take_labels(seed_line(model=NEWER))
        before = dump(project)
        with pytest.raises(UserMistake, match="ben has changed the same quote"):
            desk.undo()
        assert dump(project) == before


def test_suggestions_that_another_merge_changed_after_the_labelling_are_refused_still(desk, project):
    desk.bring_in([both(), line("“So,” she said.", named("Cy", 0, 5), id="third")])
    desk.run(EditSpeaker(speaker_id=roster(desk)["Ann"].id, aliases=("Bo",)))
    desk.take_labels(structs.replace(both(), layer=structs.replace(both().layer, model=NEWER)))
    merge(desk, "Ann", "Bo")
    with opened(project, "ben") as other:
        merge(other, "Cy", "Ann")
        with pytest.raises(UserMistake, match="ben has changed the same"):
            desk.undo()
