"""Annotators are known by name, whatever signs are in it."""

import pytest

from core.store import engine as engines
from core.store.people import known_annotator
from tests.support.projects import rows


@pytest.mark.parametrize("name", ["ana", "Ana", 'O\'Neill "x"', "Zoë 👩🏽‍🚀", "é", "e\u0301", ""])
def test_one_id_for_one_name(project, name):
    engine = engines.connect(project)
    with engine.execution_options(writing=True).begin() as connection:
        first = known_annotator(connection, name)
        assert known_annotator(connection, name) == first
        assert known_annotator(connection, f"{name} ") != first
    engines.close(engine)
    assert [row["name"] for row in rows(project, f"SELECT name FROM annotator WHERE id = {first}")] == [name]
