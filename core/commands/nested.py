"""Quotes inside a quote that gets other words or goes: each stays with whatever still surrounds it."""

from collections.abc import Sequence

from core.store import tables
from core.store.layers import InnerRow, find_layer, find_quote, is_covered, own_layer, own_quote, rows_inside
from core.store.transaction import Transaction


def nested_in(transaction: Transaction, document_id: str, quote_id: str) -> list[InnerRow]:
    """Return the quotes that hang on a quote as the annotator sees it, rejected ones too; ask before it is changed."""
    session, own = transaction.session, own_layer(transaction, document_id)
    session.flush()
    models = find_layer(transaction, document_id, None)
    rows = rows_inside(session, own.id, quote_id)
    theirs = rows_inside(session, models.id, quote_id) if models else []
    # Few quotes have one inside them: to look each up is quicker than to have ten thousand compared.
    rows += [
        row
        for row in theirs
        if session.get(tables.Quote, (own.id, row.id)) is None and not is_covered(session, own.id, row.id)
    ]
    return rows


def nest_anew(
    transaction: Transaction,
    document_id: str,
    inner: list[InnerRow],
    *,
    parts: Sequence[tables.Quote],
    outer: str | None,
) -> None:
    """Hang quotes on the one of the `parts` that contains them, else on `outer` or what is around that, else on none.

    The parts themselves hang on the nearest quote around them in the same way.
    """
    inside, made = {each.id for each in inner}, {part.id for part in parts}
    for part in parts:
        part.parent = _around(transaction, document_id, part, outer, inside)
    for each in inner:
        if each.id not in made:
            holding = (part.id for part in parts if _holds(part, each))
            parent = next(holding, None) or _around(transaction, document_id, each, outer, inside)
            if parent != each.parent:
                own_quote(transaction, document_id, each.id).parent = parent


def _around(
    transaction: Transaction, document_id: str, place: InnerRow | tables.Quote, outer: str | None, inside: set[str]
) -> str | None:
    """The nearest quote around a place, from `outer` on; one of those inside would hang on itself in the end."""
    seen: set[str] = set()
    while outer is not None and outer not in seen:
        seen.add(outer)
        quote = find_quote(transaction, document_id, outer)
        if quote is None:
            return None
        covered = is_covered(transaction.session, own_layer(transaction, document_id).id, outer)
        if outer not in inside and not covered and _holds(quote, place):
            return outer
        outer = quote.parent
    return None


def _holds(quote: tables.Quote, place: InnerRow | tables.Quote) -> bool:
    return quote.start <= place.start and place.end <= quote.end
