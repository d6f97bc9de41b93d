"""What is no quote, and when an article is complete."""

from core.commands.boundaries import text_of
from core.commands.command import Act
from core.commands.nested import nest_anew, nested_in
from core.commands.settling import Shown, name_of
from core.errors import UserMistake
from core.model.marks import QUOTE_MARKS
from core.model.records import Record
from core.model.saying import plural
from core.model.spans import Span
from core.model.terms import Reason, State, Status
from core.store.counting import count_of
from core.store.layers import own_layer, own_quote, remove_quote, set_state
from core.store.titles import shortened
from core.store.transaction import Step, Transaction

MOST = 24  # letters of its first words
_MARKS = "".join(QUOTE_MARKS) + " "


class RejectQuote(Record, frozen=True, kw_only=True):
    """Say that a suggestion is no quote. Said again with a reason it is still one step.

    A quote that a person made is taken away instead: nobody suggested it. Quotes inside it belong to the one around it.
    """

    document_id: str
    quote_id: str
    act: Act
    reason: Reason | None = None

    def apply(self, transaction: Transaction) -> Step:
        """Move the quote to the rejected ones."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        words = {
            "speaker": name_of(transaction, quote) or "",
            "reason": self.reason.value if self.reason else "",
            "begins": _first_words(text_of(transaction, self.document_id), quote.fragments[0]),
        }
        shown = Shown(transaction, self.document_id, quote)
        inner = nested_in(transaction, self.document_id, quote.id)
        nest_anew(transaction, self.document_id, inner, parts=(), outer=quote.parent)
        if shown.made_by_hand:
            transaction.session.flush()
            remove_quote(transaction.session, quote)
        else:
            quote.rejected, quote.reason = True, self.reason
            quote.status = Status.SUGGESTED
            shown.note(quote, self.act)
        return Step(code="reject", words=words, document_id=self.document_id, quote_id=self.quote_id, amends=True)


def _first_words(text: str, span: Span) -> str:
    """Return a few words by which to know a quote that has no number any more."""
    words = " ".join(text[span.start : min(span.end, span.start + 4 * MOST)].split())
    return shortened(words.strip(_MARKS), MOST).removesuffix("…")


class CompleteDocument(Record, frozen=True, kw_only=True):
    """Say that the whole article was read and nothing is missing; refused while a suggestion is left."""

    document_id: str

    def apply(self, transaction: Transaction) -> Step:
        """Make the article complete."""
        own_layer(transaction, self.document_id)
        transaction.session.flush()
        count = count_of(transaction.session.connection(), self.document_id, transaction.annotator)
        if count.checked < count.total:
            left = count.total - count.checked
            raise UserMistake(
                f"{left:,} of {plural(count.total, 'quote')} {'is' if left == 1 else 'are'} not checked. "
                f"Nothing was changed. Check {'it' if left == 1 else 'them'}, then complete the article."
            )
        set_state(transaction, self.document_id, State.COMPLETE)
        return Step(code="complete", document_id=self.document_id)


class ReopenDocument(Record, frozen=True, kw_only=True):
    """Take back that an article is complete."""

    document_id: str

    def apply(self, transaction: Transaction) -> Step:
        """Put the article back in work."""
        set_state(transaction, self.document_id, State.IN_WORK)
        return Step(code="reopen", document_id=self.document_id)
