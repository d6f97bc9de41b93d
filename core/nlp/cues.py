"""Finds the words that report speech, and who is their subject."""

from bisect import bisect_left
from collections.abc import Sequence

from core.model.analysis import Analysis, Entity
from core.model.reading import Cue
from core.nlp.continued import first_report
from core.nlp.headlines import headline_cue
from core.nlp.lexicon import lexicon
from core.nlp.parentheses import RELATIVE, parenthesis
from core.nlp.token_marks import CLOSING

_RIGHT_SUBJECTS = ("dobj", "attr", "npadvmod", "oprd", "dep", "appos", "acomp")
_LONGEST = 20
"""Tokens of a title with the name behind it."""
_FARTHEST = 4
"""How many verbs a borrowed subject may be away ("…, adding that", "went on to say")."""


def find_cues(analysis: Analysis, inside: Sequence[int]) -> tuple[Cue, ...]:
    """Return the cues outside quotation marks; `inside[i]` is -1 for a token that stands outside."""
    words = lexicon()
    found = []
    for token, lemma in enumerate(analysis.lemmas):
        if inside[token] >= 0:
            continue
        cue = None
        if analysis.pos[token] in ("VERB", "AUX"):
            cue = _verb_cue(analysis, token)
        elif analysis.pos[token] in ("NOUN", "PROPN"):
            if analysis.words[token] in words.own_words:
                cue = _own_words_cue(analysis, token)
            if cue is None and lemma in words.cue_nouns:
                cue = _noun_cue(analysis, token)
        if cue is None and (analysis.words[token], *analysis.words[token + 1 : token + 2]) in words.sources:
            cue = _source_cue(analysis, token)
        if cue:
            found.append(cue)
    headline = headline_cue(analysis)
    if headline is not None:
        found = [headline, *(cue for cue in found if cue.token > headline.token)]
    return tuple(found)


def _verb_cue(analysis: Analysis, token: int) -> Cue | None:
    verbs, lemma, last = lexicon().verbs, analysis.lemmas[token], token
    if token + 1 < len(analysis) and f"{lemma} {analysis.words[token + 1]}" in verbs:
        last = token + 1
        lemma = f"{lemma} {analysis.words[last]}"
    if lemma not in verbs or analysis.deps[token] == "amod":
        return None
    between = parenthesis(analysis, token)
    subject = _speaker_of(analysis, token) if between is None else between.subject
    uses = _uses(analysis, verbs[lemma].uses, subject)
    if not uses:
        return None
    passive = "hearing" in uses or _leaves_out_source(analysis, token)
    return Cue(
        token=token,
        span=analysis.span(token, last),
        lemma=lemma,
        strength=verbs[lemma].strength,
        uses=uses,
        subject=None if passive else subject,
        passive=passive,
        around=() if between is None else between.around,
    )


def _uses(analysis: Analysis, uses: frozenset[str], subject: int | None) -> frozenset[str]:
    """What the verb may report with this subject: "the survey found that …" is speech, "Ann found that …" is none."""
    lemma = analysis.lemmas[subject] if subject is not None else ""
    word = analysis.words[subject] if subject is not None else ""
    if "paper" in uses and subject is not None and _writes(analysis, subject, {lemma, word}):
        uses |= {"clause"}
    if "hearing" in uses and lemma in lexicon().hearings:
        uses |= {"clause"}
    else:
        uses -= {"hearing"}
    return uses - {"paper"}


def _writes(analysis: Analysis, subject: int, words: set[str]) -> bool:
    """Whether it is a document, or one who finds in writing, also by title ("Judge Panos Kyriakou")."""
    titles = {analysis.lemmas[child] for child in analysis.children[subject] if analysis.deps[child] == "compound"}
    return bool(words & lexicon().papers or (words | titles) & lexicon().finders)


def _speaker_of(analysis: Analysis, verb: int) -> int | None:
    subject = subject_of(analysis, verb)
    return _beside(analysis, verb) if subject is None else name_behind(analysis, subject, verb)


