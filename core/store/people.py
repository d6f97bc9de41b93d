"""Annotators, known by name."""

from sqlalchemy import Connection, insert, select

from core.store.tables import Annotator


def known_annotator(connection: Connection, name: str) -> int:
    """Return the id of an annotator, who is made known if new."""
    found = connection.scalar(select(Annotator.id).where(Annotator.name == name))
    if found is None:
        connection.execute(insert(Annotator).values(name=name))
        found = connection.scalar(select(Annotator.id).where(Annotator.name == name))
        assert found is not None
    return found
