"""Lines of releases are kept byte for byte, and once however many releases have them."""

from core.store.people import known_annotator
from core.store.releases import add_release, describe, freeze, frozen, releases
from tests.support.projects import rows

BODIES = [f'{{"id": "{number}"}}'.encode() for number in range(450)]


def add(desk, name, bodies):
    with desk._engine.execution_options(writing=True).begin() as connection:
        who = known_annotator(connection, "ana")
        made = add_release(connection, name, at="2026-11-28T10:00:00.000Z", annotator_id=who)
        freeze(connection, made, bodies)
        describe(connection, made, articles=len(bodies), quotes=3)
    return made


def test_lines_come_back_in_order(desk, project):
    one = add(desk, "one", BODIES)
    two = add(desk, "two", [*reversed(BODIES), b"new"])
    with desk._engine.connect() as connection:
        assert list(frozen(connection, one)) == BODIES
        assert list(frozen(connection, two)) == [*reversed(BODIES), b"new"]
        assert [(each.name, each.articles, each.quotes, each.annotator) for each in releases(connection)] == [
            ("one", 450, 3, "ana"),
            ("two", 451, 3, "ana"),
        ]
    assert rows(project, "SELECT count(*) AS n FROM frozen_line") == [{"n": 451}]


def test_a_line_that_stands_twice_is_twice_in_its_release(desk):
    made = add(desk, "one", [b"same", b"same"])
    with desk._engine.connect() as connection:
        assert list(frozen(connection, made)) == [b"same", b"same"]
