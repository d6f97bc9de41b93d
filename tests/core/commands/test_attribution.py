"""Who said it: accept, name, nobody; with what was shown kept beside what was decided."""

import pytest
from msgspec import structs

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType, mention_of
from core.commands.quotes import FlagQuote
from core.commands.roster import EditSpeaker
from core.errors import UserMistake
from core.model.records import Candidate, SecondSpeaker, Speaker
from core.model.spans import Span
from core.model.terms import Kind, Relation, SpeakerType, State, Status, Via
from tests.support.projects import MODEL, act, dump, empty_desk, ids, line, opened, quote, rows, seen

TEXT = "“Yes,” a senior official said. “No,” she said."


def nobody(quote_id, type=SpeakerType.NONE, document_id="seed", **fields):
    return SetSpeakerType(document_id=document_id, quote_id=quote_id, type=type, act=act(Via.DIGIT, **fields))


def assign(quote_id, document_id="seed", **fields):
    return AssignSpeaker(document_id=document_id, quote_id=quote_id, act=act(Via.TYPED), **fields)


def accept(quote_id, document_id="seed", seen=None, **fields):
    return AcceptSuggestion(document_id=document_id, quote_id=quote_id, act=act(**fields), seen=seen)


def test_accepting_keeps_the_quote_and_what_was_shown(desk):
    first = ids(desk)[0]
    shown = seen(desk, first)
    change = desk.run(accept(first, seconds=1.8, keys=1, fast=True, blind=True))
    now = seen(desk, first)
    assert structs.replace(now, status=Status.SUGGESTED, decided=None) == shown
    assert now.status is Status.ACCEPTED
    decided = now.decided
    assert (decided.via, decided.seconds, decided.keys, decided.fast, decided.blind) == (Via.ENTER, 1.8, 1, True, True)
    assert (decided.suggestion.fragments, decided.suggestion.kind) == (shown.fragments, shown.kind)
    assert (decided.suggestion.speaker_name, decided.suggestion.confidence) == (shown.speaker_name, 0.8)
    assert decided.suggestion.model == MODEL.weights
    assert (change.code, change.words) == ("accept", {"speaker": "Lukashenko"})
    assert desk.queries.document_row("seed").state is State.IN_WORK


@pytest.mark.parametrize("type", [SpeakerType.UNDECIDED, SpeakerType.NONE])
def test_accepting_a_quote_that_names_nobody_tells_as_what(type):
    with empty_desk(line(TEXT, quote(0, 6, speaker_type=type))) as desk:
        assert desk.run(accept("q0-6", "doc")).words == {"speaker": "", "type": type.value}


SHOWN = quote(0, 6, speaker_type=SpeakerType.UNNAMED, speaker_name="a senior official")


@pytest.mark.parametrize(
    "now",
    [
        {"speaker_name": "an official"},
        {"speaker_type": SpeakerType.COLLECTIVE},
        {"speaker_id": "s1", "speaker_name": "Ana Ruiz", "speaker_type": SpeakerType.NAMED},
        {"fragments": (Span(0, 5),)},
        {"kind": Kind.MIXED},
    ],
)
def test_what_was_not_seen_is_not_accepted(now):
    ana = (Speaker(id="s1", name="Ana Ruiz"),)
    with empty_desk(line(TEXT, structs.replace(SHOWN, **now), speakers=ana)) as desk:
        with pytest.raises(UserMistake, match="has changed since it was shown"):
            desk.run(accept("q0-6", "doc", seen=SHOWN))
        assert not desk.queries.can_undo()
        assert desk.run(accept("q0-6", "doc", seen=seen(desk, "q0-6", "doc"))) is not None


def test_a_speaker_who_is_called_anew_is_the_one_who_was_seen(desk):
    shown = seen(desk, ids(desk)[0])
    desk.run(EditSpeaker(speaker_id=shown.speaker_id, name="Alexander Lukashenko"))
    desk.run(accept(shown.id, seen=shown))
    assert seen(desk, shown.id).checked


def test_a_decision_stays_with_its_annotator(desk, project):
    first = ids(desk)[0]
    desk.run(accept(first))
    with opened(project, "ben") as other:
        assert seen(other, first).status is Status.SUGGESTED
        assert other.queries.document_row("seed").state is State.NEW
        other.run(assign(first, name="Ana Ruiz"))
    assert seen(desk, first).speaker_name == "Lukashenko"


def test_another_speaker_is_a_correction_and_the_same_is_not(desk):
    first, second = ids(desk)[:2]
    by_name = {each.name: each.id for each in desk.queries.speakers()}
    change = desk.run(assign(first, speaker_id=by_name["Lavrov"]))
    assert (change.code, change.words) == ("assign", {"speaker": "Lavrov", "before": "Lukashenko"})
    assert seen(desk, first).status is Status.CORRECTED
    assert seen(desk, first).decided.suggestion.speaker_name == "Lukashenko"
    desk.run(assign(second, name="Lavrov"))
    assert seen(desk, second).status is Status.ACCEPTED
    desk.run(assign(first, name="Lukashenko"))
    assert seen(desk, first).status is Status.ACCEPTED, "back to what was shown at first"


