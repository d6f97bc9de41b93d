"""What a person notes about a quote without deciding it: a comment, and that they are not sure."""

from core.errors import UserMistake
from core.model.records import Record
from core.store.layers import own_quote
from core.store.transaction import Step, Transaction


class CommentQuote(Record, frozen=True, kw_only=True):
    """Write a comment on a quote; an empty one takes it off."""

    document_id: str
    quote_id: str
    comment: str

    def apply(self, transaction: Transaction) -> Step:
        """Set the comment."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        comment = self.comment.strip()
        if comment == quote.comment:
            raise UserMistake("The comment says that already. Nothing was changed.")
        quote.comment = comment
        words = {"comment": " ".join(comment.split())[:80]}
        return Step(code="comment", words=words, document_id=self.document_id, quote_id=self.quote_id)


class MarkSure(Record, frozen=True, kw_only=True):
    """Say that one is sure of a decision, or not; it decides nothing."""

    document_id: str
    quote_id: str
    sure: bool

    def apply(self, transaction: Transaction) -> Step:
        """Set how sure the annotator is."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        if quote.sure == self.sure:
            raise UserMistake("The quote is marked so already. Nothing was changed.")
        quote.sure = self.sure
        code = "sure" if self.sure else "unsure"
        return Step(code=code, document_id=self.document_id, quote_id=self.quote_id)
