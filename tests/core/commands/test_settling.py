"""How a quote becomes a person's: accepted, corrected or added, however often it is settled."""

import pytest
from msgspec import structs

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.boundaries import MoveBoundaries
from core.commands.bulk import InBulk
from core.commands.evidence import SetCue
from core.commands.quotes import SetKind
from core.commands.review import RejectQuote
from core.commands.roster import EditSpeaker, MergeSpeakers
from core.commands.second_speakers import AddSecondSpeaker, RemoveSecondSpeaker
from core.commands.settling import Shown, name_of
from core.model.records import Decision, SecondSpeaker, Speaker, Suggestion
from core.model.spans import Span
from core.model.terms import Kind, Relation, SpeakerType, Status, Via
from core.store import engine as engines
from core.store.layers import own_quote
from core.store.transaction import Transaction
from tests.support.projects import NEWER, act, empty_desk, ids, line, quote, seen

TEXT = "“Yes,” a senior official said. “No,” she said."
AT = {"document_id": "doc", "quote_id": "q0-6"}


def decision(via, suggestion=None):
    return Decision(via=via, at="2026-01-02T03:04:05.678Z", suggestion=suggestion)


def accepted(one, annotator="ana"):
    with empty_desk(line(TEXT, one, annotator=annotator)) as desk:
        desk.run(AcceptSuggestion(**AT, act=act()))
        return seen(desk, "q0-6", "doc")


def test_what_a_person_made_is_added_and_stays_so():
    one = quote(0, 6, status=Status.ADDED, decided=decision(Via.EDIT))
    assert accepted(one).status is Status.ADDED
    assert accepted(one).decided.suggestion is None


def test_what_a_person_made_and_then_edited_is_added_when_confirmed():
    one = quote(0, 6, status=Status.ADDED, decided=decision(Via.TYPED))
    with empty_desk(line(TEXT, one, annotator="ana")) as desk:
        desk.run(SetKind(**AT, kind=Kind.INDIRECT, act=act(Via.CLICK)))
        now = seen(desk, "q0-6", "doc")
        assert (now.status, now.decided.via, now.decided.suggestion) == (Status.SUGGESTED, Via.EDIT, None)
        desk.run(AcceptSuggestion(**AT, act=act()))
        assert seen(desk, "q0-6", "doc").status is Status.ADDED


def test_what_was_suggested_edited_and_confirmed_is_corrected(desk):
    first = ids(desk)[0]
    at = {"document_id": "seed", "quote_id": first}
    desk.run(SetKind(**at, kind=Kind.MIXED, act=act(Via.EDIT)))
    desk.run(AcceptSuggestion(**at, act=act()))
    now = seen(desk, first)
    assert (now.status, now.decided.suggestion.kind) == (Status.CORRECTED, Kind.DIRECT)
    desk.run(SetKind(**at, kind=Kind.DIRECT, act=act(Via.EDIT)))
    desk.run(AcceptSuggestion(**at, act=act()))
    assert seen(desk, first).status is Status.ACCEPTED


def test_the_first_thing_shown_is_kept_for_ever():
    shown = Suggestion(fragments=(Span(0, 6),), kind=Kind.DIRECT, speaker_name="Old", confidence=0.3, model="old")
    one = quote(0, 6, status=Status.CORRECTED, decided=decision(Via.DIGIT, shown))
    assert accepted(one).decided.suggestion == shown
    assert accepted(one).status is Status.CORRECTED


def test_fragments_that_differ_are_a_correction():
    shown = Suggestion(fragments=(Span(0, 5),), kind=Kind.DIRECT)
    one = quote(0, 6, decided=decision(Via.EDIT, shown))
    assert accepted(one).status is Status.CORRECTED


@pytest.mark.parametrize("change", ["accept", "assign", "kind"])
def test_a_rejected_quote_that_is_settled_after_all_is_one_again(desk, change):
    first = ids(desk)[0]
    at = {"document_id": "seed", "quote_id": first}
    desk.run(RejectQuote(**at, act=act()))
    order = {
        "accept": AcceptSuggestion(**at, act=act()),
        "assign": AssignSpeaker(**at, name="Lavrov", act=act()),
        "kind": SetKind(**at, kind=Kind.MIXED, act=act()),
    }[change]
    desk.run(order)
    assert first in ids(desk)
    assert desk.queries.article("seed").rejected == ()
    desk.undo()
    assert first not in ids(desk)


