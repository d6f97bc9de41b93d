"""Who said it: accept what is suggested, name somebody else, or say that nobody is named."""

import re
from typing import NamedTuple

from core.commands.boundaries import text_of
from core.commands.command import Act
from core.commands.following import bring_along
from core.commands.settling import Shown, name_of
from core.commands.sources import give_source
from core.commands.suggested import Source, source_before, source_of
from core.errors import UserMistake
from core.model.records import Candidate, Quote, Record
from core.model.spans import Span, flaw
from core.model.terms import SpeakerType
from core.store import tables
from core.store.layers import join_cast, own_layer, own_quote
from core.store.mapping import span_of
from core.store.past import rows_of
from core.store.speakers import name_in_roster, names_in_roster, roster_speaker
from core.store.transaction import Step, Transaction


class AcceptSuggestion(Record, frozen=True, kw_only=True):
    """Say that a quote is right as it is shown."""

    document_id: str
    quote_id: str
    act: Act
    follow: tuple[str, ...] = ()
    """Quotes of the article that take the same speaker along, in the same step."""
    seen: Quote | None = None
    """The quote as it is shown to who accepts it; None where nobody looks."""

    def apply(self, transaction: Transaction) -> Step:
        """Settle the quote unchanged; refused if it is another than was seen."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        if self.seen is not None and not _is_as_seen(quote, self.seen):
            raise UserMistake(
                "The quote has changed since it was shown: it was labelled again, or another program changed it. "
                "Nothing was changed. Look at it again, then decide."
            )
        shown = Shown(transaction, self.document_id, quote)
        shown.settle(quote, self.act)
        name = name_of(transaction, quote)
        words = {"speaker": name} if name else {"speaker": "", "type": quote.speaker_type}
        words |= _along(transaction, self.document_id, self.follow, quote=quote, act=self.act)
        return Step(code="accept", words=words, document_id=self.document_id, quote_id=self.quote_id)


class AssignSpeaker(Record, frozen=True, kw_only=True):
    """Say who is meant: a speaker of the roster by id, or a name, which is looked up there or added."""

    document_id: str
    quote_id: str
    act: Act
    speaker_id: str | None = None
    name: str | None = None
    mention: Span | None = None
    follow: tuple[str, ...] = ()
    """Quotes of the article that take the same speaker along, in the same step."""

    def apply(self, transaction: Transaction) -> Step:
        """Give the quote its speaker and settle it."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        before = name_of(transaction, quote)
        shown = Shown(transaction, self.document_id, quote)
        speaker = roster_or_new(transaction, self.speaker_id, self.name)
        join_cast(transaction.session, own_layer(transaction, self.document_id), speaker.id)
        mention = self._evidence(transaction, quote, speaker)
        give_source(transaction, quote, shown, Source(SpeakerType.NAMED, None, mention, speaker.id))
        shown.settle(quote, self.act)
        words = {"speaker": speaker.name, "before": before or ""}
        words |= _along(transaction, self.document_id, self.follow, quote=quote, act=self.act)
        return Step(code="assign", words=words, document_id=self.document_id, quote_id=self.quote_id)

    def _evidence(self, transaction: Transaction, quote: tables.Quote, speaker: "Named") -> Span | None:
        if self.mention is None and quote.speaker_id == speaker.id:
            return span_of(quote.mention_start, quote.mention_end)
        given = checked_mention(transaction, self.document_id, quote, self.mention)
        return given or mention_of(quote.candidates, speaker.id) or self._kept(transaction, quote, speaker)

    def _kept(self, transaction: Transaction, quote: tables.Quote, speaker: "Named") -> Span | None:
        """Return the words that name the source so far, if they may be the evidence for this speaker, too.

        "the minister" and "she" are, whoever is meant. Words that hold a name of the speaker before, and none of the
        new one's, are not: "Lukashenko" is no evidence for anybody else.
        """
        if quote.mention_start is None or quote.mention_end is None:
            return None
        mention = Span(quote.mention_start, quote.mention_end)
        session = transaction.session
        before = _names_in(*(names_in_roster(session, quote.speaker_id) or (quote.speaker_name or "",)))
        now = _names_in(*names_in_roster(session, speaker.id))
        words = _names_in(text_of(transaction, self.document_id)[slice(*mention)])
        return None if words & before and not words & now else mention


