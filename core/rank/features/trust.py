"""How far the outcome of an election can be trusted: span and speaker both right."""

import math

from core.rank.doubt import Doubt
from core.rank.feature import Compute, feature

_SURE = 4.0
"""Odds beyond this (as a logarithm) say no more."""
_SORTS = ("name", "nominal", "pronoun")
_KINDS = ("direct", "mixed", "indirect")


@feature("trust.any")
def any_(doubt: Doubt, _: None) -> float:
    """1: the trust in an outcome of which nothing else is known."""
    return 1.0


@feature("trust.span")
def span(doubt: Doubt, _: None) -> float:
    """The odds that the span is right."""
    return _odds(doubt.span)


@feature("trust.winner")
def winner(doubt: Doubt, _: None) -> float:
    """The odds of the winner, be it nobody."""
    return _odds(doubt.first)


@feature("trust.lead")
def lead(doubt: Doubt, _: None) -> float:
    """How far the winner is ahead of the second."""
    return doubt.first - doubt.second


@feature("trust.nobody")
def nobody(doubt: Doubt, _: None) -> float:
    """1 if nobody won."""
    return float(doubt.mention is None)


@feature("trust.subject")
def subject(doubt: Doubt, _: None) -> float:
    """1 if the winner is the subject of the cue."""
    return float(doubt.subject)


def _sort(sort: str) -> Compute:
    def of_sort(doubt: Doubt, _: None) -> float:
        """1 if the winner's mention is of this sort."""
        return float(doubt.mention is not None and doubt.mention.sort == sort)

    return of_sort


def _kind(kind: str) -> Compute:
    def of_kind(doubt: Doubt, _: None) -> float:
        """1 for a quote of this kind."""
        return float(doubt.passage.kind == kind)

    return of_kind


for _name in _SORTS:
    feature(f"trust.{_name}")(_sort(_name))
for _name in _KINDS:
    feature(f"trust.{_name}")(_kind(_name))


def _odds(share: float) -> float:
    share = min(1 - 1e-6, max(1e-6, share))
    return max(-_SURE, min(_SURE, math.log(share / (1 - share))))
