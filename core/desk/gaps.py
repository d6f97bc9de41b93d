"""Paragraphs in which nobody has marked a quote though they look as if somebody speaks: to be read before the end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from core.model.records import Quote, Record
from core.model.spans import Span
from core.nlp.lexicon import lexicon
from core.nlp.paragraphs import paragraph_spans
from core.nlp.quote_marks import pair_marks

LEAST_STRENGTH = 0.9
"""Verbs that are as sure a sign of speech as "say", "claim" or "promise"."""
_PRESENT = ("say", "tell")
_PAST = {"say": "said", "tell": "told", "write": "wrote", "swear": "swore"}


class Gap(Record, frozen=True, kw_only=True):
    """A paragraph without a quote; `words` is what looks like speech in it."""

    span: Span
    words: str


def gaps(text: str, quotes: Iterable[Quote]) -> tuple[Gap, ...]:
    """Return the paragraphs without any piece of a quote in which quotation marks or a verb of speech stand.

    The verbs are those of the language that is spoken (`core.nlp.lexicon`), in the past, as news tells what was said.
    """
    taken = sorted(fragment for quote in quotes for fragment in quote.fragments)
    return tuple(_gaps(text, paragraph_spans(text), taken))


def _gaps(text: str, paragraphs: Sequence[Span], taken: Sequence[Span]) -> Iterator[Gap]:
    at, reach = 0, 0
    for paragraph in paragraphs:
        while at < len(taken) and taken[at].start < paragraph.end:
            reach = max(reach, taken[at].end)
            at += 1
        if reach > paragraph.start:
            continue
        sign = _sign(text, paragraph)
        if sign is not None:
            yield Gap(span=paragraph, words=" ".join(text[slice(*sign)].split())[:60])


def _sign(text: str, paragraph: Span) -> Span | None:
    marked = pair_marks(text, [paragraph])
    if marked:
        return marked[0].span
    found = _forms().search(text, paragraph.start, paragraph.end)
    return Span(*found.span()) if found else None


@cache
def _forms() -> re.Pattern[str]:
    verbs = lexicon().verbs.items()
    sure = [lemma for lemma, verb in verbs if verb.strength >= LEAST_STRENGTH and "clause" in verb.uses]
    forms = sorted({form for lemma in sure for form in _inflected(lemma)})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)


def _inflected(lemma: str) -> Iterator[str]:
    """Yield the past of a verb; its present only where that is no noun as well, as "states" and "reports" are."""
    verb, *particle = lemma.split(" ", 1)
    if verb in _PRESENT:
        forms = [verb, f"{verb}s", _PAST[verb]]
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        forms = [f"{verb[:-1]}ied"]
    else:
        forms = [_PAST.get(verb, f"{verb[:-1] if verb.endswith('e') else verb}ed")]
    for form in forms:
        yield " ".join((form, *particle))
