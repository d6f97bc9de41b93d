"""Speakers renamed, merged and split: every article shows it, and one undo takes it back."""

import pytest
from msgspec import structs

from core.commands.apart import KeepApart
from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.review import RejectQuote
from core.commands.roster import OTHER_IDS, EditSpeaker, MergeSpeakers, SplitSpeaker
from core.commands.second_speakers import AddSecondSpeaker
from core.errors import UserMistake
from core.model.alike import APART
from core.model.records import Candidate, Speaker
from core.model.terms import Relation, SpeakerKind, SpeakerType, Status
from tests.support.projects import act, dump, empty_desk, ids, line, opened, quote, seed_line, seen


def who(desk, name):
    return next(each for each in desk.queries.speakers() if each.name == name)


def by(desk, name):
    return [each.id for each in desk.queries.article("seed").quotes if each.speaker_name == name]


def test_a_new_name_stands_everywhere(desk):
    lavrov = who(desk, "Lavrov")
    change = desk.run(EditSpeaker(speaker_id=lavrov.id, name=" Sergey  Lavrov ", aliases=("Lavrov", "", "Lavrov")))
    assert (change.code, change.speakers) == ("rename", {lavrov.id})
    assert change.words == {"speaker": "Sergey Lavrov", "before": "Lavrov"}
    assert who(desk, "Sergey Lavrov").aliases == ("Lavrov",)
    assert len(by(desk, "Sergey Lavrov")) == 5
    first = seen(desk, ids(desk)[0])
    assert {each.name for each in first.candidates} == {"Lukashenko", "Sergey Lavrov"}


def test_the_old_name_still_finds_who_was_renamed(desk, project):
    start = dump(project)
    lavrov = who(desk, "Lavrov")
    for name in ("Sergey Lavrov", "S. Lavrov", "Lavrov"):
        desk.run(EditSpeaker(speaker_id=lavrov.id, name=name))
    assert who(desk, "Lavrov").aliases == ("Sergey Lavrov", "S. Lavrov")
    for _ in range(3):
        desk.undo()
    assert dump(project) == start
    desk.run(EditSpeaker(speaker_id=lavrov.id, name="Sergey Lavrov", aliases=()))
    assert who(desk, "Sergey Lavrov").aliases == ()


def test_other_things_about_a_speaker(desk):
    lavrov = who(desk, "Lavrov")
    uri = "https://www.wikidata.org/wiki/Q58217"
    change = desk.run(EditSpeaker(speaker_id=lavrov.id, external_id=uri, kind=SpeakerKind.PERSON))
    assert change.code == "speaker"
    assert (who(desk, "Lavrov").external_id, who(desk, "Lavrov").kind) == (uri, SpeakerKind.PERSON)
    desk.run(EditSpeaker(speaker_id=lavrov.id, external_id=""))
    assert who(desk, "Lavrov").external_id is None
    with pytest.raises(UserMistake, match="is called so already"):
        desk.run(EditSpeaker(speaker_id=lavrov.id, name="Lavrov", aliases=()))


@pytest.mark.parametrize(("name", "told"), [(" ", "needs a name"), ("Lukashenko", "Merge the two")])
def test_a_name_that_is_none_or_somebodys_is_refused(desk, name, told):
    with pytest.raises(UserMistake, match=told):
        desk.run(EditSpeaker(speaker_id=who(desk, "Lavrov").id, name=name))


def test_merged_speakers_are_one_in_every_layer(desk, project):
    first, second = ids(desk)[:2]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    with opened(project, "ben") as ben:
        ben.run(AcceptSuggestion(document_id="seed", quote_id=second, act=act()))
    start = dump(project)
    kept, gone = who(desk, "Lavrov"), who(desk, "Lukashenko")
    change = desk.run(MergeSpeakers(kept_id=kept.id, gone_id=gone.id))
    assert (change.code, change.words) == ("merge", {"speaker": "Lavrov", "before": "Lukashenko", "kept": kept.id})
    assert change.speakers == {kept.id, gone.id}
    assert [(each.name, each.aliases) for each in desk.queries.speakers()] == [("Lavrov", ("Lukashenko",))]
    assert len(by(desk, "Lavrov")) == 12
    assert seen(desk, first).status is Status.ACCEPTED
    (only,) = seen(desk, first).candidates
    assert (only.name, only.confidence) == ("Lavrov", pytest.approx(0.95))
    with opened(project, "ben") as ben:
        assert seen(ben, second).speaker_name == "Lavrov"
    desk.undo()
    assert dump(project) == start


def test_a_merged_speaker_goes_from_candidates_whatever_their_id_looks_like():
    strange = 'a"1\\'
    offered = (Candidate(name="Bobby", speaker_id="b", confidence=0.6), Candidate(name="Bob", speaker_id=strange))
    cast = (Speaker(id=strange, name="Bob"), Speaker(id="b", name="Bobby"))
    with empty_desk(line("“Yes,” he said.", quote(0, 6, candidates=offered), speakers=cast)) as desk:
        desk.run(MergeSpeakers(kept_id="b", gone_id=strange))
        assert [each.speaker_id for each in seen(desk, "q0-6", "doc").candidates] == ["b"]


