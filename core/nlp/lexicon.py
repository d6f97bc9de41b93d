"""The word lists under `resources/lexicons/en`, read once and ready for look-ups."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.resources import resource


@dataclass(frozen=True)
class CueVerb:
    """How sure a sign of speech a verb is, and where it is one (the uses that `cue_verbs.toml` explains)."""

    strength: float
    uses: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """The lists of one language. All words are in lower case; verbs are lemmas, some with a particle."""

    verbs: dict[str, CueVerb]
    addressed: frozenset[str]
    cue_nouns: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    own_words: frozenset[str]
    hearings: frozenset[str]
    finders: frozenset[str]
    namers: frozenset[str]
    posting: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles_of_names: frozenset[str]
    roles: frozenset[str]
    unnamed: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]
    things: frozenset[str]
    selves: frozenset[str]
    pronouns: dict[str, tuple[str, int]]
    gender_words: dict[str, str]
    first_names: dict[str, str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("lexicons", "en", f"{name}.toml").read_text(encoding="utf-8"))


def _verbs(groups: dict[str, Any]) -> dict[str, CueVerb]:
    """A verb in two groups has the uses of both and the greater strength."""
    verbs: dict[str, CueVerb] = {}
    for group in groups.values():
        for lemma in group["lemmas"]:
            other = verbs.get(lemma, CueVerb(0.0, frozenset()))
            verbs[lemma] = CueVerb(max(other.strength, group["strength"]), other.uses | frozenset(group["uses"]))
    return verbs


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: gender for gender, words in table.items() for word in words}


@cache
def lexicon() -> Lexicon:
    """Return the English lists; a second call costs nothing."""
    verbs, words, people = _table("cue_verbs"), _table("cue_words"), _table("people")
    return Lexicon(
        verbs=_verbs(verbs["groups"]),
        addressed=frozenset(verbs["addressed"]["lemmas"]),
        cue_nouns=frozenset(words["nouns"]),
        sources=tuple(tuple(source) for source in words["sources"]),
        own_words=frozenset(words["own_words"]),
        hearings=frozenset(words["hearings"]),
        finders=frozenset(words["finders"]),
        namers=frozenset(words["namers"]),
        posting=frozenset(words["posting"]),
        questions=frozenset(words["questions"]),
        answers=frozenset(words["answers"]),
        titles=frozenset(people["titles"]),
        suffixes=frozenset(people["suffixes"]),
        particles_of_names=frozenset(people["particles"]),
        roles=frozenset(people["roles"]),
        unnamed=frozenset(people["unnamed"]),
        bodies=frozenset(people["bodies"]),
        papers=frozenset(people["papers"]),
        things=frozenset(people["things"]),
        selves=frozenset(people["selves"]),
        pronouns={word: ("" if code[0] == "n" else code[0], int(code[1])) for word, code in people["pronouns"].items()},
        gender_words=_inverted(people["genders"]),
        first_names=_inverted(_table("first_names")),
    )
