"""Whom a pronoun or "the minister" takes up: features of a person, seen from the mention."""

from core.model.terms import SpeakerKind
from core.rank.feature import feature
from core.rank.reference import Reference


@feature("antecedent.of_pronoun")
def of_pronoun(reference: Reference, person: int) -> float:
    """1 for anybody whom a pronoun may mean."""
    return float(reference.mention.sort == "pronoun")


@feature("antecedent.of_role")
def of_role(reference: Reference, person: int) -> float:
    """1 for anybody whom a role noun may mean."""
    return float(reference.mention.sort != "pronoun")


@feature("antecedent.sentences")
def sentences(reference: Reference, person: int) -> float:
    """Sentences since the person was last named, at most ten."""
    return min(10.0, float(reference.sentences_since(person)))


@feature("antecedent.same_paragraph")
def same_paragraph(reference: Reference, person: int) -> float:
    """1 if the person was named in the paragraph of the mention, before it."""
    return float(reference.in_paragraph(person))


@feature("antecedent.subject")
def subject(reference: Reference, person: int) -> float:
    """1 if the person was a subject when last named."""
    return float(reference.was_subject(person))


@feature("antecedent.speaks")
def speaks(reference: Reference, person: int) -> float:
    """1 if the person won the passage before."""
    return float(reference.last_speaker == person)


@feature("antecedent.spoke")
def spoke(reference: Reference, person: int) -> float:
    """1 if the person won any passage before."""
    return float(person in reference.speakers)


@feature("antecedent.gender_agrees")
def gender_agrees(reference: Reference, person: int) -> float:
    """1 if both are known to be of the same gender."""
    own, other = reference.mention.gender, reference.people[person].gender
    return float(bool(own) and own == other)


@feature("antecedent.gender_differs")
def gender_differs(reference: Reference, person: int) -> float:
    """1 if both genders are known and differ."""
    own, other = reference.mention.gender, reference.people[person].gender
    return float(bool(own) and bool(other) and own != other)


@feature("antecedent.not_a_person")
def not_a_person(reference: Reference, person: int) -> float:
    """1 for a body or a place, where the mention is he, she or a role noun."""
    return float(not _means_body(reference) and reference.people[person].kind is not SpeakerKind.PERSON)


@feature("antecedent.person_for_body")
def person_for_body(reference: Reference, person: int) -> float:
    """1 for a person, where the mention is it or "the company"."""
    return float(_means_body(reference) and reference.people[person].kind is SpeakerKind.PERSON)


def _means_body(reference: Reference) -> bool:
    return reference.mention.gender == "t" or reference.mention.body


@feature("antecedent.thing")
def thing(reference: Reference, person: int) -> float:
    """1 for a body or a place that it or "the company" may mean."""
    return float(_means_body(reference) and reference.people[person].kind is SpeakerKind.GROUP)


@feature("antecedent.role_agrees")
def role_agrees(reference: Reference, person: int) -> float:
    """1 if the person is known by a role word of the mention."""
    return float(bool(reference.mention.roles & reference.people[person].roles))


@feature("antecedent.origin_agrees")
def origin_agrees(reference: Reference, person: int) -> float:
    """1 if the person is known to be from where the mention says."""
    return float(bool(reference.mention.origins & reference.people[person].origins))


@feature("antecedent.origin_differs")
def origin_differs(reference: Reference, person: int) -> float:
    """1 if the person is known to be from elsewhere."""
    own, other = reference.mention.origins, reference.people[person].origins
    return float(bool(own) and bool(other) and not own & other)


@feature("antecedent.named_in_quote")
def named_in_quote(reference: Reference, person: int) -> float:
    """1 if the quote itself names the person: people seldom name themselves."""
    return float(bool(reference.name_words(person) & reference.words))


@feature("antecedent.other_number")
def other_number(reference: Reference, person: int) -> float:
    """1 for a plural mention and one person."""
    return float(reference.mention.number == 2 and reference.people[person].kind is SpeakerKind.PERSON)


@feature("antecedent.noun_agrees")
def noun_agrees(reference: Reference, person: int) -> float:
    """1 if the text calls the person by the noun of the mention ("Ruth Gasser, the mayor" and "the mayor")."""
    return float(reference.mention.sort != "pronoun" and reference.noun() in reference.people[person].nouns)


@feature("antecedent.noun_in_name")
def noun_in_name(reference: Reference, person: int) -> float:
    """1 if the noun is a word of the name ("the ministry" and "Health Ministry")."""
    return float(reference.mention.sort != "pronoun" and reference.noun() in reference.name_words(person))


@feature("antecedent.between")
def between(reference: Reference, person: int) -> float:
    """People who were named after this one, at most five."""
    return float(min(5, reference.rank(person)))


@feature("antecedent.often_named")
def often_named(reference: Reference, person: int) -> float:
    """1 for who is named three times or more."""
    return float(reference.times_named(person) > 2)
