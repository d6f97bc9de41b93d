"""From the window to the desk and back: commands go in, changes come out as a Qt signal."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import ProjectProblem, QuotedeskError, UserMistake
from core.model.change import Change
from core.model.overview import Article, Patch
from core.model.records import AnnotatedDocument

if TYPE_CHECKING:
    from core.commands.command import Command
    from core.desk.desk import Desk
    from core.desk.intake import Brought
    from core.desk.outlet import Which
    from core.desk.queries import Queries

POLL_MILLISECONDS = 1000
Result = TypeVar("Result")


class Bridge(QObject):
    """The only holder of the desk. Whoever shows data listens to `changed` and `project_changed`.

    `failed` carries a `UserMistake` or a `ProjectProblem`: what was asked for did not happen.
    """

    changed = Signal(object)
    project_changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MILLISECONDS)
        self._poll.timeout.connect(self._look)

    @property
    def is_open(self) -> bool:
        """Whether there is a project."""
        return self._desk is not None

    @property
    def path(self) -> Path | None:
        """Where the project is."""
        return self._desk.path if self._desk else None

    @property
    def queries(self) -> "Queries":
        """What screens may ask; only while a project is open."""
        return self._held().queries

    def open(self, path: Path, annotator: str, *, new: bool = False) -> bool:
        """Open a project, or make a new one, in place of the one that is open; False when that is not possible."""
        from core.desk.desk import Desk

        desk = self._try(lambda: Desk.create(path, annotator) if new else Desk.open(path, annotator))
        if desk is None:
            return False
        self._let_go()
        self._desk = desk
        desk.listen(self.changed.emit)
        self._poll.start()
        self.project_changed.emit()
        return True

    def close(self) -> None:
        """Close the project; its file is whole and alone afterwards."""
        if self._desk is not None:
            self._let_go()
            self.project_changed.emit()

    def run(self, command: "Command") -> Change | None:
        """Run a command; None when it was refused, which has then been said."""
        return self._try(lambda: self._held().run(command))

    def undo(self) -> Change | None:
        """Take the annotator's last step back."""
        return self._try(lambda: self._held().undo())

    def redo(self) -> Change | None:
        """Do the step again that was taken back last."""
        return self._try(lambda: self._held().redo())

    def revert(self, revision: int) -> Change | None:
        """Take one older step back, as a new step."""
        return self._try(lambda: self._held().revert(revision))

    def take_labels(self, line: AnnotatedDocument) -> Change | None:
        """Store what the labelling job answered."""
        return self._try(lambda: self._held().take_labels(line))

    def bring_in(self, lines: Iterable[AnnotatedDocument]) -> "Brought | None":
        """Add articles to the project; reading them may fail half-way, which is said."""
        return self._try(lambda: self._held().bring_in(lines))

    def export(self, out: Path, *, format: str, which: "Which") -> int | None:
        """Write a dataset and return how many lines it has."""
        return self._try(lambda: self._held().export(out, format=format, which=which))

    def article(self, document_id: str) -> Article | None:
        """Return an article with all its quotes."""
        return self._desk.queries.article(document_id) if self._desk else None

    def patch(self, document_id: str, quote_ids: Iterable[str]) -> Patch:
        """Return what became of a few quotes."""
        return self.queries.patch(document_id, quote_ids)

    def _held(self) -> "Desk":
        if self._desk is None:
            raise UserMistake("No project is open. Nothing was changed. Open or make one first.")
        return self._desk

    def _let_go(self) -> None:
        self._poll.stop()
        if self._desk is not None:
            desk, self._desk = self._desk, None
            desk.close()

    def _look(self) -> None:
        self._try(lambda: self._held().poll())

    def _try(self, act: Callable[[], Result]) -> Result | None:
        try:
            return act()
        except QuotedeskError as error:
            if isinstance(error, ProjectProblem):
                self._poll.stop()
            self.failed.emit(error)
            return None