def test_a_new_name_joins_roster_and_colours(desk):
    first, second, third = ids(desk)[:3]
    slots = desk.queries.article("seed").slots
    change = desk.run(assign(first, name="  Ana \t Ruiz\n"))
    article = desk.queries.article("seed")
    (new,) = [each for each in article.speakers.values() if each.name == "Ana Ruiz"]
    assert change.speakers == {new.id}
    assert article.slots == {**slots, new.id: max(slots.values()) + 1}
    desk.run(assign(second, name="Ana Ruiz"))
    assert seen(desk, second).speaker_id == new.id
    desk.run(assign(third, speaker_id=new.id))
    assert [each.name for each in desk.queries.speakers()].count("Ana Ruiz") == 1


@pytest.mark.parametrize("alias", ["Ana", 'The "Boss"', "back\\slash", "O'Neill", "Зоя", "%_", "[1]", '","'])
def test_an_alias_finds_its_speaker(alias):
    boss = Speaker(id="s1", name="Ana Ruiz", aliases=("Ruiz", alias))
    other = Speaker(id="s2", name="Xx", aliases=(f"{alias} Jr.", f"x{alias}"))
    with empty_desk(line(TEXT, quote(0, 6), speakers=(other, boss))) as desk:
        desk.run(assign("q0-6", "doc", name=alias))
        assert seen(desk, "q0-6", "doc").speaker_id == "s1"
        assert len(desk.queries.speakers()) == 2


def test_a_name_goes_before_an_alias_and_cases_differ():
    one, two = Speaker(id="s1", name="Ruiz Senior", aliases=("Ruiz",)), Speaker(id="s2", name="Ruiz")
    with empty_desk(line(TEXT, quote(0, 6), speakers=(one, two))) as desk:
        desk.run(assign("q0-6", "doc", name="Ruiz"))
        assert seen(desk, "q0-6", "doc").speaker_id == "s2"
        desk.run(assign("q0-6", "doc", name="ruiz"))
        assert seen(desk, "q0-6", "doc").speaker_id not in ("s1", "s2")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "  "}, "needs a name"),
        ({}, "needs a name"),
        ({"speaker_id": "gone"}, "no longer in the roster"),
        ({"name": "Lavrov", "mention": Span(0, 99_999)}, "does not fit"),
        ({"name": "Lavrov", "mention": Span(5, 5)}, "is empty"),
    ],
)
def test_orders_that_make_no_sense(desk, project, fields, words):
    before = dump(project)
    with pytest.raises(UserMistake, match=words) as caught:
        desk.run(assign(ids(desk)[0], **fields))
    assert "Nothing was changed" in str(caught.value)
    assert dump(project) == before


WHO = "“Aye,” the minister, Mr Bell, told her."


@pytest.mark.parametrize(
    ("words", "name", "kept"),
    [
        ("the minister", "Minna Oz", True),
        ("her", "Minna Oz", True),
        ("Mr Bell", "Minna Oz", False),
        ("the minister, Mr Bell", "Minna Oz", False),
        ("Mr Bell", "Ada Bell", True),
    ],
)
def test_a_typed_name_keeps_the_evidence_unless_that_is_the_other_ones_name(words, name, kept):
    mention = Span(WHO.index(words), WHO.index(words) + len(words))
    before = quote(0, 6, speaker_id="s1", speaker_name="Karl Bell", speaker_type=SpeakerType.NAMED, mention=mention)
    with empty_desk(line(WHO, before, speakers=(Speaker(id="s1", name="Karl Bell"),))) as desk:
        desk.run(assign("q0-6", "doc", name=name))
        now = seen(desk, "q0-6", "doc")
        assert (now.speaker_name, now.mention) == (name, mention if kept else None)


def test_the_evidence_goes_with_another_name_of_the_speaker_before():
    before = quote(0, 6, speaker_id="s1", speaker_name="K. B.", speaker_type=SpeakerType.NAMED, mention=Span(24, 28))
    with empty_desk(line(WHO, before, speakers=(Speaker(id="s1", name="K. B.", aliases=("Karl Bell",)),))) as desk:
        desk.run(assign("q0-6", "doc", name="Minna Oz"))
        assert seen(desk, "q0-6", "doc").mention is None


