"""While a long run goes on the collector looks at young objects only, while a program loads at none."""

import gc

import pytest

from core.desk.collector import loading, no_full_rounds


class Knot:
    def __init__(self):
        self.itself = self


def rounds(generation):
    return gc.get_stats()[generation]["collections"]


def test_young_garbage_goes_without_a_full_round():
    young, full, usual = rounds(0), rounds(2), gc.get_threshold()[0]
    with no_full_rounds():
        seldom = gc.get_threshold()[0]
        kept = [Knot() for _ in range(5 * seldom)]
    assert seldom > 10 * usual
    assert young + 4 <= rounds(0) < young + 20
    assert rounds(2) == full
    assert len(kept) > 0


def test_afterwards_all_is_as_it_was_even_after_an_error():
    before = gc.get_threshold()
    with pytest.raises(KeyError), no_full_rounds():
        raise KeyError
    assert gc.get_threshold() == before


def test_who_looks_more_seldom_still_or_never_goes_on_so():
    before = gc.get_threshold()
    try:
        for own in (10**6, 0):
            gc.set_threshold(own, 10, 10)
            with no_full_rounds():
                assert gc.get_threshold()[0] == own
    finally:
        gc.set_threshold(*before)


def test_what_is_loaded_is_looked_at_neither_then_nor_later():
    before, frozen = [rounds(each) for each in range(3)], gc.get_freeze_count()
    try:
        with loading():
            kept = [Knot() for _ in range(100 * gc.get_threshold()[0])]
        assert [rounds(each) for each in range(3)] == before
        assert gc.get_freeze_count() >= frozen + len(kept)
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_what_fails_to_load_leaves_the_collector_at_work():
    with pytest.raises(ImportError), loading():
        raise ImportError
    assert gc.isenabled()