def test_who_was_told_apart_stays_so_and_what_a_speaker_is_is_kept():
    cast = tuple(Speaker(id=each, name=each.upper(), extra={"note": each}) for each in "abcd")
    cast = (*cast, Speaker(id="e", name="E", kind=SpeakerKind.GROUP))
    with empty_desk(line("“Yes,” he said.", quote(0, 6), speakers=cast)) as desk:
        for one, other in ("bc", "db", "ab", "ad"):
            desk.run(KeepApart(speaker_id=one, other_id=other))
        start = dump(desk.path)
        desk.run(MergeSpeakers(kept_id="a", gone_id="b"))
        assert (who(desk, "A").extra, who(desk, "D").extra) == (
            {"note": "a", APART: ["d", "c"]},
            {"note": "d", APART: ["a"]},
        )
        desk.undo()
        assert dump(desk.path) == start
        desk.run(MergeSpeakers(kept_id="a", gone_id="e"))
        assert who(desk, "A").kind is SpeakerKind.GROUP
        desk.run(MergeSpeakers(kept_id="a", gone_id="c"))
        assert who(desk, "A").kind is SpeakerKind.GROUP, "one who is known to be something stays so"


def test_second_speakers_are_merged_and_nobody_is_their_own_second(desk):
    first, second = ids(desk)[:2]
    for each, name in ((first, "Lavrov"), (first, "TASS"), (second, "Tass agency")):
        relation = Relation.RELAYED_BY if "ass" in name.lower() else Relation.JOINT
        desk.run(AddSecondSpeaker(document_id="seed", quote_id=each, relation=relation, name=name, act=act()))
    desk.run(MergeSpeakers(kept_id=who(desk, "TASS").id, gone_id=who(desk, "Tass agency").id))
    assert [each.speaker_name for each in seen(desk, second).more_speakers] == ["TASS"]
    desk.run(MergeSpeakers(kept_id=who(desk, "Lukashenko").id, gone_id=who(desk, "Lavrov").id))
    assert [each.speaker_name for each in seen(desk, first).more_speakers] == ["TASS"]
    desk.undo()
    assert [each.speaker_name for each in seen(desk, first).more_speakers] == ["Lavrov", "TASS"]


def test_what_can_not_be_merged(desk):
    lavrov = who(desk, "Lavrov").id
    for kept, gone in ((lavrov, lavrov), (lavrov, "nobody"), ("nobody", lavrov)):
        with pytest.raises(UserMistake, match="Nothing was changed"):
            desk.run(MergeSpeakers(kept_id=kept, gone_id=gone))


def test_split_off_in_one_article(desk, project):
    desk.bring_in([structs.replace(seed_line(id="again"), document=structs.replace(seed_line().document, id="again"))])
    first, second, *_ = by(desk, "Lavrov")
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    start = dump(project)
    order = SplitSpeaker(
        speaker_id=who(desk, "Lavrov").id, document_id="seed", quote_ids=(first, second, ids(desk)[0]), name="A. Lavrov"
    )
    change = desk.run(order)
    assert change.words == {"speaker": "A. Lavrov", "before": "Lavrov", "count": "2"}
    assert by(desk, "A. Lavrov") == [first, second]
    assert (seen(desk, first).status, seen(desk, second).status) == (Status.CORRECTED, Status.SUGGESTED)
    assert {seen(desk, each).decided.suggestion.speaker_name for each in (first, second)} == {"Lavrov"}
    assert seen(desk, first).candidates[0].name == "A. Lavrov"
    desk.undo()
    assert dump(project) == start


def split(quote_id, speaker_id, document_id="seed"):
    return SplitSpeaker(speaker_id=speaker_id, document_id=document_id, quote_ids=(quote_id,), name="Somebody Else")


@pytest.mark.parametrize("checked", [True, False])
def test_a_quote_that_is_split_off_keeps_what_was_suggested(desk, checked):
    quote_id = by(desk, "Lavrov")[0]
    lavrov = who(desk, "Lavrov").id
    at = {"document_id": "seed", "quote_id": quote_id, "act": act()}
    if checked:
        desk.run(AcceptSuggestion(**at))
    desk.run(split(quote_id, lavrov))
    now = seen(desk, quote_id)
    assert now.status is (Status.CORRECTED if checked else Status.SUGGESTED)
    assert (now.speaker_name, now.decided.suggestion.speaker_name) == ("Somebody Else", "Lavrov")
    desk.run(AcceptSuggestion(**at))
    now = seen(desk, quote_id)
    assert (now.status, now.decided.suggestion.speaker_name) == (Status.CORRECTED, "Lavrov")
    desk.run(AssignSpeaker(**at, speaker_id=lavrov))
    assert seen(desk, quote_id).status is Status.ACCEPTED