def test_names_are_the_rosters_or_descriptions(desk):
    first = ids(desk)[0]
    engine = engines.connect(desk.path)
    with Transaction(engine, "ana") as transaction:
        row = own_quote(transaction, "seed", first)
        assert name_of(transaction, row) == "Lukashenko"
        row.speaker_name = "stale"
        assert name_of(transaction, row) == "Lukashenko"
        row.speaker_id = None
        assert name_of(transaction, row) == "stale"
        assert not Shown(transaction, "seed", row).made_by_hand
    engines.close(engine)


def test_a_decision_that_came_from_a_file_was_shown_as_it_stood():
    one = quote(0, 6, status=Status.ACCEPTED, decided=decision(Via.IMPORT))
    now = accepted(structs.replace(one, confidence=None))
    assert (now.status, now.decided.suggestion.confidence, now.decided.suggestion.model) == (
        Status.ACCEPTED,
        None,
        None,
    )


def who(desk, name):
    return next(each for each in desk.queries.speakers() if each.name == name)


def by_hand(quote_id, speaker_id):
    return AssignSpeaker(document_id="seed", quote_id=quote_id, speaker_id=speaker_id, act=act())


def there_and_back(quote_id, fragments):
    inside = (Span(fragments[0].start, fragments[-1].end - 1),)
    at = {"document_id": "seed", "quote_id": quote_id, "act": act(Via.EDIT)}
    return MoveBoundaries(**at, fragments=inside), MoveBoundaries(**at, fragments=fragments)


@pytest.mark.parametrize("way", ["enter", "away and back", "second speaker", "edge"])
@pytest.mark.parametrize("named", ["first", "between"])
def test_a_speaker_who_is_renamed_is_the_one_who_was_suggested(desk, way, named):
    first = ids(desk)[0]
    shown = seen(desk, first)
    lukashenko, lavrov = shown.speaker_id, who(desk, "Lavrov").id
    at = {"document_id": "seed", "quote_id": first, "act": act()}
    rename = EditSpeaker(speaker_id=lukashenko, name="Aliaksandr L.", aliases=("Lukashenko",))
    before, after = {
        "enter": ((AcceptSuggestion(**at),), ()),
        "away and back": ((by_hand(first, lavrov),), (by_hand(first, lukashenko),)),
        "second speaker": (
            (AcceptSuggestion(**at), AddSecondSpeaker(**at, relation=Relation.JOINT, name="Zed")),
            (RemoveSecondSpeaker(**at, place=0),),
        ),
        "edge": (there_and_back(first, shown.fragments), ()),
    }[way]
    for order in (rename, *before, *after) if named == "first" else (*before, rename, *after):
        desk.run(order)
    desk.run(AcceptSuggestion(**at))
    assert seen(desk, first).status is Status.ACCEPTED


def test_a_speaker_who_is_merged_is_the_one_who_was_suggested(desk):
    first = ids(desk)[0]
    at = {"document_id": "seed", "quote_id": first, "act": act()}
    gone, kept = seen(desk, first).speaker_id, who(desk, "Lavrov").id
    desk.run(AcceptSuggestion(**at))
    desk.run(MergeSpeakers(kept_id=kept, gone_id=gone))
    desk.run(AcceptSuggestion(**at))
    assert seen(desk, first).status is Status.ACCEPTED
    desk.run(AssignSpeaker(**at, name="Bo"))
    assert seen(desk, first).status is Status.CORRECTED
    desk.run(by_hand(first, kept))
    assert seen(desk, first).status is Status.ACCEPTED