def name_behind(analysis: Analysis, role: int, end: int) -> int:
    """Return the name at the end of a long title before the token `end`, else the role itself.

    Without a comma, parsers take "the envoy" of "the envoy to the Sahel states Ana Ruiz" for all of it.
    """
    last = end - 1
    while last > role and analysis.pos[last] in ("AUX", "ADV", "PART"):
        last -= 1
    person = _person_up_to(analysis, last)
    if person is None or person.first - 1 <= role or analysis.pos[role] not in ("NOUN", "PROPN"):
        return role
    between = range(role + 1, person.first)
    before = person.first - 1
    if analysis.pos[before] != "PROPN" or analysis.words[before] in lexicon().titles:
        return role
    if any(analysis.words[token] == "," or analysis.pos[token] in ("VERB", "CCONJ") for token in between):
        return role
    return last if any(analysis.pos[token] == "ADP" for token in between) else role


def _person_up_to(analysis: Analysis, last: int) -> Entity | None:
    """The named person whose last token this is; entities come in text order."""
    place = bisect_left(analysis.entities, last, key=lambda entity: entity.last)
    found = analysis.entities[place] if place < len(analysis.entities) else None
    return found if found is not None and found.last == last and found.label == "PERSON" else None


def _leaves_out_source(analysis: Analysis, verb: int) -> bool:
    """In "She was told that …" and "asked whether …, she" the speaker is not named, unless by a "by"."""
    if analysis.tags[verb] not in ("VBN", "VBD") or _object_of(analysis, verb, ("by",), dep="agent") is not None:
        return False
    if analysis.child(verb, "nsubjpass", "auxpass") is not None:
        return analysis.lemmas[verb] != "quote"
    bare = analysis.child(verb, "nsubj", "aux") is None
    return bare and analysis.deps[verb] in ("acl", "advcl") and analysis.lemmas[verb] in lexicon().addressed


def _beside(analysis: Analysis, verb: int) -> int | None:
    """Where the parse shows no subject: the name between the marks and the verb, or right behind the verb."""
    before = verb - 1
    if before > 0 and analysis.pos[before] in ("PROPN", "PRON") and _ends_marks(analysis, _run_start(analysis, before)):
        return before
    after = verb + 1
    opens = verb == 0 or analysis.pos[verb - 1] == "SPACE" or _ends_marks(analysis, verb)
    if opens and after < len(analysis) and analysis.pos[after] in ("PROPN", "PRON"):
        while after + 1 < len(analysis) and analysis.pos[after + 1] == "PROPN":
            after += 1
        return after
    return None


def _run_start(analysis: Analysis, token: int) -> int:
    while token > 0 and analysis.pos[token] == analysis.pos[token - 1] == "PROPN":
        token -= 1
    return token


def _ends_marks(analysis: Analysis, token: int) -> bool:
    """Whether the token before closes marks, a comma or none behind them."""
    before = token - 1
    if before > 0 and analysis.words[before] == ",":
        before -= 1
    return before >= 0 and analysis.words[before][-1:] in CLOSING


def _noun_cue(analysis: Analysis, token: int) -> Cue | None:
    content = next(
        (c for c in analysis.children[token] if c > token and analysis.deps[c] in ("acl", "ccomp", "relcl")), None
    )
    if content is None or not any(
        analysis.words[mark] == "that" and analysis.deps[mark] == "mark" for mark in analysis.children[content]
    ):
        return None
    owner = analysis.child(token, "poss") or _object_of(analysis, token, ("by", "from", "of"))
    head = analysis.heads[token]
    if owner is None and analysis.pos[head] == "VERB" and analysis.deps[token] == "dobj":
        owner = subject_of(analysis, head)
    uses = frozenset({"clause"})
    span = analysis.span(token, token)
    return Cue(
        token=token, span=span, lemma=analysis.lemmas[token], sort="noun", strength=0.7, uses=uses, subject=owner
    )


