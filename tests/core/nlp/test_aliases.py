import pytest

from core.model.terms import SpeakerKind
from core.nlp.aliases import bare_name


def people(reading) -> dict[str, tuple[str, ...]]:
    return {person.name: person.aliases for person in reading.people}


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("President Vladimir Putin", "Vladimir Putin"),
        ("Sgt. Amy Holt", "Amy Holt"),
        ("the Red Crescent", "Red Crescent"),
        ("Petra Lang’s", "Petra Lang"),
        ("@kestrel_mp", "kestrel_mp"),
        ("Mayor", "Mayor"),
        ("", ""),
    ],
)
def test_titles_and_endings_go(surface: str, name: str):
    assert bare_name(surface) == name


def test_a_surname_later_is_the_same_person(reading_of):
    reading = reading_of("Foreign Minister Sergey Lavrov arrived in Minsk. Lavrov said it was late. Mr. Lavrov left.")
    lavrov = next(person for person in reading.people if person.name == "Sergey Lavrov")
    assert lavrov.aliases == ("Lavrov",)
    assert lavrov.kind is SpeakerKind.PERSON
    assert lavrov.gender == "m"
    names = [mention.person for mention in reading.mentions if "Lavrov" in reading.analysis.text[slice(*mention.span)]]
    assert len(names) == 3
    assert len(set(names)) == 1


def test_two_people_of_one_surname_stay_two(reading_of):
    found = people(reading_of("Karl Vogt met Emil Vogt in Bonn. Karl Vogt said no. Emil Vogt said yes. Emil left."))
    assert {"Karl Vogt", "Emil Vogt"} <= found.keys()
    assert "Emil" in found["Emil Vogt"]


def test_initials_stand_for_a_body(reading_of):
    found = people(reading_of("The Democratic National Committee met in Boston. The DNC said that it would wait."))
    assert found.get("Democratic National Committee") == ("DNC",)


def test_an_apposition_names_the_noun(reading_of):
    reading = reading_of("The novelist, Edda Lunn, lives in Cork.")
    novelist = next(mention for mention in reading.mentions if mention.sort == "nominal")
    assert reading.people[novelist.person].name == "Edda Lunn"
