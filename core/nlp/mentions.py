"""Finds the words that name somebody who may speak: names, role nouns, subjects and pronouns."""

from collections.abc import Sequence

import msgspec

from core.model.analysis import Analysis, Entity
from core.model.reading import Cue, Mention
from core.nlp.lexicon import lexicon

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART"})
_BASE = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "case", "punct"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_Said = tuple[frozenset[str], frozenset[str], frozenset[str]]
_REACH = 25
"""Tokens behind a name in which a pronoun may take it up."""
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "our"})


def find_mentions(analysis: Analysis, cues: Sequence[Cue], inside: Sequence[int]) -> tuple[Mention, ...]:
    """Return the mentions outside quotation marks, in text order; names inside marks are no candidates."""
    found: dict[int, Mention] = {}
    for entity in analysis.entities:
        if entity.label in _NAMED and inside[entity.first] < 0:
            mention = _name(analysis, entity)
            if mention:
                found.setdefault(mention.head, mention)
    subjects = {cue.subject for cue in cues if cue.subject is not None}
    for token, pos in enumerate(analysis.pos):
        if token in found or inside[token] >= 0 or pos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"):
            continue
        if _may_speak(analysis, token, token in subjects) and not _in_entity(found, analysis, token):
            found[token] = _common(analysis, token)
    return tuple(found[head] for head in sorted(found))


def _in_entity(found: dict[int, Mention], analysis: Analysis, token: int) -> bool:
    """Whether it is a word of a name that is a mention already."""
    place = analysis.starts[token]
    return any(
        found[near].span.start <= place < found[near].span.end for near in range(token - 6, token + 7) if near in found
    )


def _may_speak(analysis: Analysis, token: int, subject: bool) -> bool:
    words, word, lemma = lexicon(), analysis.words[token], analysis.lemmas[token]
    if analysis.pos[token] == "PRON":
        if word in words.pronouns:
            return subject or (word != "it" and (analysis.deps[token] in _SUBJECTS or word in ("his", "her")))
        return subject and word not in words.things
    if subject:
        return word not in words.things
    if analysis.pos[token] not in ("NOUN", "PROPN") or analysis.deps[token] == "compound":
        return False
    known = lemma in words.roles or lemma in words.unnamed or lemma in words.bodies
    return known or (analysis.deps[token] in _SUBJECTS and (analysis.pos[token] == "PROPN" or lemma in words.papers))


def _name(analysis: Analysis, entity: Entity) -> Mention | None:
    """A name goes without what follows it; a title before it belongs to the mention."""
    first, last = entity.first, entity.last
    while first < last and analysis.pos[first] in ("DET", "PUNCT", "SPACE") and entity.label == "PERSON":
        first += 1
    while last > first and (analysis.words[last] in ("'s", "’s", "'", "’") or analysis.pos[last] in ("PUNCT", "SPACE")):
        last -= 1
    if not any(character.isalpha() for character in analysis.words[last]):
        return None
    head = next((t for t in range(first, last + 1) if not first <= analysis.heads[t] <= last), last)
    if analysis.pos[head] in ("ADJ", "ADP", "VERB", "ADV") or (
        analysis.deps[head] in ("amod", "compound") and entity.label != "PERSON"
    ):
        return None
    if analysis.deps[head] == "compound" and _describes_a_noun(analysis, head, entity):
        return None
    left = first
    while left > 0 and _belongs(analysis, left - 1, head):
        left -= 1
    roles, nouns, origins = _described(analysis, head, left, first - 1)
    return Mention(
        head=head,
        span=analysis.span(left, last),
        sort="name",
        label=entity.label,
        gender=_gender(analysis, left, last),
        number=2 if entity.label == "NORP" and analysis.tags[head].endswith("S") else 1,
        definite=True,
        roles=roles,
        nouns=nouns,
        origins=origins,
        taken_up=_taken_up(analysis, last) if entity.label == "PERSON" else "",
    )


