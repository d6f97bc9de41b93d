from core.model.terms import SpeakerKind


def people(reading) -> dict[str, tuple[str, ...]]:
    return {person.name: person.aliases for person in reading.people}


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


def test_a_body_is_taken_up_by_its_first_word(reading_of):
    found = people(
        reading_of("Harrow Water Company said it was late. The Harrow Water Company left. Harrow Water said so.")
    )
    assert len([name for name in found if "Harrow" in name]) <= 2


def test_the_pronoun_behind_a_name_tells_its_gender(reading_of):
    [person] = [one for one in reading_of("Chidi Okoro said that she was late.").people if "Okoro" in one.name]
    assert person.gender == "f"