def test_without_a_models_row_a_merged_speaker_is_told_by_the_name():
    """The id that the history tells is in no roster any more."""
    one = quote(0, 6, speaker_id="a", speaker_name="Al", speaker_type=SpeakerType.NAMED)
    cast = (Speaker(id="a", name="Al"), Speaker(id="b", name="Bo"))
    with empty_desk(line(TEXT, one, annotator="ana", speakers=cast)) as desk:
        desk.run(AssignSpeaker(**AT, name="Cy", act=act()))
        desk.run(MergeSpeakers(kept_id="b", gone_id="a"))
        desk.run(AssignSpeaker(**AT, speaker_id="b", act=act()))
        assert seen(desk, "q0-6", "doc").status is Status.ACCEPTED
        desk.run(AssignSpeaker(**AT, name="Cy", act=act()))
        assert seen(desk, "q0-6", "doc").status is Status.CORRECTED


@pytest.mark.parametrize("annotator", [None, "ana"])
def test_another_speaker_who_goes_by_the_suggested_name_is_a_correction(annotator):
    one = quote(0, 6, speaker_id="a", speaker_name="Al", speaker_type=SpeakerType.NAMED)
    cast = (Speaker(id="a", name="Al"), Speaker(id="b", name="Bo", aliases=("Al",)))
    with empty_desk(line(TEXT, one, annotator=annotator, speakers=cast)) as desk:
        desk.run(AcceptSuggestion(**AT, act=act()))
        for each, status in (("b", Status.CORRECTED), ("a", Status.ACCEPTED), ("b", Status.CORRECTED)):
            desk.run(AssignSpeaker(**AT, speaker_id=each, act=act()))
            assert seen(desk, "q0-6", "doc").status is status
        desk.run(EditSpeaker(speaker_id="a", name="Albert", aliases=("Al",)))
        desk.run(EditSpeaker(speaker_id="b", name="Al", aliases=()))
        desk.run(AcceptSuggestion(**AT, act=act()))
        assert seen(desk, "q0-6", "doc").status is Status.CORRECTED


ONE_WOMAN = quote(0, 6, speaker_type=SpeakerType.UNNAMED)


def kinds_of(desk, *orders):
    """Run orders on the quote; return what it counts as after each."""
    return [(desk.run(order), seen(desk, "q0-6", "doc").status)[1] for order in orders]


def sort(kind, *, bulk=False):
    order = SetSpeakerType(**AT, type=kind, act=act())
    return InBulk(commands=(order,)) if bulk else order


@pytest.mark.parametrize("bulk", [True, False])
def test_a_bulk_step_counts_like_a_single_one(bulk):
    with empty_desk(line(TEXT, ONE_WOMAN, annotator="ana")) as desk:
        enter = AcceptSuggestion(**AT, act=act())
        away, back = sort(SpeakerType.COLLECTIVE, bulk=bulk), sort(SpeakerType.UNNAMED)
        assert kinds_of(desk, away, enter, back, enter, away) == [
            Status.CORRECTED,
            Status.CORRECTED,
            Status.ACCEPTED,
            Status.ACCEPTED,
            Status.CORRECTED,
        ]


def test_a_bulk_step_on_several_articles_counts_too():
    lines = [line(TEXT + str(each), ONE_WOMAN, id=each, annotator="ana") for each in ("doc", "two")]
    with empty_desk(*lines) as desk:
        both = [
            SetSpeakerType(document_id=each, quote_id="q0-6", type=SpeakerType.COLLECTIVE, act=act())
            for each in ("doc", "two")
        ]
        enter = AcceptSuggestion(**AT, act=act())
        assert kinds_of(desk, InBulk(commands=tuple(both)), enter) == [Status.CORRECTED, Status.CORRECTED]
        assert kinds_of(desk, sort(SpeakerType.UNNAMED)) == [Status.ACCEPTED]


def test_what_followed_another_quote_counts_too():
    two = quote(29, 34, speaker_id="a", speaker_name="Al", speaker_type=SpeakerType.NAMED)
    cast = (Speaker(id="a", name="Al"), Speaker(id="b", name="Bo", aliases=("Al",)))
    with empty_desk(line(TEXT, ONE_WOMAN, two, annotator="ana", speakers=cast)) as desk:
        desk.run(AssignSpeaker(**AT, speaker_id="b", follow=(two.id,), act=act()))
        desk.run(AcceptSuggestion(document_id="doc", quote_id=two.id, act=act()))
        assert seen(desk, two.id, "doc").status is Status.CORRECTED


