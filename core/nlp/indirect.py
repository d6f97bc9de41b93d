"""Finds reported clauses: what a cue says that somebody said, from the parse."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.analysis import Analysis
from core.model.reading import Cue
from core.nlp.continued import first_report, is_backshifted
from core.nlp.datelines import after_dateline
from core.nlp.headlines import headline_content
from core.nlp.lexicon import lexicon
from core.nlp.token_marks import EDGES

_FAR = 12
"""Tokens between a cue and its clause."""
_QUESTION_WORDS = frozenset({"what", "why", "how", "when", "where", "who", "whether", "if", "which"})
_ASKING = frozenset({"ask", "inquire", "enquire", "wonder", "question"})


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
        pieces = _CONTENTS.get(cue.sort, _content)(analysis, cue)
        pieces = [(after_dateline(analysis, first), last) for first, last in pieces]
        trimmed = [piece for piece in (_trimmed(analysis, piece) for piece in pieces) if piece]
        if trimmed and (len(trimmed) > 1 or trimmed[0][1] > trimmed[0][0]):
            found.append(Clause(cue, tuple(trimmed)))
    return found


def _content(analysis: Analysis, cue: Cue) -> list[tuple[int, int]]:
    head = _content_head(analysis, cue)
    if head is not None and head > cue.token:
        first = max(_begin(analysis, cue, head), cue.token + 1)
        last = max(analysis.rights[head], _coordinated(analysis, cue, head), _continuation(analysis, cue, head))
        last = _before_aside(analysis, first, _before_second_report(analysis, cue, first, last))
        return [(first, last)]
    if cue.lemma in lexicon().addressed and "infinitive" in cue.uses and (order := _loose_infinitive(analysis, cue)):
        return order
    if cue.sort == "verb" and "clause" in cue.uses:
        if loose := _loose_clause(analysis, cue):
            return loose
        if cue.around:
            return list(cue.around)
    if head is not None:
        return _without(analysis, (analysis.lefts[head], analysis.rights[head]), _attribution(analysis, cue))
    return _around_parenthesis(analysis, cue) if cue.sort == "verb" else []


def _begin(analysis: Analysis, cue: Cue, content: int) -> int:
    """Return the first token of a clause; parsers take "most of it" of "said most of it was" for the cue's object."""
    first = analysis.lefts[content]
    following = analysis.child(cue.token, "dobj")
    if following is None or cue.lemma in lexicon().addressed or not cue.token < following < first:
        return first
    has_own = analysis.child(content, "nsubj", "nsubjpass", "expl") is not None
    return first if has_own or analysis.lefts[following] != cue.token + 1 else cue.token + 1


def _before_second_report(analysis: Analysis, cue: Cue, first: int, last: int) -> int:
    """Leave ", adding that …" and "and promised to …" out of the first clause; they are reports of their own."""
    for token in range(first + 1, last + 1):
        if analysis.pos[token] == "VERB" and first_report(analysis, token) == cue.token:
            start = token
            while (
                start > first
                and analysis.heads[start - 1] in (token, analysis.heads[token])
                and (analysis.deps[start - 1] in ("aux", "neg", "advmod", "cc", "punct"))
            ):
                start -= 1
            return start - 1
    return last


def _before_aside(analysis: Analysis, first: int, last: int) -> int:
    """Leave ", which the force called “impassable”" out: somebody else's words about a word of the clause."""
    for token in range(first + 1, last + 1):
        verb = lexicon().verbs.get(analysis.lemmas[token])
        if analysis.deps[token] != "relcl" or verb is None or "quotation" not in verb.uses:
            continue
        subject, begin = analysis.child(token, "nsubj"), analysis.lefts[token]
        marked = any(word.startswith(EDGES) for word in analysis.words[token + 1 : last + 2])
        if subject is not None and subject != begin and marked and begin > first + 1:
            return begin - 1
    return last