def _taken_up(analysis: Analysis, last: int) -> str:
    """The gender of the first he or she in the paragraph behind a name, if no other name stands between."""
    pronouns = lexicon().pronouns
    for token in range(last + 1, min(len(analysis), last + _REACH)):
        if analysis.paragraphs[token] != analysis.paragraphs[last] or analysis.pos[token] == "PROPN":
            return ""
        gender, _ = pronouns.get(analysis.words[token], ("", 0))
        if gender in ("m", "f"):
            return gender
    return ""


def _describes_a_noun(analysis: Analysis, head: int, entity: Entity) -> bool:
    """Whether a name only describes what follows ("the Trump campaign"), which is not a title."""
    described = analysis.heads[head]
    if analysis.lemmas[described] in lexicon().titles:
        return False
    return analysis.pos[described] == "NOUN" or entity.label != "PERSON"


def _belongs(analysis: Analysis, token: int, head: int) -> bool:
    return analysis.heads[token] == head and analysis.words[token] in lexicon().titles


def _described(analysis: Analysis, head: int, first: int, last: int) -> _Said:
    """Return role words, nouns and origins said of a mention: before it, beside it, or as its apposition."""
    words = lexicon()
    near = set(range(first, last + 1))
    for child in analysis.children[head]:
        if analysis.deps[child] in ("compound", "amod", "nmod"):
            near.update(range(analysis.lefts[child], analysis.rights[child] + 1))
        elif analysis.deps[child] == "appos" and analysis.pos[child] == "NOUN":
            near.update(_base(analysis, child))
    if analysis.deps[head] == "appos" and analysis.pos[analysis.heads[head]] == "NOUN":
        near.update(_base(analysis, analysis.heads[head]))
    near.add(head)
    roles = {
        analysis.lemmas[t] for t in near if analysis.lemmas[t] in words.roles or analysis.lemmas[t] in words.unnamed
    }
    roles |= {analysis.words[t] for t in near if analysis.words[t] in words.roles}
    origins = {analysis.words[t] for t in near if analysis.tags[t] == "JJ" and analysis.surface(t)[:1].isupper()}
    nouns = {analysis.lemmas[t] for t in near if analysis.pos[t] == "NOUN"}
    return frozenset(roles), frozenset(nouns), frozenset(origins)


def _base(analysis: Analysis, head: int) -> range:
    """The noun phrase up to its head, without what follows."""
    first = head
    for child in analysis.children[head]:
        if child < head and analysis.deps[child] in _BASE:
            first = min(first, analysis.lefts[child])
    while first < head and not any(character.isalnum() or character in "@#" for character in analysis.words[first]):
        first += 1
    return range(first, head + 1)


def _common(analysis: Analysis, token: int) -> Mention:
    base = _base(analysis, token)
    words, word = lexicon(), analysis.words[token]
    if analysis.pos[token] == "PRON" and word in words.pronouns:
        gender, number = words.pronouns[word]
        return Mention(
            head=token, span=analysis.span(token, token), sort="pronoun", gender=gender, number=number, definite=True
        )
    roles, nouns, origins = _described(analysis, token, base.start, token)
    surface = analysis.surface(token)
    named = analysis.pos[token] == "PROPN" and (surface[:1].isupper() or surface.startswith("@"))
    return Mention(
        head=token,
        span=analysis.span(base.start, token),
        sort="name" if named else "nominal",
        gender=_gender(analysis, base.start, token),
        number=2 if analysis.tags[token] in ("NNS", "NNPS") else 1,
        definite=analysis.words[base.start] in _DEFINITE or named,
        body=analysis.lemmas[token] in words.bodies,
        roles=roles,
        nouns=nouns,
        origins=origins,
    )


def _gender(analysis: Analysis, first: int, last: int) -> str:
    words = lexicon()
    for token in range(first, last + 1):
        gender = words.gender_words.get(analysis.words[token]) or words.first_names.get(analysis.words[token])
        if gender:
            return gender
    return ""


def with_person(mention: Mention, person: int | None) -> Mention:
    """Return the mention with its place among the people."""
    return msgspec.structs.replace(mention, person=person)
