"""When a mention takes up nobody who is named: the option beside all people."""

from core.rank.feature import feature
from core.rank.reference import Reference


@feature("itself.pronoun")
def pronoun(reference: Reference, _: None) -> float:
    """1 for he, she, it."""
    return float(reference.mention.sort == "pronoun" and reference.mention.number != 2)


@feature("itself.plural")
def plural(reference: Reference, _: None) -> float:
    """1 for they."""
    return float(reference.mention.sort == "pronoun" and reference.mention.number == 2)


@feature("itself.role")
def role(reference: Reference, _: None) -> float:
    """1 for a role noun."""
    return float(reference.mention.sort != "pronoun")


@feature("itself.body")
def body(reference: Reference, _: None) -> float:
    """1 for a ministry, a company and the like."""
    return float(reference.mention.sort != "pronoun" and reference.mention.body)


@feature("itself.thing")
def thing(reference: Reference, _: None) -> float:
    """1 for it."""
    return float(reference.mention.gender == "t")
