"""Who said it: accept what is suggested, name somebody else, or say that nobody is named."""

from typing import NamedTuple

from core.commands.command import Act
from core.commands.following import bring_along
from core.commands.settling import Shown, name_of
from core.errors import UserMistake
from core.model.records import Candidate, Record
from core.model.spans import Span, flaw
from core.model.terms import SpeakerType
from core.store import tables
from core.store.layers import find_layer, join_cast, name_in_roster, own_layer, own_quote, roster_speaker
from core.store.past import rows_of
from core.store.transaction import Step, Transaction


class AcceptSuggestion(Record, frozen=True, kw_only=True):
    """Say that a quote is right as it is shown."""

    document_id: str
    quote_id: str
    act: Act
    follow: tuple[str, ...] = ()
    """Quotes of the article that take the same speaker along, in the same step."""

    def apply(self, transaction: Transaction) -> Step:
        """Settle the quote unchanged."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
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
        if self.mention is not None or quote.speaker_id != speaker.id:
            mention = self._checked_mention(transaction, quote) or mention_of(quote.candidates, speaker.id)
            quote.mention_start, quote.mention_end = mention or (None, None)
        quote.speaker_id, quote.speaker_name = speaker.id, None
        quote.speaker_type = SpeakerType.NAMED
        shown.settle(quote, self.act)
        words = {"speaker": speaker.name, "before": before or ""}
        words |= _along(transaction, self.document_id, self.follow, quote=quote, act=self.act)
        return Step(code="assign", words=words, document_id=self.document_id, quote_id=self.quote_id)

    def _checked_mention(self, transaction: Transaction, quote: tables.Quote) -> Span | None:
        if self.mention is None or any(self.mention == each.mention for each in quote.candidates):
            return self.mention
        document = transaction.session.get_one(tables.Document, self.document_id)
        wrong = flaw([self.mention], len(document.text))
        if wrong:
            raise UserMistake(f"The mention does not fit the article {self.document_id}: {wrong}. Nothing was changed.")
        return self.mention


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
        mention = None if self.type is SpeakerType.NONE else _evidence(transaction, self.document_id, quote)
        quote.mention_start, quote.mention_end = mention or (None, None)
        quote.speaker_id = quote.speaker_name = None
        quote.speaker_type = self.type
        shown.settle(quote, self.act)
        words = {"type": self.type.value, "before": before or ""}
        return Step(code="nobody", words=words, document_id=self.document_id, quote_id=self.quote_id, amends=True)


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


def _along(
    transaction: Transaction, document_id: str, follow: tuple[str, ...], *, quote: tables.Quote, act: Act
) -> dict[str, str]:
    if not follow:
        return {}
    if quote.speaker_id is None:
        raise UserMistake("Only a named speaker can be taken along. Nothing was changed.")
    count = bring_along(transaction, document_id, follow, speaker_id=quote.speaker_id, act=act)
    return {"also": str(count)}


def _evidence(transaction: Transaction, document_id: str, quote: tables.Quote) -> Span | None:
    """The mention that the quote has, else the one that digit 0 has just taken, else the best candidate's."""
    offered = quote.candidates[0].mention if quote.candidates else None
    return _span(quote.mention_start, quote.mention_end) or _taken(transaction, document_id, quote) or offered


def _taken(transaction: Transaction, document_id: str, quote: tables.Quote) -> Span | None:
    session, newest = transaction.session, transaction.newest()
    if newest is None or (newest.code, newest.document_id, newest.quote_id) != ("nobody", document_id, quote.id):
        return None
    rows = [row for row in rows_of(session, newest.id) if row.table == "quote"]
    before = rows[0].before if rows else {}
    if before is not None:
        return _span(before.get("mention_start"), before.get("mention_end"))
    models = find_layer(transaction, document_id, None)
    suggested = session.get(tables.Quote, (models.id, quote.id)) if models else None
    return _span(suggested.mention_start, suggested.mention_end) if suggested else None


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
