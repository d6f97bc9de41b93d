"""What a decision would bring along: other quotes of the article that the same words make the same speaker's."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from core.model.records import Quote, Record
from core.model.terms import SpeakerType, Via

PRONOUNS = (
    frozenset({"he", "him", "his", "himself"}),
    frozenset({"she", "her", "hers", "herself"}),
    frozenset({"they", "them", "their", "theirs", "themselves"}),
    frozenset({"it", "its", "itself"}),
    frozenset({"i", "me", "my", "we", "us", "our"}),
)

MOST_BETWEEN = 60
"""Characters between two quotes of one turn: room for "the minister said on Friday", not for a sentence."""
_BREAK = re.compile("[\n\r\u2028\u2029]")


class Follower(Record, frozen=True, kw_only=True):
    """A quote that would take the same speaker; `reason` says by what: "also “the minister”"."""

    quote_id: str
    reason: str


def followers(
    text: str, quotes: Sequence[Quote], quote: Quote, *, speaker_id: str | None, name: str
) -> tuple[Follower, ...]:
    """Return which suggested quotes of an article a decision about one of them would bring along.

    `quotes` stand in text order; `speaker_id`, or `name` of one who is not in the roster yet, is who was decided on.
    A role noun resolves all later quotes that name their speaker by the same words, and a name wherever it stands. A
    pronoun goes on until somebody else is named; a quote without words that name its speaker belongs to the turn
    before it, up to the end of that turn. What a person has decided or edited never follows.
    """
    words = _words(text, quote)
    here = next((row for row, each in enumerate(quotes) if each.id == quote.id), -1)
    if here < 0:
        return ()
    named: Iterable[tuple[int, str]] = ()
    if words:
        named = _pronouns(text, quotes, here) if _pronoun(words) else _same_words(text, quotes, here, words)
    wanted: dict[str, Follower] = {}
    for row, reason in chain(named, _turn(text, quotes, here)):
        each = quotes[row]
        if _may_follow(each) and not _has(each, speaker_id, name):
            wanted.setdefault(each.id, Follower(quote_id=each.id, reason=reason))
    return tuple(wanted.values())


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun alone, which names and describes nobody."""
    return bool(_pronoun(words))


def _same_words(text: str, quotes: Sequence[Quote], here: int, words: str) -> Iterable[tuple[int, str]]:
    reason = f"also “{words}”"
    is_name = words[:1].isupper() and not words.lower().startswith("the ")
    for row, each in enumerate(quotes):
        if row != here and (row > here or is_name) and _words(text, each).casefold() == words.casefold():
            yield row, reason


def _pronouns(text: str, quotes: Sequence[Quote], here: int) -> Iterable[tuple[int, str]]:
    """Later quotes by the same pronoun, until other words name a speaker or a person has decided for somebody."""
    group = _pronoun(_words(text, quotes[here]))
    for row in range(here + 1, len(quotes)):
        each = quotes[row]
        words = _words(text, each)
        if each.checked or (words and not _pronoun(words)):
            return
        if words and _pronoun(words) == group:
            yield row, f"“{words}” again"


def _turn(text: str, quotes: Sequence[Quote], here: int) -> Iterable[tuple[int, str]]:
    """Quotes behind this one that no words and no cue give to anybody, with no more than an attribution between.

    Over the end of a paragraph a turn goes on only where a quote follows at once. What stands inside another quote is
    somebody else's words in it: no part of the turn, which goes on behind the outer one; nor does an inner one go on
    outside.
    """
    reason = f"same turn as #{here + 1}"
    last = quotes[here].span.end
    around = max((each.span.end for each in quotes[:here] if each.span.end >= last), default=len(text))
    for row in range(here + 1, len(quotes)):
        each = quotes[row]
        if each.span.start >= around:
            return
        if each.span.end <= last or each.parent != quotes[here].parent:
            continue
        if each.mention is not None or each.cue is not None or each.checked:
            return
        between = text[last : each.span.start]
        if len(between.strip()) > MOST_BETWEEN or (between.strip() and _BREAK.search(between)):
            return
        last = each.span.end
        yield row, reason


def _words(text: str, quote: Quote) -> str:
    return " ".join(text[slice(*quote.mention)].split()) if quote.mention else ""


def _pronoun(words: str) -> frozenset[str]:
    return next((group for group in PRONOUNS if words.casefold() in group), frozenset())


def _may_follow(quote: Quote) -> bool:
    untouched = quote.decided is None or quote.decided.via is Via.PROPAGATED
    return not quote.checked and untouched


def _has(quote: Quote, speaker_id: str | None, name: str) -> bool:
    if quote.speaker_type is not SpeakerType.NAMED:
        return False
    return quote.speaker_id == speaker_id if speaker_id and quote.speaker_id else quote.speaker_name == name
