"""Further sources of a quote: who says it too, who else may have said it, through whom it came."""

from core.commands.attribution import mention_of, roster_or_new
from core.commands.command import Act
from core.commands.settling import Shown
from core.commands.sources import Who, who_of
from core.errors import UserMistake
from core.model.records import Record
from core.model.spans import Span
from core.model.terms import Relation
from core.store import tables
from core.store.layers import join_cast, own_layer, own_quote, second_rows
from core.store.transaction import Step, Transaction


class AddSecondSpeaker(Record, frozen=True, kw_only=True):
    """Give a quote a further source. A checked quote stays checked, as corrected; another one waits for Enter.

    Said again of the same speaker with another relation, the relation is changed. One whom the text only describes
    ("a spokesman") comes as `description` and makes no speaker.
    """

    document_id: str
    quote_id: str
    relation: Relation
    act: Act
    speaker_id: str | None = None
    name: str | None = None
    description: str | None = None
    mention: Span | None = None

    def apply(self, transaction: Transaction) -> Step:
        """Add the speaker, or change how they stand to the first one."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        speaker_id, name = self._named(transaction)
        who: Who = (speaker_id, None if speaker_id else name)
        if who_of(quote) == who:
            raise UserMistake(f"{name} is the first speaker already. Nothing was changed. Name somebody else.")
        shown = Shown(transaction, self.document_id, quote)
        shown.look_back()
        rows = second_rows(transaction.session, quote)
        known = next((row for row in rows if who_of(row) == who), None)
        if known is not None and known.relation == self.relation:
            raise UserMistake(f"{name} is a second speaker already. Nothing was changed.")
        if known is not None:
            known.relation = self.relation
        else:
            if speaker_id is not None:
                join_cast(transaction.session, own_layer(transaction, self.document_id), speaker_id)
            place = max((row.position for row in rows), default=-1) + 1
            transaction.session.add(self._row(quote, who, place))
        shown.revise(quote, self.act)
        words = {"speaker": name, "relation": self.relation.value}
        return Step(code="second", words=words, document_id=self.document_id, quote_id=self.quote_id)

    def _named(self, transaction: Transaction) -> tuple[str | None, str]:
        described = " ".join((self.description or "").split())
        return (None, described) if described else roster_or_new(transaction, self.speaker_id, self.name)

    def _row(self, quote: tables.Quote, who: Who, place: int) -> tables.SecondSpeaker:
        speaker_id, description = who
        mention = self.mention or (mention_of(quote.candidates, speaker_id) if speaker_id else None)
        start, end = mention or (None, None)
        return tables.SecondSpeaker(
            layer_id=quote.layer_id,
            quote_id=quote.id,
            position=place,
            relation=self.relation,
            speaker_id=speaker_id,
            speaker_name=description,
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
        shown.look_back()
        rows = second_rows(transaction.session, quote)
        if not 0 <= self.place < len(rows):
            raise UserMistake("The quote has no such second speaker. Nothing was changed.")
        row = rows[self.place]
        speaker = transaction.session.get(tables.Speaker, row.speaker_id) if row.speaker_id else None
        transaction.session.delete(row)
        shown.revise(quote, self.act)
        words = {"speaker": speaker.name if speaker else row.speaker_name or ""}
        return Step(code="no_second", words=words, document_id=self.document_id, quote_id=self.quote_id)