def _coordinated(analysis: Analysis, cue: Cue, content: int) -> int:
    """Return the last token of further clauses of the same report: "that it rained and that the road was closed"."""
    last = -1
    for child in analysis.children[cue.token]:
        if child < content or analysis.deps[child] not in ("ccomp", "conj"):
            continue
        led = analysis.deps[child] == "ccomp" and analysis.words[analysis.lefts[child] - 1] in ("and", "but", "or")
        if led or _opens_with(analysis, child, "that"):
            last = analysis.rights[child]
    return last


def _loose_clause(analysis: Analysis, cue: Cue) -> list[tuple[int, int]]:
    """In "told reporters on a call that …" the parser may hang the clause on a noun between."""
    for token in range(cue.token + 1, min(cue.token + _FAR, len(analysis))):
        if analysis.sentences[token] != analysis.sentences[cue.token] or analysis.pos[token] == "VERB":
            return []
        head = analysis.heads[token]
        if (
            analysis.words[token] == "that"
            and head > token
            and analysis.deps[head] in ("acl", "relcl", "ccomp", "advcl")
        ):
            return [(token, analysis.rights[head])]
    return []


def _loose_infinitive(analysis: Analysis, cue: Cue) -> list[tuple[int, int]]:
    """In "asked all who wish to help to call" the parser hangs the order on a noun or a verb inside the object."""
    told = analysis.child(cue.token, "dobj")
    if told is None or told < cue.token or analysis.rights[told] - told > 2 * _FAR:
        return []
    for token in range(analysis.rights[told], told, -1):
        verb = analysis.heads[token]
        if analysis.words[token] == "to" and analysis.deps[token] == "aux" and verb > token:
            first = token - 1 if analysis.words[token - 1] == "not" else token
            return [(first, max(analysis.rights[verb], analysis.rights[told]))]
    return []


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
        return _has_to(analysis, child)
    if dep != "advcl" or not follows:
        return False
    return _opens_with(analysis, child, "that") or (cue.lemma in _ASKING and _is_question(analysis, child))


def _is_question(analysis: Analysis, verb: int) -> bool:
    first = analysis.words[analysis.lefts[verb]]
    return first in _QUESTION_WORDS


def _is_participle(analysis: Analysis, token: int) -> bool:
    return analysis.tags[token] == "VBG" and analysis.child(token, "nsubj", "aux") is None


def _has_to(analysis: Analysis, token: int) -> bool:
    return any(analysis.words[c] == "to" and analysis.deps[c] == "aux" for c in analysis.children[token])


def _opens_with(analysis: Analysis, token: int, word: str) -> bool:
    return any(analysis.words[c] == word and analysis.deps[c] == "mark" for c in analysis.children[token])


def _continuation(analysis: Analysis, cue: Cue, content: int) -> int:
    """A verb joined to the cue goes on with the report if it is backshifted like it ("…, but plans had changed")."""
    last = -1
    if cue.sort != "verb" or not analysis.tags[cue.token].startswith("VB") or not is_backshifted(analysis, content):
        return last
    for child in analysis.children[cue.token]:
        if analysis.deps[child] != "conj" or child < content:
            continue
        own = analysis.child(child, "nsubj", "nsubjpass", "expl")
        if own is None or analysis.lemmas[child] in lexicon().verbs or not is_backshifted(analysis, child):
            break
        last = analysis.rights[child]
    return last


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
    head = _whole(analysis, analysis.heads[cue.token])
    last = max(analysis.rights[cue.token], analysis.rights[cue.token + 1])
    if cue.subject is not None:
        last = max(last, analysis.rights[cue.subject])
    if head == cue.token:
        return []
    return _without(analysis, (analysis.lefts[head], analysis.rights[head]), (cue.token, last))


def _whole(analysis: Analysis, token: int) -> int:
    """Climb from where "according to" hangs to the verb of the whole statement."""
    while analysis.heads[token] != token and (
        analysis.pos[token] not in ("VERB", "AUX") or analysis.deps[token] in ("conj", "advcl", "aux", "auxpass")
    ):
        token = analysis.heads[token]
    return token


def _headline_content(analysis: Analysis, cue: Cue) -> list[tuple[int, int]]:
    return [headline_content(analysis, cue)]


_CONTENTS = {"source": _source_content, "headline": _headline_content}


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
