"""Threads take turns at a connection, so that an error is told of the statement that it belongs to, and never lost."""

import sqlite3
from threading import Event, Thread

import pytest

from core.store.shared import SharedConnection, SharedCursor

ROWS = [(number,) for number in range(400)]
INSERT = f"INSERT INTO one VALUES {', '.join(['(?)'] * 401)}"


@pytest.fixture
def connection(tmp_path):
    made = sqlite3.connect(
        tmp_path / "x.sqlite", factory=SharedConnection, isolation_level=None, check_same_thread=False
    )
    made.execute("CREATE TABLE one (number INTEGER PRIMARY KEY)")
    made.execute("CREATE TABLE other (number INTEGER)")
    made.executemany("INSERT INTO other VALUES (?)", ROWS)
    yield made
    made.close()


def test_it_answers_as_any_connection(connection):
    cursor = connection.execute("SELECT number FROM other ORDER BY number")
    assert isinstance(cursor, SharedCursor)
    assert (cursor.fetchone(), next(cursor), cursor.fetchmany(), cursor.fetchmany(2)) == ((0,), (1,), [(2,)], [(3,), (4,)])  # fmt: skip
    assert (cursor.fetchall(), cursor.fetchone(), list(cursor)) == (ROWS[5:], None, [])
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO one VALUES (?)", ROWS)
    connection.rollback()
    assert connection.execute("SELECT count(*) FROM one").fetchone() == (0,)
    connection.execute("BEGIN")
    assert connection.execute("INSERT INTO one VALUES (:number)", {"number": 7}).rowcount == 1
    connection.commit()
    assert connection.execute("SELECT number FROM one").fetchall() == [(7,)]


def test_an_error_is_never_lost_while_the_other_thread_asks(connection):
    """Of nine thousand such inserts, five hundred were lost without an error at an ordinary connection."""
    over, told = Event(), []

    def ask():
        while not over.is_set():
            assert len(connection.execute("SELECT number FROM other").fetchall()) == len(ROWS)

    asking = Thread(target=ask)
    asking.start()
    twice = [*range(400), 1]
    try:
        for _ in range(1500):
            try:
                connection.execute(INSERT, twice)
            except sqlite3.Error as error:
                told.append(str(error))
    finally:
        over.set()
        asking.join()
    assert told == ["UNIQUE constraint failed: one.number"] * 1500
    assert connection.execute("SELECT count(*) FROM one").fetchone() == (0,)


def test_it_is_not_closed_in_the_middle_of_a_statement(connection):
    """Closed under a statement of another thread, an ordinary connection takes the program with it."""
    begun, ended = Event(), []

    def ask():
        begun.set()
        slow = (
            "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 300000) SELECT sum(n) FROM up"
        )
        try:
            ended.append(connection.execute(slow).fetchone())
        except sqlite3.ProgrammingError as error:
            ended.append(str(error))

    asking = Thread(target=ask)
    asking.start()
    begun.wait()
    connection.close()
    asking.join()
    assert ended in ([(45000150000,)], ["Cannot operate on a closed database."])
