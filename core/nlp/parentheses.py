"""Attributions between commas or behind one: "The plan, she said, is dead", "Two men drowned, police in Orhei said"."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.analysis import Analysis
from core.nlp.lexicon import lexicon
from core.nlp.token_marks import EDGES

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TAKEN = ("dobj", "xcomp", "oprd", "attr", "acomp")
"""What a verb has that reports nothing between commas: "On Friday, she offered an excuse"."""
RELATIVE = frozenset({"who", "which", "that", "whom"})
"""What opens a relative clause in a noun's place."""
_OF_NAMES = ("PROPN", "NOUN", "ADJ", "DET")
_LONGEST = 24
"""Tokens of an attribution."""


@dataclass(frozen=True, slots=True)
class Parenthesis:
    """An attribution set off by commas: the token that names who speaks, and the runs of the sentence around it."""

    subject: int
    around: tuple[tuple[int, int], ...]


def parenthesis(analysis: Analysis, verb: int) -> Parenthesis | None:
    """Return the attribution of which this is the verb, or None if it is none or stands beside words in marks."""
    if not _is_finite(analysis, verb) or _has_object(analysis, verb):
        return None
    begin, end = _sentence(analysis, verb)
    if analysis.words[begin] == "as" and analysis.deps[verb] == "advcl" and verb - begin < _LONGEST:
        return _as_said(analysis, verb, begin, end)
    inverted = analysis.words[verb - 1] == "," if verb > begin else False
    subject = _subject(analysis, verb, begin, inverted=inverted)
    if subject is None or analysis.words[subject] in RELATIVE:
        return None
    loose = analysis.deps[verb] != "relcl"
    first = verb if inverted else _leftmost(analysis, subject) if loose else analysis.lefts[subject]
    if first <= begin or analysis.words[first - 1] != ",":
        return None
    last = _last(analysis, max(verb, analysis.rights[subject] if inverted else verb), end)
    if last - first > _LONGEST or _is_marked(analysis, begin, end):
        return None
    after = (last + 1, end if not _is_added(analysis, verb, last) else last)
    around = [piece for piece in ((begin, first - 2), after) if _has_words(analysis, *piece)]
    if not around or around[0][0] != begin or not any(_is_said(analysis, *piece) for piece in around):
        return None
    return Parenthesis(subject=subject, around=tuple(around))


def _is_finite(analysis: Analysis, verb: int) -> bool:
    """Whether it is a verb of a clause; a past form may be taken for a participle ("the board announced on Friday")."""
    return analysis.tags[verb] in _FINITE or (
        analysis.tags[verb] == "VBN" and analysis.child(verb, "aux", "auxpass") is None
    )


def _as_said(analysis: Analysis, verb: int, begin: int, end: int) -> Parenthesis | None:
    """In "As the mayor told the Packet, the bridge is safe" the rest of the sentence is what was said."""
    subject = analysis.child(verb, "nsubj")
    last = _last(analysis, verb, end)
    if subject is None or last == end or _is_marked(analysis, begin, end) or not _is_said(analysis, last + 1, end):
        return None
    return Parenthesis(subject=subject, around=((last + 1, end),))


def _has_object(analysis: Analysis, verb: int) -> bool:
    """Whether the verb has an object that is not the one spoken to."""
    objects = [c for c in analysis.children[verb] if c > verb and analysis.deps[c] in _TAKEN]
    if analysis.lemmas[verb] in lexicon().addressed:
        objects = [c for c in objects if analysis.deps[c] != "dobj"]
    # An inverted subject may be taken for an object.
    return any(analysis.lefts[c] > verb + 1 or analysis.words[verb - 1] != "," for c in objects)


def _is_added(analysis: Analysis, verb: int, last: int) -> bool:
    """In ", she said, adding that …" what follows is another report."""
    following = range(last + 2, min(last + 4, len(analysis)))
    return any(analysis.tags[t] == "VBG" and analysis.heads[t] == verb for t in following)


def _sentence(analysis: Analysis, token: int) -> tuple[int, int]:
    number, first, last = analysis.sentences[token], token, token
    while first > 0 and analysis.sentences[first - 1] == number:
        first -= 1
    while last + 1 < len(analysis) and analysis.sentences[last + 1] == number:
        last += 1
    return first, last


def _subject(analysis: Analysis, verb: int, begin: int, *, inverted: bool) -> int | None:
    """The noun right before the verb, or right behind it in ", said Rosa,"; parsers often take the one further away."""
    if inverted:
        after = [c for c in analysis.children[verb] if c > verb and analysis.lefts[c] == verb + 1]
        return next((c for c in after if analysis.pos[c] in ("NOUN", "PROPN", "PRON")), None)
    subjects = [c for c in analysis.children[verb] if begin <= c < verb and analysis.deps[c] in ("nsubj", "nsubjpass")]
    if subjects:
        return subjects[-1]
    return _hung_elsewhere(analysis, verb)


def _hung_elsewhere(analysis: Analysis, verb: int) -> int | None:
    """The noun right before the verb, where the parser joined the verb to another one, or took it for a participle."""
    before = verb - 1
    if analysis.deps[verb] == "acl" and analysis.heads[verb] < verb:
        return analysis.heads[verb]
    if before < 0 or analysis.deps[verb] != "conj" or analysis.pos[before] not in ("PROPN", "NOUN"):
        return None
    first = _back_to_comma(analysis, before, (*_OF_NAMES, "PART"))
    return before if first > 0 and analysis.words[first - 1] == "," else None


def _leftmost(analysis: Analysis, subject: int) -> int:
    """Where the words before the verb begin that name the subject."""
    return _back_to_comma(analysis, analysis.lefts[subject], _OF_NAMES)


def _back_to_comma(analysis: Analysis, first: int, pos: Sequence[str]) -> int:
    """Go back over words of these parts of speech, as far as a comma."""
    while first > 0 and analysis.words[first - 1] != "," and analysis.pos[first - 1] in pos:
        first -= 1
    return first


def _last(analysis: Analysis, token: int, end: int) -> int:
    """Where the attribution ends: before the next comma, else with the sentence."""
    for place in range(token + 1, end + 1):
        if analysis.words[place] == ",":
            return place - 1
    return end


def _is_marked(analysis: Analysis, first: int, last: int) -> bool:
    return any(word.startswith(EDGES) for word in analysis.words[first : last + 1])


def _has_words(analysis: Analysis, first: int, last: int) -> bool:
    return any(word[:1].isalnum() for word in analysis.words[first : last + 1])


def _is_said(analysis: Analysis, first: int, last: int) -> bool:
    return any(tag in _FINITE for tag in analysis.tags[first : last + 1])
