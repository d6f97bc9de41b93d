import msgspec
import pytest

from core.rank.antecedents import Antecedents
from core.rank.reference import Reference
from core.rank.situation import Atlas
from core.rank.weights import shipped_weights
from tests.core.rank.readings import reading

ANN, BOB, THE_MINISTER, HE = range(4)


def shares(place: int, **changes):
    atlas = Atlas(reading())
    mention = msgspec.structs.replace(atlas.reading.mentions[place], **changes)
    return Antecedents(shipped_weights()).shares(Reference(atlas, mention))


def test_a_name_means_its_person():
    assert shares(ANN) == [(0, 1.0)]


def test_a_pronoun_agrees_in_gender():
    he, she = dict(shares(HE)), dict(shares(HE, gender="f"))
    assert he[1] > he[0]
    assert she[0] > she[1]


def test_a_role_takes_up_who_is_known_by_it():
    assert shares(THE_MINISTER)[0][0] == 0


def test_another_origin_is_somebody_else():
    origins = frozenset({"french"})
    assert dict(shares(THE_MINISTER, origins=origins))[0] < dict(shares(THE_MINISTER))[0]


def test_somebody_new_is_nobody_named():
    assert shares(THE_MINISTER, definite=False) == [(None, 1.0)]
    assert shares(THE_MINISTER, number=2) == [(None, 1.0)]
    assert shares(HE, gender="", number=2)[0][0] is None


@pytest.mark.parametrize("place", [ANN, THE_MINISTER, HE])
def test_shares_add_up_and_fall(place: int):
    found = [share for _, share in shares(place)]
    assert sum(found) == pytest.approx(1)
    assert found == sorted(found, reverse=True)
