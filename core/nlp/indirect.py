"""Finds reported clauses: what a cue says that somebody said, from the parse."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.analysis import Analysis
from core.model.reading import Cue
from core.nlp.cues import is_continued_report
from core.nlp.lexicon import lexicon

_BACKSHIFTED = frozenset({"had", "would", "could", "might", "'d", "’d", "were", "was"})
_QUESTION_WORDS = frozenset({"what", "why", "how", "when", "where", "who", "whether", "if", "which"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A reported clause: `pieces` are runs of tokens, first and last included."""

    cue: Cue
    pieces: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """The first token."""
        return self.pieces[0][0]

    @property
    def last(self) -> int:
        """The last token."""
        return self.pieces[-1][1]


def find_clauses(analysis: Analysis, cues: Sequence[Cue]) -> list[Clause]:
    """Return one clause at most for each cue, in the order of the cues."""
    found = []
    for cue in cues:
        if "clause" not in cue.uses and "infinitive" not in cue.uses:
            continue
        pieces = _source_content(analysis, cue) if cue.sort == "source" else _content(analysis, cue)
        trimmed = [piece for piece in (_trimmed(analysis, piece) for piece in pieces) if piece]
        if trimmed and (len(trimmed) > 1 or trimmed[0][1] > trimmed[0][0]):
            found.append(Clause(cue, tuple(trimmed)))
    return found


def _content(analysis: Analysis, cue: Cue) -> list[tuple[int, int]]:
    head = _content_head(analysis, cue)
    if head is None:
        return _around_parenthesis(analysis, cue) if cue.sort == "verb" else []
    first, last = analysis.lefts[head], analysis.rights[head]
    if head > cue.token:
        first = max(first, cue.token + 1)
        last = max(_before_second_report(analysis, head, last), _continuation(analysis, cue, head))
        return [(first, last)]
    return _without(analysis, (first, last), _attribution(analysis, cue))


def _before_second_report(analysis: Analysis, content: int, last: int) -> int:
    """Leave ", adding that …" out of the first clause; it is a report of its own."""
    seconds = [child for child in analysis.children[content] if is_continued_report(analysis, child)]
    return min([last, *(analysis.lefts[second] - 1 for second in seconds)])


def _content_head(analysis: Analysis, cue: Cue) -> int | None:
    """Return the verb of the clause which the cue reports."""
    for child in analysis.children[cue.token]:
        if cue.sort == "noun":
            if child > cue.token and analysis.deps[child] in ("acl", "ccomp", "relcl"):
                return child
        elif _is_content(analysis, cue, child):
            return child
    return None


def _is_content(analysis: Analysis, cue: Cue, child: int) -> bool:
    dep, follows = analysis.deps[child], child > cue.token
    if dep == "ccomp" and "clause" in cue.uses and not _is_participle(analysis, child):
        return True
    if dep == "ccomp" and "infinitive" in cue.uses and follows:
        return True
    if dep == "xcomp" and "infinitive" in cue.uses and follows:
        return _has_to(analysis, child) and analysis.deps[cue.token] != "relcl"
    return dep == "advcl" and follows and _opens_with(analysis, child, "that")


def _is_participle(analysis: Analysis, token: int) -> bool:
    return analysis.tags[token] == "VBG" and analysis.child(token, "nsubj", "aux") is None


def _has_to(analysis: Analysis, token: int) -> bool:
    return any(analysis.words[c] == "to" and analysis.deps[c] == "aux" for c in analysis.children[token])


def _opens_with(analysis: Analysis, token: int, word: str) -> bool:
    return any(analysis.words[c] == word and analysis.deps[c] == "mark" for c in analysis.children[token])


def _continuation(analysis: Analysis, cue: Cue, content: int) -> int:
    """A verb joined to the cue goes on with the report if it is backshifted like it ("…, but plans had changed")."""
    last = -1
    if cue.sort != "verb" or analysis.tags[cue.token] != "VBD" or not _is_backshifted(analysis, content):
        return last
    for child in analysis.children[cue.token]:
        if analysis.deps[child] != "conj" or child < content:
            continue
        own = analysis.child(child, "nsubj", "nsubjpass", "expl")
        if own is None or analysis.lemmas[child] in lexicon().verbs or not _is_backshifted(analysis, child):
            break
        last = analysis.rights[child]
    return last


def _is_backshifted(analysis: Analysis, verb: int) -> bool:
    return analysis.words[verb] in ("was", "were") or any(
        analysis.deps[child] in ("aux", "auxpass") and analysis.words[child] in _BACKSHIFTED
        for child in analysis.children[verb]
    )


def _attribution(analysis: Analysis, cue: Cue) -> tuple[int, int]:
    """The run of tokens from the cue's subject to the cue, with what hangs on both."""
    first = last = cue.token
    if cue.subject is not None and analysis.heads[cue.subject] == cue.token:
        first, last = min(first, analysis.lefts[cue.subject]), max(last, analysis.rights[cue.subject])
    return first, last


def _around_parenthesis(analysis: Analysis, cue: Cue) -> list[tuple[int, int]]:
    """In "The plan, she said, is dead" the cue hangs on the clause which it reports."""
    head = analysis.heads[cue.token]
    if head == cue.token or analysis.deps[cue.token] not in ("parataxis", "ccomp", "dep") or cue.subject is None:
        return []
    own = _attribution(analysis, cue)
    before = analysis.words[own[0] - 1] if own[0] else ""
    after = analysis.words[own[1] + 1] if own[1] + 1 < len(analysis) else "."
    if before != "," or after not in (",", "."):
        return []
    return _without(analysis, (analysis.lefts[head], analysis.rights[head]), own)


def _source_content(analysis: Analysis, cue: Cue) -> list[tuple[int, int]]:
    head = analysis.heads[cue.token]
    while head != analysis.heads[head] and analysis.pos[head] not in ("VERB", "AUX"):
        head = analysis.heads[head]
    last = max(analysis.rights[cue.token], analysis.rights[cue.token + 1])
    if cue.subject is not None:
        last = max(last, analysis.rights[cue.subject])
    if head == cue.token:
        return []
    return _without(analysis, (analysis.lefts[head], analysis.rights[head]), (cue.token, last))


def _without(analysis: Analysis, whole: tuple[int, int], hole: tuple[int, int]) -> list[tuple[int, int]]:
    if hole[1] < whole[0] or hole[0] > whole[1]:
        return [whole]
    return [piece for piece in ((whole[0], hole[0] - 1), (hole[1] + 1, whole[1])) if piece[0] <= piece[1]]


def _trimmed(analysis: Analysis, piece: tuple[int, int]) -> tuple[int, int] | None:
    """Take punctuation and white space off both ends, and "and" or "but" off the beginning."""
    first, last = piece
    while first <= last and (_is_loose(analysis, first) or analysis.words[first] in ("and", "but", "though")):
        first += 1
    while last >= first and _is_loose(analysis, last):
        last -= 1
    return (first, last) if first <= last else None


def _is_loose(analysis: Analysis, token: int) -> bool:
    return not any(character.isalnum() or character in "$€£%" for character in analysis.words[token])
