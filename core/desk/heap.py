"""The garbage collector during long runs: what was there before is not gone through again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def set_aside() -> Iterator[None]:
    """Keep the objects there are out of the collector's rounds while many records come and go.

    A round through all that an open window and its libraries hold takes as long as the records of a hundred
    articles. Whoever set objects aside for good keeps that.
    """
    for_good = gc.get_freeze_count() > 0
    gc.freeze()
    try:
        yield
    finally:
        if not for_good:
            gc.unfreeze()
