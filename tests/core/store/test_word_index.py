"""Articles that come in together are indexed together, and those that come later by themselves."""

from sqlalchemy import text

from core.store import engine as engines
from core.store.word_index import WordIndex
from tests.core.store.test_search import article, places
from tests.support.projects import opened, rows

TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
ADD = text(
    "INSERT INTO document (id, position, text, sha256, opening, extra, revision_id)"
    " VALUES (:id, :position, :text, '', '', '{}', (SELECT min(id) FROM revision))"
)


def add(connection, position, words):
    connection.execute(ADD, {"id": words, "position": position, "text": words})


def indexed(connection, word):
    found = text("SELECT rowid FROM document_words WHERE document_words MATCH :word ORDER BY rowid")
    return list(connection.scalars(found, {"word": word}))


def test_what_waits_is_indexed_at_the_end_and_what_comes_later_at_once(project):
    before = rows(project, TRIGGERS)
    engine = engines.connect(project)
    with engine.execution_options(writing=True).begin() as connection:
        words = WordIndex(connection, 10)
        words.catch_up(10)  # nobody waits
        words.wait()
        for position, animal in ((11, "zebra"), (12, "zebra lion")):
            add(connection, position, animal)
            words.wait()
        assert indexed(connection, "zebra") == []
        words.going_on(11)()
        assert indexed(connection, "zebra") == [11]
        words.catch_up(12)
        assert indexed(connection, "zebra") == [11, 12]
        add(connection, 13, "zebra ape")
        assert indexed(connection, "zebra") == [11, 12, 13]
        connection.execute(text("INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 1)"))
    engines.close(engine)
    assert len(before) == 3
    assert rows(project, TRIGGERS) == before


def test_a_run_that_is_taken_back_leaves_the_trigger(project):
    before = rows(project, TRIGGERS)
    engine = engines.connect(project)
    with engine.execution_options(writing=True).connect() as connection:
        words = WordIndex(connection, 10)
        words.wait()
        add(connection, 11, "zebra")
        connection.rollback()
        assert indexed(connection, "zebra") == []
    engines.close(engine)
    assert rows(project, TRIGGERS) == before


def test_imports_one_after_another_are_all_found(project):
    with opened(project) as desk:
        for number in range(3):
            desk.bring_in(
                [article(f"Zebras graze {number}.", id=f"z{number}"), article(f"Apes {number}.", id=f"a{number}")]
            )
        assert places(desk, "zebras").keys() == {"z0", "z1", "z2"}
        desk.bring_in([])
        desk.bring_in([article("Zebras graze 1.", id="again")])
        desk.bring_in([article("Zebras rest.", id="z3")])
        assert places(desk, "zebras").keys() == {"z0", "z1", "z2", "z3"}
