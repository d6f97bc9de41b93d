from msgspec.structs import replace

from core.rank.features import nobody
from core.rank.situation import Situation
from tests.core.rank.features.cases import with_cue, without_cue


def without_subject(**changes) -> Situation:
    situation = with_cue()
    cue = replace(situation.passage.cue, subject=None, **changes)
    return Situation(situation.atlas, replace(situation.passage, cue=cue))


def test_a_cue_and_its_subject():
    assert nobody.cue(with_cue(), None) == 1
    assert nobody.cue(without_subject(), None) == 0
    assert nobody.cue_without_subject(without_subject(), None) == 1
    assert nobody.cue_without_subject(without_cue(), None) == 0


def test_a_passive_leaves_the_source_out():
    assert nobody.passive(without_subject(passive=True), None) == 1
    assert nobody.passive(without_subject(), None) == 0


def test_without_a_cue_it_matters_who_spoke_before():
    assert (nobody.no_cue(without_cue(), None), nobody.alone(without_cue(), None)) == (1, 0)
    assert (nobody.no_cue(without_cue(None), None), nobody.alone(without_cue(None), None)) == (0, 1)
    assert (nobody.no_cue(with_cue(), None), nobody.alone(with_cue(), None)) == (0, 0)