def test_the_mention_is_given_or_the_candidates_or_kept(desk):
    first = ids(desk)[0]
    at_first = seen(desk, first).mention
    desk.run(assign(first, name="Ana Ruiz"))
    assert seen(desk, first).mention == at_first, "a description stays evidence"
    desk.run(assign(first, name="Lukashenko"))
    assert seen(desk, first).mention == at_first
    desk.run(assign(first, name="Lukashenko", mention=Span(20, 30)))
    assert seen(desk, first).mention == Span(20, 30)
    desk.run(assign(first, name="Lukashenko"))
    assert seen(desk, first).mention == Span(20, 30), "the same speaker keeps the evidence that was picked"
    one = Candidate(name="A", speaker_id="s", mention=Span(1, 2))
    assert mention_of((Candidate(name="B"), one), "s") == Span(1, 2)
    assert mention_of((one,), "t") is None


def test_nobody_takes_name_and_evidence_and_the_refinement_gives_the_evidence_back(desk, project):
    first = ids(desk)[0]
    start, shown = dump(project), seen(desk, first)
    desk.run(nobody(first))
    now = seen(desk, first)
    assert (now.speaker_id, now.speaker_name, now.mention) == (None, None, None)
    assert (now.speaker_type, now.status) == (SpeakerType.NONE, Status.CORRECTED)
    change = desk.run(nobody(first, SpeakerType.COLLECTIVE))
    assert change.words == {"type": "collective", "before": "Lukashenko"}
    assert seen(desk, first).mention == shown.mention
    assert len(desk.queries.history()) == 1
    desk.undo()
    assert dump(project) == start


@pytest.mark.parametrize("touched_before", [False, True])
def test_evidence_without_a_candidate_comes_back_too(touched_before):
    official = quote(0, 6, mention=Span(7, 24), speaker_name="a senior official", speaker_type=SpeakerType.UNNAMED)
    with empty_desk(line(TEXT, official)) as desk:
        if touched_before:
            desk.run(FlagQuote(document_id="doc", quote_id="q0-6", flagged=True))
        desk.run(nobody("q0-6", document_id="doc"))
        assert seen(desk, "q0-6", "doc").mention is None
        desk.run(nobody("q0-6", SpeakerType.UNNAMED, "doc"))
        assert seen(desk, "q0-6", "doc").mention == Span(7, 24)


@pytest.mark.parametrize("annotator", [None, "ana"])
@pytest.mark.parametrize("between", [False, True])
def test_the_refinement_gives_the_description_back_to_the_type_of_which_it_was_said(annotator, between):
    official = quote(0, 6, mention=Span(7, 24), speaker_name="a senior official", speaker_type=SpeakerType.UNNAMED)
    with empty_desk(line(TEXT, official, quote(32, 37), annotator=annotator)) as desk:
        desk.run(nobody("q0-6", document_id="doc"))
        if between:
            desk.run(accept("q32-37", "doc"))
        for sort, name, status in (
            (SpeakerType.COLLECTIVE, None, Status.CORRECTED),
            (SpeakerType.UNNAMED, "a senior official", Status.ACCEPTED),
            (SpeakerType.NONE, None, Status.CORRECTED),
        ):
            desk.run(nobody("q0-6", sort, "doc"))
            now = seen(desk, "q0-6", "doc")
            assert (now.speaker_type, now.speaker_name, now.status) == (sort, name, status)


def test_another_kind_of_nobody_is_a_correction_though_no_name_differs():
    with empty_desk(line(TEXT, quote(0, 6, speaker_type=SpeakerType.UNDECIDED))) as desk:
        for sort, status in ((SpeakerType.NONE, Status.CORRECTED), (SpeakerType.UNDECIDED, Status.ACCEPTED)):
            desk.run(nobody("q0-6", sort, "doc"))
            assert seen(desk, "q0-6", "doc").status is status


def test_a_refinement_much_later_is_a_step_of_its_own(desk):
    first, second = ids(desk)[:2]
    desk.run(nobody(first))
    desk.run(accept(second))
    change = desk.run(nobody(first, SpeakerType.UNNAMED))
    assert change.words["before"] == ""
    assert len(desk.queries.history()) == 3
    assert seen(desk, first).mention == seen(desk, first).candidates[0].mention
    desk.undo()
    assert seen(desk, first).speaker_type is SpeakerType.NONE


def test_named_is_no_answer_to_nobody(desk):
    with pytest.raises(UserMistake, match="needs a name"):
        desk.run(nobody(ids(desk)[0], SpeakerType.NAMED))


def test_second_speakers_come_along_with_the_first_touch():
    second = SecondSpeaker(relation=Relation.RELAYED_BY, speaker_name="TASS", mention=Span(7, 8))
    joint = SecondSpeaker(relation=Relation.JOINT, speaker_id="s1", speaker_name="Ana Ruiz")
    one = quote(0, 6, speaker_id="s1", speaker_name="Ana Ruiz", more_speakers=(second, joint))
    with empty_desk(line(TEXT, one)) as desk:
        start = dump(desk.path)
        desk.run(accept("q0-6", "doc"))
        assert seen(desk, "q0-6", "doc").more_speakers == (second, joint)
        assert len(rows(desk.path, "SELECT * FROM second_speaker")) == 4
        desk.undo()
        assert dump(desk.path) == start
