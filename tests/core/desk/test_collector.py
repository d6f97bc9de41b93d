"""While a long run goes on the collector looks at young objects only, and afterwards at all again."""

import gc

import pytest

from core.desk.collector import no_full_rounds


class Knot:
    def __init__(self):
        self.itself = self


def rounds(generation):
    return gc.get_stats()[generation]["collections"]


def test_young_garbage_goes_without_a_full_round():
    young, full = rounds(0), rounds(2)
    with no_full_rounds():
        kept = [Knot() for _ in range(100 * gc.get_threshold()[0])]
    assert rounds(0) > young + 50
    assert rounds(2) == full
    assert len(kept) > 0


def test_afterwards_all_is_as_it_was_even_after_an_error():
    before = gc.get_threshold()
    with pytest.raises(KeyError), no_full_rounds():
        raise KeyError
    assert gc.get_threshold() == before
