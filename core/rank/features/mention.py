"""What sort of words the mention is."""

from core.model.reading import Mention
from core.rank.feature import feature
from core.rank.situation import Situation


@feature("mention.name")
def name(situation: Situation, mention: Mention) -> float:
    """1 for a name."""
    return float(mention.sort == "name")


@feature("mention.person", says="a person named nearby")
def person(situation: Situation, mention: Mention) -> float:
    """1 for the name of a person."""
    return float(mention.label == "PERSON")


@feature("mention.pronoun")
def pronoun(situation: Situation, mention: Mention) -> float:
    """1 for he, she, they, …"""
    return float(mention.sort == "pronoun")


@feature("mention.place")
def place(situation: Situation, mention: Mention) -> float:
    """1 for a place or a people."""
    return float(mention.label in ("GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART"))


@feature("mention.role")
def role(situation: Situation, mention: Mention) -> float:
    """1 for "the minister" and the like."""
    return float(mention.sort == "nominal" and bool(mention.roles))


@feature("mention.plain_noun")
def plain_noun(situation: Situation, mention: Mention) -> float:
    """1 for a noun that names no role."""
    return float(mention.sort == "nominal" and not mention.roles)


@feature("mention.reported")
def reported(situation: Situation, mention: Mention) -> float:
    """1 for words that somebody else is quoted with."""
    return float(situation.atlas.is_reported(mention))


@feature("mention.thing")
def thing(situation: Situation, mention: Mention) -> float:
    """1 for it."""
    return float(mention.sort == "pronoun" and mention.gender == "t")


@feature("mention.body")
def body(situation: Situation, mention: Mention) -> float:
    """1 for a body, such as a ministry or a company."""
    return float(mention.body)
