"""The index of all words while many articles come in: they are put into it many at a time."""

from collections.abc import Callable

from sqlalchemy import Connection, text

from core.store.prepared import Prepared

_TRIGGER = "document_words_added"
_FILL = Prepared(
    text(
        "INSERT INTO document_words (rowid, title, text) SELECT position, title, text FROM document"
        " WHERE position > :last AND position <= :position ORDER BY position"
    )
)


class WordIndex:
    """Stands in for the trigger that indexes each article by itself.

    A statement with a trigger is one that can be taken back half-way, for which the index writes to the file all that
    it holds: each article then takes four times as long. Part of the transaction: if that is taken back, the trigger
    is there as before.
    """

    def __init__(self, connection: Connection, last: int) -> None:
        self._connection = connection
        self._last = last
        self._trigger: str | None = None

    def wait(self) -> None:
        """Leave the articles that are added from now on, behind position `last`, to `catch_up`."""
        if self._trigger is None:
            made = text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = :name")
            self._trigger = str(self._connection.execute(made, {"name": _TRIGGER}).scalar_one())
            self._connection.execute(text(f"DROP TRIGGER {_TRIGGER}"))

    def going_on(self, position: int) -> Callable[[], None]:
        """Return what puts those of the waiting articles into the index that stand up to a position, in any thread."""
        fill = _FILL.running(self._connection, {"last": self._last, "position": position})
        self._last = position
        return fill

    def catch_up(self, position: int) -> None:
        """Put the waiting articles into the index; those that are added later are indexed one by one again."""
        if self._trigger is not None:
            self.going_on(position)()
            self._connection.exec_driver_sql(self._trigger)
            self._trigger = None