def _own_words_cue(analysis: Analysis, token: int) -> Cue | None:
    """In "in her words" and "in the words of Ana Ruiz"."""
    owner, preposition = analysis.child(token, "poss"), analysis.heads[token]
    span = analysis.span(token, token)
    if owner is None:
        owner = _object_of(analysis, token, ("of",))
        span = analysis.span(preposition, min(token + 1, len(analysis) - 1))
    if owner is None or analysis.words[preposition] != "in":
        return None
    uses = frozenset({"quotation"})
    return Cue(token=token, span=span, lemma="words", sort="noun", strength=0.9, uses=uses, subject=owner)


def _source_cue(analysis: Analysis, token: int) -> Cue:
    to = token + 1
    source = analysis.child(to, "pobj") or analysis.child(token, "pobj")
    if source is None:
        source = next(
            (t for t in range(to + 1, min(to + 8, len(analysis))) if analysis.pos[t] in ("NOUN", "PROPN", "PRON")), None
        )
    if source is not None:
        comma = next(
            (t for t in range(source, min(source + _LONGEST, len(analysis))) if analysis.words[t] == ","), source
        )
        source = name_behind(analysis, source, comma)
    uses = frozenset({"clause", "quotation"})
    return Cue(
        token=token, span=analysis.span(token, to), lemma="according to", sort="source", uses=uses, subject=source
    )


def subject_of(analysis: Analysis, verb: int, *, steps: int = 0) -> int | None:
    """Return the token that names who does the verb, also where another verb lends its subject."""
    if steps > _FARTHEST:
        return None
    own = _own_subject(analysis, verb)
    if own is not None:
        return own
    dep, head = analysis.deps[verb], analysis.heads[verb]
    first = first_report(analysis, verb)
    if first is not None:
        return subject_of(analysis, first, steps=steps + 1)
    if head == verb:
        return None
    if dep == "acl" and analysis.pos[head] in ("NOUN", "PROPN", "PRON"):
        return head
    if dep == "pcomp":
        return _lender(analysis, head, steps)
    if dep in ("conj", "xcomp", "advcl", "ccomp", "aux", "parataxis", "prep", "dep") and analysis.pos[head] in (
        "VERB",
        "AUX",
    ):
        return subject_of(analysis, head, steps=steps + 1) if dep != "ccomp" else None
    return None


def _own_subject(analysis: Analysis, verb: int) -> int | None:
    subject = analysis.child(verb, "nsubj", "csubj")
    if subject is None:
        subject = _object_of(analysis, verb, ("by",), dep="agent")
    if subject is None:
        subject = analysis.child(verb, "nsubjpass")
    if subject is not None and analysis.words[subject] in RELATIVE and analysis.deps[verb] == "relcl":
        return analysis.heads[verb]
    if subject is None:
        subject = _inverted(analysis, verb)
    return subject


def _inverted(analysis: Analysis, verb: int) -> int | None:
    """In "…,” said Rosa" the parser may take the subject for an object."""
    before = analysis.words[verb - 1] if verb else ""
    if before[-1:] not in tuple(",\"”’'»“?!") or analysis.tags[verb] not in ("VBD", "VBZ"):
        return None
    for child in analysis.children[verb]:
        if child > verb and analysis.deps[child] in _RIGHT_SUBJECTS and analysis.pos[child] in ("PROPN", "NOUN"):
            return child if analysis.lefts[child] <= verb + 1 else None
    return None


def _lender(analysis: Analysis, preposition: int, steps: int) -> int | None:
    """In "quoted Sofia Klein as saying": whom the verb before the preposition is about, else its subject."""
    verb = analysis.heads[preposition]
    if verb == preposition or analysis.pos[verb] not in ("VERB", "AUX"):
        return None
    if analysis.words[preposition] == "as":
        told = analysis.child(verb, "dobj", "nsubjpass")
        if told is not None:
            return told
    return subject_of(analysis, verb, steps=steps + 1)


def _object_of(analysis: Analysis, token: int, prepositions: tuple[str, ...], *, dep: str = "prep") -> int | None:
    for child in analysis.children[token]:
        if analysis.deps[child] == dep and analysis.words[child] in prepositions:
            return analysis.child(child, "pobj")
    return None
