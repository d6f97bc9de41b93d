"""What is done aside is done in its turn, beside what goes on, and is over when it is left."""

import signal
import sqlite3
import sys
import threading

import pytest

from core.store import aside as asides
from core.store.aside import Aside, aside


def test_things_are_done_in_turn_and_beside():
    done, go_on = [], threading.Event()

    def first():
        go_on.wait(10)
        done.append(threading.current_thread())

    with aside() as beside:
        beside.do(first)
        answer = beside.ask(lambda: len(done))
        assert done == []
        go_on.set()
        assert answer() == 1
        beside.wait()
    assert done != [threading.current_thread()]
    assert not done[0].is_alive()


def test_without_a_second_thread_each_is_done_at_once():
    done = []
    here = Aside()
    here.do(lambda: done.append(1))
    assert (done, here.ask(lambda: len(done))()) == ([1], 1)
    here.wait()


def test_where_threads_may_not_share_a_connection_none_is_used(monkeypatch):
    monkeypatch.setattr(sqlite3, "threadsafety", 1)
    with aside() as beside:
        assert beside.ask(threading.current_thread)() is threading.current_thread()


def test_what_fails_is_told_when_it_is_asked_for():
    with aside() as beside:
        answer = beside.ask(lambda: int("x"))
        with pytest.raises(ValueError, match="invalid literal"):
            answer()


def test_nothing_more_is_done_after_a_failure():
    done = []
    with aside() as beside:
        beside.do(lambda: done.append(1 / 0))
        beside.do(lambda: done.append("more"))
        with pytest.raises(ZeroDivisionError):
            beside.wait()
        beside.do(lambda: done.append("later"))
        beside.wait()  # it was told
    assert done == []


def test_nothing_is_begun_any_more_when_it_is_left():
    """Somebody broke off: what had begun is finished, for the connection is about to go."""
    done, begun, go_on = [], threading.Event(), threading.Event()

    def slow():
        begun.set()
        go_on.wait(10)
        done.append("slow")

    def leave():
        with aside() as beside:
            beside.do(slow)
            beside.do(lambda: done.append("never"))
            begun.wait(10)
            threading.Timer(0.05, go_on.set).start()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        leave()
    assert done == ["slow"]


def test_who_interrupts_its_end_waits_for_it_all_the_same():
    begun, go_on, ended = threading.Event(), threading.Event(), []
    before = sys.getswitchinterval()

    def slow():
        begun.set()
        go_on.wait(10)
        ended.append("slow")

    def leave():
        with aside() as beside:
            beside.do(slow)
            begun.wait(10)
            threading.Timer(0.3, go_on.set).start()
            signal.setitimer(signal.ITIMER_REAL, 0.05)

    # Whoever runs the tests may have Ctrl-C ignored.
    usual = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            leave()
    finally:
        signal.signal(signal.SIGALRM, usual)
    assert (ended, sys.getswitchinterval()) == (["slow"], before)


def test_pythons_turns_are_as_before():
    before = sys.getswitchinterval()
    with aside():
        assert sys.getswitchinterval() == pytest.approx(asides._TURN, rel=0.1)
    assert sys.getswitchinterval() == before
