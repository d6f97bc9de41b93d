from core.rank.features import itself
from tests.core.rank.features.cases import HE, THE_MINISTER
from tests.core.rank.features.test_antecedent import reference


def test_pronouns_by_their_number():
    he, they = reference(HE), reference(HE, number=2)
    assert (itself.pronoun(he, None), itself.plural(he, None)) == (1, 0)
    assert (itself.pronoun(they, None), itself.plural(they, None)) == (0, 1)
    assert itself.role(he, None) == 0


def test_nouns_things_and_bodies():
    assert itself.role(reference(THE_MINISTER), None) == 1
    assert itself.body(reference(THE_MINISTER), None) == 0
    assert itself.body(reference(THE_MINISTER, body=True), None) == 1
    assert itself.thing(reference(HE, gender="t"), None) == 1
    assert itself.thing(reference(HE), None) == 0
