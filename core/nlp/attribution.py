"""Finds the cue on which marked words hang: after them, before them, behind a colon."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.analysis import Analysis
from core.model.reading import Cue, Marked
from core.nlp.token_marks import token_range

_FINAL = frozenset({".", "!", "?", "...", "…", ";"})
_REACH = 22
_NEAR = 7
_SPEAKING_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the rule that found it; `how` is "after", "before", "clause", "colon", "loose" or "none"."""

    cue: Cue | None
    how: str


class Attributor:
    """Looks for the cue of each marked stretch of one text."""

    def __init__(self, analysis: Analysis, cues: Sequence[Cue], inside: Sequence[int]) -> None:
        self._analysis = analysis
        self._inside = inside
        self._by_token = {cue.token: cue for cue in cues}

    def attribution(self, mark: Marked) -> Attribution:
        """Return the best cue for a mark, trying the surest rules first."""
        first, last = token_range(self._analysis, mark.start, mark.end)
        if first > last:
            return Attribution(None, "none")
        colon = self._before_is(first, ":")
        before = self._before(first)
        if before and (colon or self._touches(before, first)):
            return Attribution(before, "before")
        after = self._after(mark, last)
        if after:
            return Attribution(after, "after")
        if before:
            return Attribution(before, "before")
        if colon:
            said = self._colon(first)
            return Attribution(said, "colon" if said else "none")
        return self._governing(first, last)

    def _touches(self, cue: Cue, first: int) -> bool:
        """Whether nothing but a comma or "that" stands between the cue and the mark."""
        between = range(cue.token + 1, first)
        return all(
            not self._is_word(token) or self._analysis.words[token] in ("that", "out", "on", "to") for token in between
        )

    def _is_word(self, token: int) -> bool:
        return any(character.isalnum() for character in self._analysis.words[token])

    def _before_is(self, token: int, sign: str) -> bool:
        token -= 1
        while token >= 0 and self._analysis.pos[token] == "SPACE":
            token -= 1
        return token >= 0 and self._analysis.words[token] == sign

    def _before(self, first: int) -> Cue | None:
        """The nearest cue before the mark in its sentence that governs it, not one that belongs to other marks."""
        analysis = self._analysis
        for token in range(first - 1, max(-1, first - _REACH), -1):
            if self._inside[token] >= 0 or analysis.paragraphs[token] != analysis.paragraphs[first]:
                return None
            if analysis.words[token] in _FINAL:
                return None
            cue = self._by_token.get(token)
            if (
                cue
                and "quotation" in cue.uses
                and not self._was_asked(token)
                and (cue.strength > 0.5 or token > first - 4)
            ):
                return cue
        return None

    def _was_asked(self, token: int) -> bool:
        """In "Asked about it, she …" somebody else asks."""
        return self._analysis.tags[token] == "VBN" and self._analysis.deps[token] in ("advcl", "acl")

    def _after(self, mark: Marked, last: int) -> Cue | None:
        """The first cue after the mark in the same sentence, if its subject stands there too."""
        analysis = self._analysis
        closing = self._closing(mark)
        new_sentence = closing in (".", "…")
        limit = _NEAR if new_sentence or closing in ("!", "?") else _REACH
        for token in range(last + 1, min(len(analysis), last + limit)):
            if self._inside[token] >= 0 or analysis.paragraphs[token] != analysis.paragraphs[last]:
                return None
            if analysis.words[token] in _FINAL:
                return None
            cue = self._by_token.get(token)
            if cue and "quotation" in cue.uses and self._follows(cue, last, closing):
                return cue
            if cue and closing not in (",", "!", "?"):
                return None
        return None

    def _follows(self, cue: Cue, last: int, closing: str) -> bool:
        analysis = self._analysis
        if cue.sort == "source":
            return closing != "."
        if cue.sort == "noun" or (cue.strength < 0.5 and closing not in (",", "!", "?")):
            return False
        if closing == ".":
            return self._stands_alone(cue, last)
        subject = cue.subject
        if subject is not None and last < subject and analysis.sentences[subject] >= analysis.sentences[last]:
            return closing in (",", "!", "?") or not self._opens_content(cue)
        return closing == "," and subject is None

    def _stands_alone(self, cue: Cue, last: int) -> bool:
        """After a full stop inside the marks only "he said." still belongs to them."""
        analysis = self._analysis
        following = cue.token + 1
        ends = following >= len(analysis) or analysis.words[following] in _FINAL
        return ends and cue.token - last <= 5 and (cue.subject or -1) > last

    def _opens_content(self, cue: Cue) -> bool:
        return self._analysis.child(cue.token, "ccomp") not in (None, *range(cue.token))

    def _closing(self, mark: Marked) -> str:
        """What ends the marked words: the last sign inside, or the comma right after."""
        text = self._analysis.text
        inner = text[mark.start : mark.end].rstrip("\"”“’'»«‹›`″ \u00a0")
        outer = text[mark.end : mark.end + 1]
        if outer == "," or inner[-1:] in (",", "—", "–", "-"):
            return ","
        return inner[-1:] if inner[-1:] in (".", "!", "?", "…") else ""

    def _colon(self, first: int) -> Cue | None:
        """Before a colon the main verb introduces, whatever it is ("was blunt:"), if somebody is its subject."""
        analysis = self._analysis
        sentence = [
            t for t in range(max(0, first - 40), first) if analysis.sentences[t] == analysis.sentences[first - 1]
        ]
        for token in sentence:
            subject = analysis.child(token, *_SPEAKING_SUBJECTS)
            if (
                subject is None
                or analysis.pos[token] not in ("VERB", "AUX")
                or (analysis.heads[token] in sentence and analysis.heads[token] != token)
            ):
                continue
            if analysis.deps[subject] == "nsubjpass" or self._inside[token] >= 0:
                return None
            last = max([token, *(c for c in analysis.children[token] if analysis.deps[c] in ("acomp", "prt"))])
            span = analysis.span(token, last)
            return Cue(
                token=token, span=span, lemma=analysis.lemmas[token], sort="colon", strength=0.5, subject=subject
            )
        return None

    def _governing(self, first: int, last: int) -> Attribution:
        """A cue above the marked words in the tree, such as "called the plan “a disaster”"."""
        analysis = self._analysis
        outer = next((t for t in range(first, last + 1) if not first <= analysis.heads[t] <= last), first)
        for token in analysis.ancestors(outer)[:6]:
            cue = self._by_token.get(token)
            if cue and self._inside[token] < 0:
                return Attribution(cue, "loose")
        return Attribution(None, "none")
