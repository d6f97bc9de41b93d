"""Annotators, known by name."""

from sqlalchemy import Connection, bindparam, insert, select

from core.store.prepared import Prepared
from core.store.tables import Annotator

_BY_NAME = Prepared(select(Annotator.id).where(Annotator.name == bindparam("name")))


def known_annotator(connection: Connection, name: str) -> int:
    """Return the id of an annotator, who is made known if new."""
    found = _BY_NAME.value(connection, {"name": name})
    if found is None:
        connection.execute(insert(Annotator).values(name=name))
        found = _BY_NAME.value(connection, {"name": name})
        assert found is not None
    return int(found)
