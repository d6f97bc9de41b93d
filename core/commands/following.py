"""What a decision brings along: other quotes of the article that take the same speaker and stay suggested."""

from collections.abc import Iterable

from core.commands.command import Act
from core.commands.settling import Shown
from core.commands.sources import give_source
from core.commands.suggested import Source
from core.errors import UserMistake
from core.model.terms import SpeakerType, Status, Via
from core.store.layers import own_quote
from core.store.mapping import span_of
from core.store.transaction import Transaction


def bring_along(
    transaction: Transaction, document_id: str, quote_ids: Iterable[str], *, speaker_id: str, act: Act
) -> int:
    """Give other quotes of a document a speaker, each by the mention that it has; return how many.

    Raises `UserMistake` for a quote that a person has decided or edited: those are never overwritten.
    """
    count = 0
    for quote_id in quote_ids:
        quote = own_quote(transaction, document_id, quote_id)
        if quote.status != Status.SUGGESTED or quote.rejected or quote.decided_via not in (None, Via.PROPAGATED):
            raise UserMistake(
                "One of the quotes that would follow was decided meanwhile. Nothing was changed. Decide again."
            )
        shown = Shown(transaction, document_id, quote)
        mention = span_of(quote.mention_start, quote.mention_end)
        give_source(transaction, quote, shown, Source(SpeakerType.NAMED, None, mention, speaker_id))
        shown.note(quote, Act(via=Via.PROPAGATED, blind=act.blind))
        count += 1
    return count
