import dataclasses

from msgspec.structs import replace

from core.rank.features import syntax
from core.rank.situation import Atlas, Situation
from tests.core.rank.features.cases import ANN, BOB, THE_MINISTER, mention, with_cue, without_cue


def test_the_subject_of_the_cue():
    case = with_cue()
    assert [syntax.subject_of_cue(case, mention(case, place)) for place in (ANN, THE_MINISTER)] == [0, 1]
    assert syntax.subject_of_cue(without_cue(), mention(case, THE_MINISTER)) == 0


def test_subjects_objects_and_modifiers():
    case = with_cue()
    assert [syntax.subject(case, mention(case, place)) for place in (ANN, BOB)] == [1, 0]
    assert [syntax.object_(case, mention(case, place)) for place in (ANN, BOB)] == [0, 1]
    assert syntax.modifier(case, mention(case, ANN)) == 0


def test_whom_something_is_done_to():
    situation = with_cue()
    deps = ["nsubjpass" if place == 0 else dep for place, dep in enumerate(situation.atlas.analysis.deps)]
    atlas = Atlas(replace(situation.atlas.reading, analysis=dataclasses.replace(situation.atlas.analysis, deps=deps)))
    passive = Situation(atlas, situation.passage)
    assert syntax.passive_subject(passive, mention(passive, ANN)) == 1
    assert syntax.passive_subject(passive, mention(passive, BOB)) == 0
    note = replace(mention(passive, ANN), sort="nominal", roles=frozenset())
    assert syntax.passive_thing(passive, note) == 1
    assert syntax.passive_thing(passive, replace(note, roles=frozenset({"mayor"}))) == 0
    assert syntax.passive_thing(passive, replace(note, body=True)) == 0
    assert syntax.passive_thing(passive, mention(passive, ANN)) == 0
