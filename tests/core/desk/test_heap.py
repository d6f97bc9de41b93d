"""The collector leaves alone what was there, and gets it back."""

import gc
import weakref

import pytest

from core.desk.heap import set_aside


class Knot:
    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def nothing_frozen():
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_is_knotted_within_goes_and_what_was_there_is_given_back():
    old = Knot()
    seen = weakref.ref(old)
    with set_aside():
        del old
        young = weakref.ref(Knot())
        gc.collect()
        assert (young(), seen() is None) == (None, False)
    gc.collect()
    assert (seen(), gc.get_freeze_count()) == (None, 0)


def test_it_is_given_back_after_an_error_too():
    with pytest.raises(KeyError), set_aside():
        raise KeyError
    assert gc.get_freeze_count() == 0


def test_what_was_set_aside_for_good_stays_so():
    gc.freeze()
    with set_aside():
        pass
    assert gc.get_freeze_count() > 0
