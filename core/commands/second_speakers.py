"""Further sources of a quote: who says it too, who else may have said it, through whom it came."""

from sqlalchemy import select

from core.commands.attribution import Named, mention_of, roster_or_new
from core.commands.command import Act
from core.commands.settling import Shown
from core.errors import UserMistake
from core.model.records import Record
from core.model.spans import Span
from core.model.terms import Relation, Status
from core.store import tables
from core.store.layers import join_cast, own_layer, own_quote
from core.store.transaction import Step, Transaction


class AddSecondSpeaker(Record, frozen=True, kw_only=True):
    """Give a quote a further source. A checked quote stays checked, as corrected; another one waits for Enter.

    Said again of the same speaker with another relation, the relation is changed.
    """

    document_id: str
    quote_id: str
    relation: Relation
    act: Act
    speaker_id: str | None = None
    name: str | None = None
    mention: Span | None = None

    def apply(self, transaction: Transaction) -> Step:
        """Add the speaker, or change how they stand to the first one."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        speaker = roster_or_new(transaction, self.speaker_id, self.name)
        if speaker.id == quote.speaker_id:
            raise UserMistake(f"{speaker.name} is the first speaker already. Nothing was changed. Name somebody else.")
        shown = Shown(transaction, self.document_id, quote)
        transaction.session.flush()
        rows = _rows(transaction, quote)
        known = next((row for row in rows if row.speaker_id == speaker.id), None)
        if known is not None and known.relation == self.relation:
            raise UserMistake(f"{speaker.name} is a second speaker already. Nothing was changed.")
        if known is not None:
            known.relation = self.relation
        else:
            join_cast(transaction.session, own_layer(transaction, self.document_id), speaker.id)
            place = max((row.position for row in rows), default=-1) + 1
            transaction.session.add(self._row(quote, speaker, place))
        _noted(quote, shown=shown, act=self.act)
        words = {"speaker": speaker.name, "relation": self.relation.value}
        return Step(code="second", words=words, document_id=self.document_id, quote_id=self.quote_id)

    def _row(self, quote: tables.Quote, speaker: Named, place: int) -> tables.SecondSpeaker:
        mention = self.mention or mention_of(quote.candidates, speaker.id)
        start, end = mention or (None, None)
        return tables.SecondSpeaker(
            layer_id=quote.layer_id,
            quote_id=quote.id,
            position=place,
            relation=self.relation,
            speaker_id=speaker.id,
            speaker_name=None,
            mention_start=start,
            mention_end=end,
        )


class RemoveSecondSpeaker(Record, frozen=True, kw_only=True):
    """Take a further source away; `place` counts the quote's second speakers from 0."""

    document_id: str
    quote_id: str
    place: int
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Remove the speaker."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        shown = Shown(transaction, self.document_id, quote)
        transaction.session.flush()
        rows = _rows(transaction, quote)
        if not 0 <= self.place < len(rows):
            raise UserMistake("The quote has no such second speaker. Nothing was changed.")
        row = rows[self.place]
        speaker = transaction.session.get(tables.Speaker, row.speaker_id) if row.speaker_id else None
        transaction.session.delete(row)
        _noted(quote, shown=shown, act=self.act)
        words = {"speaker": speaker.name if speaker else row.speaker_name or ""}
        return Step(code="no_second", words=words, document_id=self.document_id, quote_id=self.quote_id)


def _rows(transaction: Transaction, quote: tables.Quote) -> list[tables.SecondSpeaker]:
    second = tables.SecondSpeaker
    query = select(second).where(second.layer_id == quote.layer_id, second.quote_id == quote.id)
    return list(transaction.session.scalars(query.order_by(second.position)))


def _noted(quote: tables.Quote, *, shown: Shown, act: Act) -> None:
    if quote.status == Status.SUGGESTED:
        shown.reopen(quote, act)
    elif quote.status == Status.ACCEPTED:
        quote.status = Status.CORRECTED
