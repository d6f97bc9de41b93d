"""From the window to the desk and back: commands go in, changes come out as a Qt signal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import ProjectProblem, QuotedeskError, UserMistake
from core.model.change import Change
from core.model.overview import Article, Cast, Patch, ReleaseRow
from core.model.records import AnnotatedDocument

if TYPE_CHECKING:
    from core.commands.command import Command
    from core.desk.desk import Desk
    from core.desk.export_count import ExportCount
    from core.desk.intake import Brought
    from core.desk.manifest import Chosen
    from core.desk.outlet import Exported
    from core.desk.queries import Queries

POLL_MILLISECONDS = 1000
Result = TypeVar("Result")


class Bridge(QObject):
    """The only holder of the desk. Whoever shows data listens to `changed` and `project_changed`.

    `let_go` comes when a project was closed, before `project_changed` says that another one, or none, is in its place.
    `failed` carries a `UserMistake` or a `ProjectProblem`: what was asked for did not happen.
    While an import reads its next article Qt may be let in; the import's transaction is open then, so that nothing
    else may use its connection: questions are answered from another one, labels wait, all else is refused.
    """

    changed = Signal(object)
    let_go = Signal()
    project_changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._beside: Desk | None = None
        self._busy = False
        self._late: list[AnnotatedDocument] = []
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
    def annotator(self) -> str:
        """Under whose name decisions are kept in the open project."""
        return self._desk.annotator if self._desk else ""

    @property
    def queries(self) -> "Queries":
        """What screens may ask; only while a project is open."""
        return self._aside().queries if self._busy else self._held().queries

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
        change = self._try(lambda: self._held().run(command))
        if change is None and self._poll.isActive():
            self._look()  # what hindered it may be what another program did, which is to be seen before the next key
        return change

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
        """Store what the labelling job answered; during an import it waits."""
        if self._busy:
            self._late.append(line)
            return None
        return self._try(lambda: self._held().take_labels(line))

    def bring_in(self, lines: Iterable[AnnotatedDocument]) -> "Brought | None":
        """Add articles to the project; reading them may fail half-way, which is said, and then nothing was added."""
        try:
            return self._try(lambda: self._held().bring_in(self._alone(lines)))
        finally:
            if self._beside is not None:
                beside, self._beside = self._beside, None
                beside.close()
            late, self._late = self._late, []
            for line in late:
                self.take_labels(line)

    def near_duplicates(self, document_ids: Sequence[str]) -> list[str]:
        """Return a sentence for each of some articles that is nearly the same as one that came before it."""
        return self._try(lambda: self._held().near_duplicates(document_ids)) or []

    def export(self, out: Path, chosen: "Chosen") -> "Exported | None":
        """Write a dataset and say what is in it."""
        return self._try(lambda: self._held().export(out, chosen))

    def counting(self, chosen: "Chosen") -> "ExportCount | None":
        """Return a count of what a dataset would hold and leave out, which goes on step by step."""
        return self._try(lambda: self._held().counting(chosen))

    def release(self, name: str) -> ReleaseRow | None:
        """Freeze the dataset as it is now under a name."""
        return self._try(lambda: self._held().release(name))

    def article(self, document_id: str) -> Article | None:
        """Return an article with all its quotes."""
        return self.queries.article(document_id) if self._desk else None

    def patch(self, document_id: str, quote_ids: Iterable[str], cast: Cast | None = None) -> Patch:
        """Return what became of a few quotes; `cast` is that of the article where it is known still to hold."""
        return self.queries.patch(document_id, quote_ids, cast)

    def _held(self) -> "Desk":
        if self._desk is None:
            raise UserMistake("No project is open. Nothing was changed. Open or make one first.")
        if self._busy:
            raise UserMistake("Articles are being added. Nothing was changed. Wait for that, or cancel it.")
        return self._desk

    def _aside(self) -> "Desk":
        """Return a second reader of the project, which sees it as it was before the import."""
        from core.desk.desk import Desk

        if self._beside is None and self._desk is not None:
            self._beside = Desk.open(self._desk.path, self._desk.annotator)
        if self._beside is None:
            return self._held()
        return self._beside

    def _alone(self, lines: Iterable[AnnotatedDocument]) -> Iterator[AnnotatedDocument]:
        """Yield the lines, and keep all others away from the desk while the next one is being read."""
        reading = iter(lines)
        while True:
            self._busy = True
            try:
                line = next(reading, None)
            finally:
                self._busy = False
            if line is None:
                return
            yield line

    def _let_go(self) -> None:
        self._poll.stop()
        if self._desk is not None:
            desk, self._desk = self._desk, None
            desk.close()
            self.let_go.emit()

    def _look(self) -> None:
        if not self._busy:
            self._try(lambda: self._held().poll())

    def _try(self, act: Callable[[], Result]) -> Result | None:
        try:
            done = act()
        except QuotedeskError as error:
            if isinstance(error, ProjectProblem):
                self._poll.stop()  # told once, not every second
            self.failed.emit(error)
            return None
        if self._desk is not None and not self._poll.isActive():
            self._poll.start()
        return done
