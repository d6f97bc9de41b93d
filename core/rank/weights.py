"""The weights of the ranker, by feature name, and the fingerprint under which they are known."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.resources import resource

_DIGITS = 4


@dataclass(frozen=True)
class Weights:
    """Hand-set or learned numbers. A feature without a weight counts 0, a weight without a feature is ignored."""

    by_name: dict[str, float]

    def __getitem__(self, name: str) -> float:
        """Return the weight of a feature, 0 if it has none."""
        return self.by_name.get(name, 0.0)


@cache
def shipped_weights() -> Weights:
    """Return the weights that come with the program."""
    return read_weights(resource("ranker", "en.json"))


@cache
def start_weights() -> Weights:
    """Return the hand-set weights from which training starts."""
    return read_weights(resource("ranker", "en.start.json"))


def encode_weights(weights: Weights, about: str) -> bytes:
    """Return the file of these weights, by name, to four digits; those that round to 0 are left out."""
    table = {name: round(value, _DIGITS) for name, value in sorted(weights.by_name.items()) if round(value, _DIGITS)}
    return json.dumps({"about": about, "weights": table}, indent=2).encode() + b"\n"


def read_weights(path: Path) -> Weights:
    """Read weights from a JSON file with a table "weights"."""
    table = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return Weights({str(name): float(value) for name, value in table.items()})


@cache
def fingerprint() -> str:
    """Return the SHA-256 over the weights and the word lists: what decides which suggestions are made."""
    digest = hashlib.sha256()
    for path in [resource("ranker", "en.json"), *sorted(resource("lexicons").rglob("*.toml"))]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
