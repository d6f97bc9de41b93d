"""A quote inside another one."""

from core.commands.command import Act
from core.commands.settling import Shown
from core.errors import UserMistake
from core.model.records import Record
from core.store import tables
from core.store.layers import find_quote, own_quote
from core.store.transaction import Step, Transaction


class NestQuote(Record, frozen=True, kw_only=True):
    """Say that a quote is part of what another one's speaker said, or, without a `parent`, of nobody else's words."""

    document_id: str
    quote_id: str
    parent: str | None
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Hang the quote on the one around it. It is suggested until it is confirmed."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        if quote.parent == self.parent:
            raise UserMistake("The quote stands there already. Nothing was changed.")
        if self.parent is not None:
            self._check(transaction, quote, self.parent)
        shown = Shown(transaction, self.document_id, quote)
        quote.parent = self.parent
        shown.reopen(quote, self.act)
        code = "nest" if self.parent else "unnest"
        return Step(code=code, document_id=self.document_id, quote_id=self.quote_id)

    def _check(self, transaction: Transaction, quote: tables.Quote, parent: str) -> None:
        around = find_quote(transaction, self.document_id, parent)
        seen = {quote.id}
        while around is not None and around.id not in seen:
            if not (around.start <= quote.start and quote.end <= around.end):
                break
            if around.parent is None:
                return
            seen.add(around.id)
            around = find_quote(transaction, self.document_id, around.parent)
        raise UserMistake(
            "The quote does not lie inside that one. Nothing was changed. Move its edges first, or choose another one."
        )
