"""The article as plain text with its quotes announced: what assistive tools can read line by line."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from gui.models.article import ArticleModel
from gui.models.spoken import spoken
from gui.views.article.display_copy import display_copy

HEIGHT = 190
SOON = 150
"""Milliseconds after a change: writing a long article anew at each key would be felt."""


class Mirror(QPlainTextEdit):
    """Read only, hidden until it is asked for; it is written while it is shown, and not otherwise."""

    def __init__(self, article: ArticleModel) -> None:
        super().__init__()
        self._article = article
        self.setObjectName("mirror")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Article as plain text")
        self.setAccessibleDescription("Quotes are announced in square brackets. Escape goes back to the article.")
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.write)
        article.reset.connect(self._soon.start)
        article.rows_changed.connect(lambda rows: self._soon.start())
        self.hide()

    def switch(self) -> None:
        """Show or hide it."""
        self.setVisible(not self.isVisible())
        self.write()

    def write(self) -> None:
        """Write the article as it is now; the reader stays on their line."""
        if not self.isVisible():
            return
        line = self.textCursor().blockNumber()
        self.setPlainText("\n".join(display_copy(part) for part in spoken(self._article).splitlines()))
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(min(line, self.blockCount() - 1))))
