"""The register of ranking features: small named functions whose weights are kept by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Compute = Callable[[Any, Any], float]


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature. `says` is the reason in words when it carried a candidate; empty ones give no reason."""

    name: str
    compute: Compute
    says: str = ""

    @property
    def family(self) -> str:
        """The part of the name before the dot; "antecedent" features judge people, all others mentions."""
        return self.name.partition(".")[0]


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


def features() -> tuple[Feature, ...]:
    """Return every registered feature, by name."""
    from core.rank.features import register_families

    register_families()

    return tuple(_registered[name] for name in sorted(_registered))
