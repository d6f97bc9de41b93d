"""The garbage collector while a program starts and during long runs: it does not go through all again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM, _NEVER = 50_000, 2**31 - 1


@contextmanager
def no_full_rounds() -> Iterator[None]:
    """Have only young objects looked at, and seldom, while many records come and go.

    A round through all that a program and its libraries hold takes as long as the records of a hundred articles.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(_SELDOM, before[0]) if before[0] else 0, before[1], _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def loading() -> Iterator[None]:
    """Have nothing looked at that is made meanwhile, then or later: modules and windows stay as long as the program.

    A start makes a few hundred thousand objects and throws next to none away; to look for those takes a tenth of it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