@pytest.mark.parametrize(
    ("status", "then"),
    [(Status.ADDED, Status.ADDED), (Status.ACCEPTED, Status.CORRECTED), (Status.CORRECTED, Status.CORRECTED)],
)
def test_a_quote_from_a_file_that_is_split_off_stays_checked(status, then):
    one = quote(0, 6, status=status, speaker_id="a", speaker_name="Al", speaker_type=SpeakerType.NAMED)
    with empty_desk(line("“Yes,” he said.", one, annotator="ana")) as desk:
        desk.run(split(one.id, "a", "doc"))
        now = seen(desk, one.id, "doc")
        assert (now.status, now.speaker_name) == (then, "Somebody Else")


def test_a_quote_that_was_rejected_is_not_split_off(desk):
    quote_id = by(desk, "Lavrov")[0]
    desk.run(RejectQuote(document_id="seed", quote_id=quote_id, act=act()))
    with pytest.raises(UserMistake, match="None of these quotes"):
        desk.run(split(quote_id, who(desk, "Lavrov").id))


@pytest.mark.parametrize(
    ("name", "quotes", "told"),
    [("Lavrov", 1, "another name"), ("", 1, "another name"), ("Lukashenko", 1, "in the roster"), ("New", 0, "None of")],
)
def test_a_split_that_is_none_is_refused(desk, name, quotes, told):
    order = SplitSpeaker(
        speaker_id=who(desk, "Lavrov").id, document_id="seed", quote_ids=tuple(by(desk, "Lavrov")[:quotes]), name=name
    )
    with pytest.raises(UserMistake, match=told):
        desk.run(order)


def test_a_speaker_merged_away_can_not_be_assigned(desk):
    gone = who(desk, "Lukashenko").id
    desk.run(MergeSpeakers(kept_id=who(desk, "Lavrov").id, gone_id=gone))
    with pytest.raises(UserMistake, match="no longer in the roster"):
        desk.run(AssignSpeaker(document_id="seed", quote_id=ids(desk)[0], speaker_id=gone, act=act()))


@pytest.mark.parametrize("foreign", [5, "ab", None, {"b": 1}, ["b", 1]])
def test_a_merge_leaves_what_a_file_keeps_where_it_is_noted_who_is_apart(foreign):
    cast = (
        Speaker(id="a", name="Bo Li", extra={APART: foreign}),
        Speaker(id="b", name="B. Li", extra={APART: ["c"]}),
        Speaker(id="c", name="Li", extra={APART: foreign}),
        Speaker(id="d", name="Mr Li"),
        Speaker(id="e", name="El", extra={APART: ["b"]}),
    )
    with empty_desk(line("“Yes,” he said.", quote(0, 6), speakers=cast)) as desk:
        start = dump(desk.path)
        desk.run(MergeSpeakers(kept_id="a", gone_id="b"))
        desk.run(MergeSpeakers(kept_id="d", gone_id="c"))
        told = {each.id: each.extra for each in desk.queries.speakers()}
        assert told == {"a": {APART: foreign}, "d": {APART: foreign}, "e": {APART: ["a"]}}
        desk.undo()
        desk.undo()
        assert dump(desk.path) == start


def test_a_merge_keeps_what_the_other_entry_carried():
    cast = (
        Speaker(id="a", name="Bo Li", external_id="Q1", extra={"party": "green", OTHER_IDS: ["Q0"]}),
        Speaker(id="b", name="B. Li", external_id="Q2", extra={"party": "red", "office": "mayor", OTHER_IDS: ["Q3"]}),
        Speaker(id="c", name="Li", external_id="Q4", extra={OTHER_IDS: "Q5"}),
        Speaker(id="d", name="Mr Li", extra={APART: ["x"]}),
    )
    with empty_desk(line("“Yes,” he said.", quote(0, 6), speakers=cast)) as desk:
        start = dump(desk.path)
        desk.run(MergeSpeakers(kept_id="a", gone_id="b"))
        kept = who(desk, "Bo Li")
        assert kept.external_id == "Q1"
        assert kept.extra == {"party": "green", "office": "mayor", OTHER_IDS: ["Q0", "Q2", "Q3"]}
        desk.run(MergeSpeakers(kept_id="a", gone_id="c"))
        assert who(desk, "Bo Li").extra[OTHER_IDS] == ["Q0", "Q2", "Q3", "Q4", "Q5"]
        desk.undo()
        desk.undo()
        assert dump(desk.path) == start
        desk.run(MergeSpeakers(kept_id="d", gone_id="c"))
        assert (who(desk, "Mr Li").external_id, who(desk, "Mr Li").extra) == ("Q4", {OTHER_IDS: ["Q5"], APART: ["x"]})
