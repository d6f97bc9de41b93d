"""Statements that run beside other work: SQLite does not need Python while it is at one, so a second core can be."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
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

    def ask(self, work: Callable[Asked, Answer], *args: Asked.args, **named: Asked.kwargs) -> Callable[[], Answer]:
        """Have something done; returns what waits for its answer, and raises what it raised."""
        if self._executor is None:
            answer = work(*args, **named)
            return lambda: answer
        return self._executor.submit(work, *args, **named).result

    def do(self, work: Callable[Asked, None], *args: Asked.args, **named: Asked.kwargs) -> None:
        """Have something done that has no answer; `wait` raises what it raised."""
        if self._executor is None:
            work(*args, **named)
        else:
            self._begun.append(self._executor.submit(work, *args, **named))

    def wait(self) -> None:
        """Wait until all is done that was begun; raises what was raised first."""
        begun, self._begun = self._begun, []
        for each in begun:
            each.result()


@contextmanager
def aside() -> Iterator[Aside]:
    """Give what does things beside other work, where that can be done.

    All is over when it is left, which is to be before the connection is: it would be torn from under SQLite.
    """
    if sqlite3.threadsafety < _SHARED:
        yield Aside()
        return
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    executor = ThreadPoolExecutor(1, "aside")
    try:
        yield Aside(executor)
    finally:
        executor.shutdown(cancel_futures=True)
        sys.setswitchinterval(before)
