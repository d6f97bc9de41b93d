"""Time on a quote, pauses cut at a minute."""

from gui.stopwatch import FAST, IDLE, Stopwatch


def test_it_counts_from_the_quote_on_and_cuts_pauses():
    now = [0.0]
    watch = Stopwatch(lambda: now[0])
    watch.touch()
    assert (watch.seconds, watch.keys, watch.fast) == (0.0, 0, False)
    watch.begin()
    assert watch.fast
    now[0] += FAST
    assert not watch.fast
    watch.touch(key=True)
    now[0] += 10 * IDLE
    watch.touch()
    assert (watch.seconds, watch.keys) == (FAST + IDLE, 1)
    watch.begin()
    assert (watch.seconds, watch.keys) == (0.0, 0)
