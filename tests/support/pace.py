"""Limits in time that hold on a slow machine too: they grow with what a fixed piece of work takes there and then."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

NOMINAL = 0.020
"""Seconds of processor time that the piece of work takes on a machine as quick as the limits are thought for."""
_PIECE = json.dumps({"quotes": [{"id": str(n), "start": n, "end": n + 9, "kind": "direct"} for n in range(400)]})


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Fail if the block takes more processor time of this process than `seconds` on a machine of the nominal speed.

    A limit of this kind tells work that grows with the square of its input from work that doesn't, so let it be
    many times what the block takes. Time for which the process waits, or another one works, does not count.
    """
    slowness = _slowness()
    began = time.process_time()
    yield
    took = time.process_time() - began
    slowness = max(1.0, slowness, _slowness())
    assert took < seconds * slowness, f"took {took:.1f} s, on a machine {slowness:.1f} times as slow as a good one"


def _slowness() -> float:
    return min(_piece() for _ in range(3)) / NOMINAL


def _piece() -> float:
    began = time.process_time()
    for _ in range(40):
        found = json.loads(_PIECE)
        json.dumps({each["id"]: [each["start"], each["end"]] for each in found["quotes"]})
    return time.process_time() - began
