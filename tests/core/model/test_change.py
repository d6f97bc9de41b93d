"""The event of a finished step."""

from core.model.change import Change


def test_nothing_is_touched_unless_said():
    plain = Change(code="flag")
    assert (plain.revision, plain.words, plain.sweeping) == (None, {}, False)
    assert plain.documents == plain.quotes == plain.speakers == frozenset()


def test_events_are_values():
    one = Change(code="accept", quotes=frozenset({("d", "q")}))
    assert one == Change(code="accept", quotes=frozenset({("d", "q")}))
    assert one != Change(code="accept", quotes=frozenset({("d", "p")}))
