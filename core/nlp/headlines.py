"""Reports in headlines: "Third of fish above limit, says study", "Majority content, survey shows"."""

from core.model.analysis import Analysis
from core.model.reading import Cue
from core.nlp.lexicon import lexicon

_MOST = 24
"""Tokens of a headline."""
_SOURCE = 7
"""Tokens behind its last comma."""
_FEWEST = 3
_ENDS = frozenset('.!?:;"”’»')


def headline_cue(analysis: Analysis) -> Cue | None:
    """Return the cue of a report in the headline that opens the text, or None; parsers and taggers often miss it."""
    last = _last_of_headline(analysis)
    comma = max((token for token in range(last) if analysis.words[token] == ","), default=-1)
    if comma < _FEWEST or not 2 <= last - comma <= _SOURCE:
        return None
    for token in range(comma + 1, last + 1):
        lemma = _verb(analysis, token)
        subject = _subject(analysis, token, comma + 1, last)
        if lemma and subject is not None:
            uses = frozenset({"clause"})
            span = analysis.span(token, token)
            return Cue(token=token, span=span, lemma=lemma, sort="headline", uses=uses, subject=subject)
    return None


def headline_content(analysis: Analysis, cue: Cue) -> tuple[int, int]:
    """Return the first and the last token of what the headline reports: all before its last comma."""
    comma = max(token for token in range(cue.token) if analysis.words[token] == ",")
    return 0, comma - 1


def _last_of_headline(analysis: Analysis) -> int:
    """The last token of the first paragraph if it may be a headline: short, without a full stop; else 0."""
    last = 0
    while last + 1 < min(len(analysis), _MOST) and analysis.paragraphs[last + 1] == 0:
        last += 1
    while last > 0 and analysis.pos[last] == "SPACE":
        last -= 1
    whole = last + 1 < len(analysis) and last + 1 < _MOST
    return last if whole and analysis.words[last][-1:] not in _ENDS else 0


def _verb(analysis: Analysis, token: int) -> str:
    """The verb of speech in the present tense that the word may be, whatever the tagger took it for."""
    word = analysis.words[token]
    lemma = word.removesuffix("s")
    verb = lexicon().verbs.get(lemma)
    return lemma if word != lemma and verb is not None and verb.uses & {"clause", "paper"} else ""


def _subject(analysis: Analysis, verb: int, first: int, last: int) -> int | None:
    """The word right before the verb, else the last one behind it; in headlines a tagger is not sure of nouns."""
    places: list[int] = [*range(verb - 1, first - 1, -1), *range(last, verb, -1)]
    for token in places:
        if analysis.words[token][:1].isalpha() and analysis.pos[token] not in ("ADP", "DET", "ADV", "CCONJ"):
            return token
    return None
