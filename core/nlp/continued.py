"""A second report by the speaker of the first, which parsers hang on the words of the first one.

"She said that the gate would be locked and appealed to parents to come" is two reports of hers, although "appealed" is
joined to "locked" in the parse.
"""

from core.model.analysis import Analysis
from core.nlp.lexicon import lexicon

_BACKSHIFTED = frozenset({"had", "would", "could", "might", "'d", "’d", "were", "was"})
_HELD_BACK = frozenset({"decline", "refuse"})
_PAST = frozenset({"VBD", "VBN"})
_FARTHEST = 3
"""How many verbs may be joined to each other."""


def first_report(analysis: Analysis, verb: int) -> int | None:
    """Return the verb of the report that this one goes on from, or None if it is hung on nothing of the kind."""
    head = analysis.heads[verb]
    if head == verb:
        return None
    if analysis.deps[verb] == "advcl":
        return _adding(analysis, verb, head)
    if analysis.deps[verb] == "conj":
        return _joined(analysis, verb)
    return None


def is_backshifted(analysis: Analysis, verb: int) -> bool:
    """Whether the verb stands in the tense of a report about the past ("had come", "would come", "was")."""
    return analysis.words[verb] in ("was", "were") or any(
        analysis.deps[child] in ("aux", "auxpass") and analysis.words[child] in _BACKSHIFTED
        for child in analysis.children[verb]
    )


def _adding(analysis: Analysis, verb: int, head: int) -> int | None:
    """In "said that it rained, adding that …" the participle belongs to "said"."""
    if analysis.tags[verb] != "VBG" or head > verb or analysis.deps[head] != "ccomp":
        return None
    return analysis.heads[head] if _report(analysis, verb) and _report(analysis, analysis.heads[head]) else None


def _joined(analysis: Analysis, verb: int) -> int | None:
    """The content of the first report is in another tense or mood than the second verb, which has no subject."""
    content, steps = analysis.heads[verb], 0
    while analysis.deps[content] == "conj" and steps < _FARTHEST:
        content, steps = analysis.heads[content], steps + 1
    first = analysis.heads[content]
    if analysis.deps[content] not in ("ccomp", "xcomp", "acl") or not content < verb or not first < content:
        return None
    if not _report(analysis, first) or analysis.child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return None
    if not _has_content(analysis, verb):
        return None
    if analysis.deps[content] == "xcomp":
        return first if analysis.tags[verb] == analysis.tags[first] else None
    if _held_back(analysis, verb):
        return first
    same = analysis.tags[verb] == analysis.tags[first] or {analysis.tags[verb], analysis.tags[first]} <= _PAST
    return first if same and is_backshifted(analysis, content) and _report(analysis, verb) else None


def _held_back(analysis: Analysis, verb: int) -> bool:
    """In "but would not say whether" and "but declined to say"."""
    if analysis.lemmas[verb] in _HELD_BACK:
        return True
    return _report(analysis, verb) and analysis.child(verb, "neg") is not None


def _report(analysis: Analysis, verb: int) -> bool:
    return analysis.lemmas[verb] in lexicon().verbs


def _has_content(analysis: Analysis, verb: int) -> bool:
    """Whether the verb reports something itself: a clause, an infinitive, or words in marks behind it."""
    if any(child > verb and analysis.deps[child] in ("ccomp", "xcomp") for child in analysis.children[verb]):
        return True
    following = analysis.words[verb + 1 : verb + 6]
    return any(word in ("“", '"', "``", "«", "»", "„", "‘") for word in following)
