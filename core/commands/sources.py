"""The sources of a quote, first and second: nobody is two of them."""

from core.commands.settling import Shown
from core.commands.suggested import Source
from core.store import tables
from core.store.layers import second_rows
from core.store.transaction import Transaction

Who = tuple[str | None, str | None]
"""A speaker of the roster by id, or a description alone; neither where nobody is meant."""


def who_of(row: tables.Quote | tables.SecondSpeaker | Source) -> Who:
    """Return who is meant, so that two sources can be compared."""
    name = row.name if isinstance(row, Source) else row.speaker_name
    return row.speaker_id, None if row.speaker_id else name


def give_source(transaction: Transaction, quote: tables.Quote, shown: Shown, source: Source) -> None:
    """Say by whom a quote is; whoever was a second speaker of it becomes the first one, and is no second one more."""
    who = who_of(source)
    for row in second_rows(transaction.session, quote) if any(who) else ():
        if who_of(row) == who:
            shown.look_back()
            transaction.session.delete(row)
    quote.speaker_id, quote.speaker_name, quote.speaker_type = source.speaker_id, source.name, source.type
    quote.mention_start, quote.mention_end = source.mention or (None, None)
