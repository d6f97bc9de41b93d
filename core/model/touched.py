"""Whether a person has had their hand in a quote, so that labelling again leaves it alone."""

from core.model.records import Quote


def is_touched(quote: Quote) -> bool:
    """Whether a person decided it, edited it, had it follow a decision, flagged it or wrote about it.

    `core.store.intake` says the same in SQL.
    """
    return quote.checked or quote.decided is not None or quote.flagged or quote.comment != ""
