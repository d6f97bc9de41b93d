"""What the text offers as evidence: the mention that names the speaker, and the cue."""

from core.commands.boundaries import text_of
from core.commands.command import Act
from core.commands.settling import Shown
from core.errors import UserMistake
from core.model.records import Record
from core.model.spans import Span, flaw
from core.store import tables
from core.store.layers import own_quote
from core.store.transaction import Step, Transaction


class SetMention(Record, frozen=True, kw_only=True):
    """Say which words name the speaker, or that none do. The quote is suggested until it is confirmed."""

    document_id: str
    quote_id: str
    mention: Span | None
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Set the mention."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        shown = Shown(transaction, self.document_id, quote)
        quote.mention_start, quote.mention_end = _checked(transaction, self.document_id, self.mention)
        return _reopened(transaction, self, quote, shown=shown, span=self.mention)


class SetCue(Record, frozen=True, kw_only=True):
    """Say which word reports the speech, or that none does. The quote is suggested until it is confirmed."""

    document_id: str
    quote_id: str
    cue: Span | None
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Set the cue."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        shown = Shown(transaction, self.document_id, quote)
        quote.cue_start, quote.cue_end = _checked(transaction, self.document_id, self.cue)
        return _reopened(transaction, self, quote, shown=shown, span=self.cue)


def _checked(transaction: Transaction, document_id: str, span: Span | None) -> tuple[int | None, int | None]:
    if span is None:
        return None, None
    wrong = flaw([span], len(text_of(transaction, document_id)))
    if wrong:
        raise UserMistake(f"These words of the article {document_id} can't be taken: {wrong}. Nothing was changed.")
    return span


def _reopened(
    transaction: Transaction, order: SetMention | SetCue, quote: tables.Quote, *, shown: Shown, span: Span | None
) -> Step:
    shown.reopen(quote, order.act)
    words = " ".join(text_of(transaction, order.document_id)[slice(*span)].split())[:80] if span else ""
    code = "mention" if isinstance(order, SetMention) else "cue"
    return Step(code=code, words={"words": words}, document_id=order.document_id, quote_id=order.quote_id)