class SetSpeakerType(Record, frozen=True, kw_only=True):
    """Say that no named speaker is meant: nobody in the text, somebody unnamed, a collective, or can't decide.

    Said twice in a row of one quote it is one step, so that digit 0 and its refinement are undone together.
    """

    document_id: str
    quote_id: str
    type: SpeakerType
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Take the name away and settle the quote."""
        if self.type is SpeakerType.NAMED:
            raise UserMistake("A named speaker needs a name. Nothing was changed. Pick or type one.")
        quote = own_quote(transaction, self.document_id, self.quote_id)
        before = name_of(transaction, quote)
        shown = Shown(transaction, self.document_id, quote)
        give_source(transaction, quote, shown, self._source(transaction, quote, shown))
        shown.settle(quote, self.act)
        words = {"type": self.type.value, "before": before or ""}
        return Step(code="nobody", words=words, document_id=self.document_id, quote_id=self.quote_id, amends=True)

    def _source(self, transaction: Transaction, quote: tables.Quote, shown: Shown) -> Source:
        """The description and the evidence that the quote has, else what digit 0 has just taken, else the suggested.

        A description holds only for the type of which it was said; without any evidence it is the best candidate's.
        """
        if self.type is SpeakerType.NONE:
            return Source(self.type, None, None)
        told = [source_of(quote), _taken(transaction, self.document_id, quote), shown.source()]
        known = [each for each in told if each is not None]
        same = next((each for each in known if each.type == self.type), None)
        offered = [each.mention for each in quote.candidates[:1]]
        mentions = [each.mention for each in ([same] if same else []) + known] + offered
        mention = next((each for each in mentions if each is not None), None)
        return Source(self.type, same.name if same else None, mention)


class Named(NamedTuple):
    """A speaker of the roster, as far as a decision needs to know them."""

    id: str
    name: str


def roster_or_new(transaction: Transaction, speaker_id: str | None, name: str | None) -> Named:
    """Return the roster's speaker of an id or of a name; a name that is not there yet is added."""
    if speaker_id is not None:
        known = name_in_roster(transaction.session, speaker_id)
        if known is None:
            raise UserMistake("This speaker is no longer in the roster. Nothing was changed. Type the name.")
        return Named(speaker_id, known)
    words = " ".join((name or "").split())
    if not words:
        raise UserMistake("A speaker needs a name. Nothing was changed. Type one, or press 0 if nobody is named.")
    found = roster_speaker(transaction.session, words)
    return Named(found.id, found.name)


def mention_of(candidates: tuple[Candidate, ...], speaker_id: str) -> Span | None:
    """Return the mention by which a speaker was offered as a candidate."""
    return next((each.mention for each in candidates if each.speaker_id == speaker_id), None)


def _names_in(*words: str) -> set[str]:
    """The words that do not begin with a small letter, "The" aside."""
    return {each.casefold() for each in re.findall(r"\w+", " ".join(words)) if not each[0].islower()} - {"the"}


def _is_as_seen(quote: tables.Quote, seen: Quote) -> bool:
    name = quote.speaker_name if quote.speaker_id is None else seen.speaker_name  # the roster's may be called anew
    now = (quote.fragments, quote.kind, quote.speaker_id, name, quote.speaker_type)
    return now == (seen.fragments, seen.kind, seen.speaker_id, seen.speaker_name, seen.speaker_type)


def _along(
    transaction: Transaction, document_id: str, follow: tuple[str, ...], *, quote: tables.Quote, act: Act
) -> dict[str, str]:
    if not follow:
        return {}
    if quote.speaker_id is None:
        raise UserMistake("Only a named speaker can be taken along. Nothing was changed.")
    count = bring_along(transaction, document_id, follow, speaker_id=quote.speaker_id, act=act)
    return {"also": str(count)}


def checked_mention(
    transaction: Transaction, document_id: str, quote: tables.Quote, mention: Span | None
) -> Span | None:
    """Return a mention that lies in the text; raises `UserMistake` for another one."""
    if mention is None or any(mention == each.mention for each in quote.candidates):
        return mention
    wrong = flaw([mention], len(text_of(transaction, document_id)))
    if wrong:
        raise UserMistake(f"The mention does not fit the article {document_id}: {wrong}. Nothing was changed.")
    return mention


def _taken(transaction: Transaction, document_id: str, quote: tables.Quote) -> Source | None:
    """What digit 0 has just taken from the quote; None if that was its first touch, and the suggestion tells it."""
    newest = transaction.newest()
    if newest is None or (newest.code, newest.document_id, newest.quote_id) != ("nobody", document_id, quote.id):
        return None
    key = {"layer_id": quote.layer_id, "id": quote.id}
    rows = rows_of(transaction.session, newest.id)
    before = next((row.before for row in rows if row.table == "quote" and row.key == key), None)
    return None if before is None else source_before(source_of(quote), before)
