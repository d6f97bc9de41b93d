import msgspec

from core.model.reading import Person
from core.model.terms import SpeakerKind
from core.rank.features import antecedent
from core.rank.reference import Reference
from core.rank.situation import Atlas, Elected
from tests.core.rank.features.cases import HE, THE_MINISTER
from tests.core.rank.readings import reading

ANN, BOB = 0, 1


def reference(place: int, **changes) -> Reference:
    atlas = Atlas(reading())
    mention = msgspec.structs.replace(atlas.reading.mentions[place], **changes)
    won = Elected(atlas.reading.passages[0], mention, ANN)
    return Reference(atlas, mention, earlier=[won], words=frozenset({"good", "bob"}))


def both(feature, case: Reference) -> list[float]:
    return [feature(case, ANN), feature(case, BOB)]


def test_nearness_and_place():
    case = reference(HE)
    assert both(antecedent.sentences, case) == [2, 2]
    assert both(antecedent.same_paragraph, case) == [0, 0]
    assert both(antecedent.subject, case) == [1, 0]


def test_who_spoke_before():
    case = reference(HE)
    assert both(antecedent.speaks, case) == [1, 0]
    assert both(antecedent.spoke, case) == [1, 0]


def test_gender():
    case = reference(HE)
    assert both(antecedent.gender_agrees, case) == [0, 1]
    assert both(antecedent.gender_differs, case) == [1, 0]
    assert both(antecedent.gender_differs, reference(HE, gender="")) == [0, 0]


def test_roles_and_origins():
    case = reference(THE_MINISTER)
    assert both(antecedent.role_agrees, case) == [1, 0]
    assert both(antecedent.origin_differs, reference(THE_MINISTER, origins=frozenset({"french"}))) == [1, 0]
    assert both(antecedent.origin_agrees, reference(THE_MINISTER, origins=frozenset({"swiss"}))) == [1, 0]


def test_people_seldom_name_themselves():
    assert both(antecedent.named_in_quote, reference(HE)) == [0, 1]


def test_number_and_kind():
    assert both(antecedent.other_number, reference(HE, number=2)) == [1, 1]
    assert both(antecedent.other_number, reference(HE)) == [0, 0]
    case = reference(HE)
    case.people = (Person(name="Ann Ltd", kind=SpeakerKind.GROUP), case.people[1])
    assert both(antecedent.not_a_person, case) == [1, 0]


def test_a_body_is_it_and_a_person_is_not():
    case = reference(HE, gender="t")
    assert both(antecedent.person_for_body, case) == [1, 1]
    assert both(antecedent.person_for_body, reference(HE)) == [0, 0]
    assert both(antecedent.thing, case) == [0, 0]


def test_what_sort_of_mention_looks_for_somebody():
    assert both(antecedent.of_pronoun, reference(HE)) == [1, 1]
    assert both(antecedent.of_role, reference(HE)) == [0, 0]
    assert both(antecedent.of_role, reference(THE_MINISTER)) == [1, 1]


def test_the_noun_that_describes_a_person():
    case = reference(THE_MINISTER)
    assert both(antecedent.noun_agrees, case) == [0, 0]
    people = (msgspec.structs.replace(case.people[ANN], nouns=frozenset({"minister"})), case.people[BOB])
    case.people = people
    assert both(antecedent.noun_agrees, case) == [1, 0]
    case.people = (case.people[ANN], msgspec.structs.replace(people[BOB], name="First Minister"))
    assert both(antecedent.noun_in_name, case) == [0, 1]


def test_who_was_named_since_and_how_often():
    case = reference(HE)
    assert both(antecedent.between, case) == [1, 0]
    assert both(antecedent.often_named, case) == [0, 0]
