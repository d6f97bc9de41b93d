"""Keeps the table of all quotes up to date, while it is shown and not otherwise."""

from PySide6.QtCore import QObject, QTimer

from core.model.change import Change
from gui.bridge import Bridge
from gui.models.quotes import QuotesModel

SOON = 60
"""Milliseconds: what one key changes is read once."""


class QuotesWatch(QObject):
    """Reads all quotes when the table is opened, afterwards those of the articles that were touched."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.quotes = QuotesModel(self)
        self.active = False
        self._touched: set[str] = set()
        self._all = False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.catch_up)
        bridge.changed.connect(self.take)
        bridge.project_changed.connect(self.close)

    def open(self) -> None:
        """Read all quotes."""
        self.active, self._all = True, True
        self.catch_up()

    def close(self) -> None:
        """Let go of the quotes: nobody looks at them."""
        self.active, self._all = False, False
        self._touched.clear()
        self._soon.stop()
        self.quotes.show_rows(())

    def take(self, change: Change) -> None:
        """Note what a change touched."""
        if self.active:
            # A speaker stands in any number of articles, whatever else the step touched.
            self._all = self._all or change.sweeping or bool(change.speakers)
            self._touched |= change.documents | {document for document, _ in change.quotes}
            self._soon.start()

    def catch_up(self) -> None:
        """Read what was touched."""
        self._soon.stop()
        touched, everything = self._touched, self._all
        self._touched, self._all = set(), False
        if not self.active or not self._bridge.is_open:
            return
        if everything:
            self.quotes.show_rows(self._bridge.queries.quote_rows())
        elif touched:
            self.quotes.take_in(touched, self._bridge.queries.quote_rows(touched))
