"""The register of ranking features: small named functions whose weights are kept by name."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

Compute = Callable[[Any, Any], float]


class Judges(StrEnum):
    """What a feature judges; every family that is not named here judges a mention (situation, mention).

    NOBODY: that no source is named (situation, None). ANTECEDENT: a person (reference, number). ITSELF: that a mention
    takes up nobody (reference, None). SPAN: that a passage is a quote with the right bounds (passage, None).
    TRUST: that a quote and its speaker are right (doubt, None).
    """

    MENTION = "mention"
    NOBODY = "nobody"
    ANTECEDENT = "antecedent"
    ITSELF = "itself"
    SPAN = "span"
    TRUST = "trust"


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature. `says` is the reason in words when it carried a candidate; empty ones give no reason."""

    name: str
    compute: Compute
    says: str = ""

    @property
    def family(self) -> str:
        """The part of the name before the dot; it says what the feature judges (`Judges`)."""
        return self.name.partition(".")[0]

    @property
    def judges(self) -> Judges:
        """What it judges, by its family."""
        return Judges(self.family) if self.family in _OTHERS else Judges.MENTION


_OTHERS = frozenset(Judges) - {Judges.MENTION}
_registered: dict[str, Feature] = {}


def feature(name: str, *, says: str = "") -> Callable[[Compute], Compute]:
    """Register a function under "family.name"; in `says`, {cue} stands for the cue's words."""

    def register(compute: Compute) -> Compute:
        if name in _registered:
            raise ValueError(f"two features are called {name}")
        if "." not in name:
            raise ValueError(f"{name} names no family")
        _registered[name] = Feature(name, compute, says)
        return compute

    return register


@cache
def features(judging: Judges | None = None) -> tuple[Feature, ...]:
    """Return the registered features by name: all, or those that judge one thing."""
    from core.rank.features import register_families

    register_families()

    every = (_registered[name] for name in sorted(_registered))
    return tuple(feature for feature in every if judging in (None, feature.judges))
