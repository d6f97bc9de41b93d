"""Figures that follow quote by quote."""

from msgspec import structs

from core.model.terms import Status
from gui.models.tally import Tally
from tests.support.articles import seed_article


def figures(tally):
    return tally.total, tally.checked, tally.doubtful, {key: count for key, count in tally.speakers.items() if count}


def test_it_counts_what_is_there():
    assert figures(Tally()) == (0, 0, 0, {})
    assert figures(Tally(seed_article().quotes)) == (12, 5, 2, {"s1": 7, "s2": 5})


def test_what_is_removed_leaves_no_trace_and_what_is_changed_moves():
    quotes = seed_article().quotes
    tally = Tally(quotes)
    doubtful = quotes[3]
    tally.remove(doubtful)
    tally.add(structs.replace(doubtful, status=Status.ACCEPTED, speaker_id=None))
    assert figures(tally) == (12, 6, 1, {"s1": 6, "s2": 5, None: 1})
    for quote in quotes:
        if quote is not doubtful:
            tally.remove(quote)
    assert figures(tally) == (1, 1, 0, {None: 1})
