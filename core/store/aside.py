"""Statements that run beside other work: SQLite does not need Python while it is at one, so a second core can be."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

Answer = TypeVar("Answer")
_SHARED = 3
"""The level of thread safety at which threads may share a connection; SQLite is built so nearly everywhere."""
_TURN = 0.00005
"""Seconds after which Python lets the other thread have a turn: it only hands over what SQLite does next."""


class Aside:
    """Does one thing after the other, by an `executor` of one thread; without one, each at once."""

    def __init__(self, executor: Executor | None = None) -> None:
        self._executor = executor
        self._begun: list[Future[None]] = []
        self._at_work = Lock()
        self._failed = self._over = False

    def ask(self, work: Callable[[], Answer]) -> Callable[[], Answer]:
        """Have something done; returns what waits for its answer, and raises what it raised."""
        if self._executor is None:
            answer = work()
            return lambda: answer
        return self._executor.submit(self._unless_over, work).result

    def do(self, work: Callable[[], None]) -> None:
        """Have something done that has no answer, unless what was begun before it fails; `wait` raises that."""
        if self._executor is None:
            work()
        else:
            self._begun.append(self._executor.submit(self._unless_failed, work))

    def wait(self) -> None:
        """Wait until all is done that was begun; raises what was raised first."""
        begun, self._begun = self._begun, []
        wait(begun)
        for each in begun:
            each.result()

    def end(self) -> None:
        """Begin nothing any more, and wait for what is at work; who interrupts this has to wait all the same."""
        self._over = True
        try:
            with self._at_work:
                pass
        except KeyboardInterrupt:
            self.end()
            raise

    def _unless_over(self, work: Callable[[], Answer]) -> Answer:
        with self._at_work:
            if self._over:
                raise CancelledError
            return work()

    def _unless_failed(self, work: Callable[[], None]) -> None:
        if not self._failed:
            self._failed = True  # until it is done
            self._unless_over(work)
            self._failed = False


@contextmanager
def aside() -> Iterator[Aside]:
    """Give what does things beside other work, where that can be done; to be used by one thread at a time.

    All is over when it is left, which is to be before the connection is: it would be torn from under SQLite.
    """
    if sqlite3.threadsafety < _SHARED:
        yield Aside()
        return
    before = sys.getswitchinterval()
    executor = ThreadPoolExecutor(1, "aside")
    beside = Aside(executor)
    try:
        sys.setswitchinterval(_TURN)
        yield beside
    finally:
        sys.setswitchinterval(before)
        beside.end()
        executor.shutdown(cancel_futures=True)
