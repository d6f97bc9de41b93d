"""The word lists of a language under `resources/lexicons`, read once and ready for look-ups (docs/languages.md)."""

import os
import tomllib
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.errors import UserMistake
from core.resources import resource

_spoken = ContextVar("spoken", default="en")


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
    dependencies: dict[str, str]


def speak(language: str) -> None:
    """Choose the language in which texts are read from now on, by its ISO 639-1 code.

    Raises `UserMistake` where there are no word lists of it.
    """
    if not os.path.isdir(resource("lexicons", language)):
        raise UserMistake(
            f"There are no word lists for the language “{language}” of this spaCy pipeline. Nothing was changed. "
            "Choose another pipeline in the settings (spacy_model), or add the language (docs/languages.md)."
        )
    _spoken.set(language)


def lexicon() -> Lexicon:
    """Return the lists of the language that is spoken; a second call costs next to nothing."""
    return _lexicon(_spoken.get())


def _table(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads(resource("lexicons", language, f"{name}.toml").read_text(encoding="utf-8"))


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
def _lexicon(language: str) -> Lexicon:
    verbs, words, people = (_table(language, name) for name in ("cue_verbs", "cue_words", "people"))
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
        first_names=_inverted(_table(language, "first_names")),
        dependencies=_table(language, "dependencies")["names"],
    )
