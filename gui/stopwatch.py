"""How long a quote has been looked at, pauses cut, and with how many keys."""

from collections.abc import Callable
from time import monotonic

IDLE = 60.0
"""Seconds of a pause that count at most."""
FAST = 0.4
"""Seconds under which nobody can have read what they decide."""


class Stopwatch:
    """Begins anew with every quote that is shown; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._shown: float | None = None
        self._touched = 0.0
        self._seconds = 0.0
        self.keys = 0

    def begin(self) -> None:
        """A quote is shown."""
        self._shown = self._touched = self._clock()
        self._seconds, self.keys = 0.0, 0

    def touch(self, *, key: bool = False) -> None:
        """The person did something; the time since the last such moment counts, as far as it was no pause."""
        now = self._clock()
        self._seconds += min(IDLE, now - self._touched) if self._shown is not None else 0.0
        self._touched = now
        self.keys += key

    @property
    def seconds(self) -> float:
        """The time so far, in seconds to a tenth."""
        return round(self._seconds, 1)

    @property
    def fast(self) -> bool:
        """Whether the quote was hardly shown before it was decided."""
        return self._shown is not None and self._clock() - self._shown < FAST