def test_a_merge_does_not_make_second_speakers_others():
    who_else = (SecondSpeaker(relation=Relation.JOINT, speaker_id="a", speaker_name="Al"),)
    one = structs.replace(ONE_WOMAN, more_speakers=who_else)
    cast = (Speaker(id="a", name="Al"), Speaker(id="b", name="Bo"))
    with empty_desk(line(TEXT, one, annotator="ana", speakers=cast)) as desk:
        enter, merge = AcceptSuggestion(**AT, act=act()), MergeSpeakers(kept_id="b", gone_id="a")
        statuses = kinds_of(desk, sort(SpeakerType.COLLECTIVE), merge, sort(SpeakerType.UNNAMED), enter)
        assert statuses == [Status.CORRECTED, Status.CORRECTED, Status.ACCEPTED, Status.ACCEPTED]


@pytest.mark.parametrize("edited", [True, False])
def test_where_nobody_knows_any_more_what_was_suggested_a_correction_stays_one(edited):
    with empty_desk(line(TEXT, ONE_WOMAN)) as desk:
        desk.run(sort(SpeakerType.COLLECTIVE))
        if edited:
            desk.run(SetCue(**AT, cue=Span(24, 28), act=act(Via.EDIT)))
        desk.take_labels(line(TEXT, ONE_WOMAN, model=NEWER))
        enter = AcceptSuggestion(**AT, act=act())
        assert kinds_of(desk, enter, enter) == [Status.CORRECTED, Status.CORRECTED]


@pytest.mark.parametrize("way", ["accept", "cue"])
def test_after_another_labelling_a_first_act_that_left_the_speaker_alone_tells_who_was_suggested(way):
    edit = SetCue(**AT, cue=Span(24, 28), act=act(Via.EDIT))
    first = AcceptSuggestion(**AT, act=act()) if way == "accept" else edit
    with empty_desk(line(TEXT, ONE_WOMAN)) as desk:
        desk.run(first)
        desk.run(sort(SpeakerType.COLLECTIVE))
        desk.take_labels(line(TEXT, ONE_WOMAN, model=NEWER))
        enter = AcceptSuggestion(**AT, act=act())
        statuses = kinds_of(desk, enter, sort(SpeakerType.UNNAMED), enter)
        assert statuses == [Status.CORRECTED, Status.ACCEPTED, Status.ACCEPTED]


@pytest.mark.parametrize("shown", [None, Suggestion(fragments=(Span(0, 6),), kind=Kind.DIRECT)])
def test_a_correction_that_came_from_a_file_stays_one(shown):
    one = structs.replace(ONE_WOMAN, status=Status.CORRECTED, decided=decision(Via.DIGIT, shown))
    with empty_desk(line(TEXT, one, annotator="ana")) as desk:
        cue = SetCue(**AT, cue=Span(24, 28), act=act(Via.EDIT))
        enter = AcceptSuggestion(**AT, act=act())
        assert kinds_of(desk, enter, cue, enter) == [Status.CORRECTED, Status.SUGGESTED, Status.CORRECTED]


def test_what_followed_another_quote_is_told_by_the_name_after_another_labelling():
    two = quote(29, 34, speaker_id="a", speaker_name="Al", speaker_type=SpeakerType.NAMED)
    with empty_desk(line(TEXT, ONE_WOMAN, two)) as desk:
        desk.run(AssignSpeaker(**AT, name="Bo", follow=(two.id,), act=act()))
        desk.take_labels(line(TEXT, ONE_WOMAN, two, model=NEWER))
        at = {"document_id": "doc", "quote_id": two.id, "act": act()}
        desk.run(AcceptSuggestion(**at))
        assert seen(desk, two.id, "doc").status is Status.CORRECTED
        desk.run(AssignSpeaker(**at, name="Al"))
        assert seen(desk, two.id, "doc").status is Status.ACCEPTED
