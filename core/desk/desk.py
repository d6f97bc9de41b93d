"""The Desk: one open project, one annotator, one road for every change."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import get_ident
from typing import BinaryIO

from sqlalchemy import Engine

from core import history
from core.commands.command import Command
from core.desk import intake, outlet, releases
from core.desk.choice import lines_of
from core.desk.collector import no_full_rounds
from core.desk.export_count import ExportCount
from core.desk.manifest import Chosen
from core.desk.queries import Queries
from core.desk.trouble import Place, trouble_told
from core.errors import UserMistake
from core.model.change import Change
from core.model.overview import ReleaseRow
from core.model.records import AnnotatedDocument
from core.store import project
from core.store.aside import aside
from core.store.engine import identify
from core.store.transaction import Transaction

Listener = Callable[[Change], None]


class Desk:
    """Runs commands on a project and tells its listeners what changed. Belongs to one thread.

    Raises `UserMistake` where an order is refused and `ProjectProblem` where the file can't be used; in both cases
    nothing was changed. When `run`, `undo`, `redo` or `revert` return, the change is on disk.
    """

    def __init__(self, engine: Engine, path: Path, annotator: str) -> None:
        self.path = path
        self.annotator = annotator
        self.queries = Queries(engine, path, annotator)
        self._engine = engine
        self._place = Place(engine, path)
        self._listeners: list[Listener] = []
        self._thread = get_ident()
        self._seen_elsewhere = project.changes_elsewhere(engine)

    @classmethod
    def create(cls, path: Path, annotator: str) -> "Desk":
        """Make a new project; an existing file is never replaced."""
        return cls(project.create(path), path, annotator)

    @classmethod
    def open(cls, path: Path, annotator: str) -> "Desk":
        """Open a project. A foreign or newer file stays byte for byte as it was."""
        return cls(project.open_(path), path, annotator)

    @classmethod
    def open_to_read(cls, path: Path, annotator: str) -> "Desk":
        """Open a project for who only asks and exports, wherever it lies: an archive that can't be written to, too."""
        return cls(project.open_to_read(path), path, annotator)

    @staticmethod
    def recognise(path: Path) -> None:
        """Raise `ProjectProblem` if a file is missing, none of ours or newer; whether it is whole is not asked."""
        identify(path)

    def run(self, command: Command) -> Change:
        """Carry out a command in one transaction."""
        with self._trouble_told(), Transaction(self._engine, self.annotator) as transaction:
            change = transaction.finish(command.apply(transaction))
        return self._tell(change)

    def undo(self) -> Change:
        """Take back this annotator's newest step, from whatever day it is."""
        with self._trouble_told():
            change = history.undo(self._engine, self.annotator)
        return self._tell(change)

    def redo(self) -> Change:
        """Do again the step that was undone last."""
        with self._trouble_told():
            change = history.redo(self._engine, self.annotator)
        return self._tell(change)

    def revert(self, revision: int) -> Change:
        """Take back one older step alone, as a new step."""
        with self._trouble_told():
            change = history.revert(self._engine, self.annotator, revision)
        return self._tell(change)

    def listen(self, listener: Listener) -> None:
        """Have a listener called after each change, with what was touched."""
        self._listeners.append(listener)

    def poll(self) -> None:
        """Tell the listeners if another program has written to the project since the last look."""
        with self._trouble_told():
            now = project.changes_elsewhere(self._engine)
        if now != self._seen_elsewhere:
            self._seen_elsewhere = now
            self._tell(Change(code="elsewhere", sweeping=True))

    def bring_in(self, lines: Iterable[AnnotatedDocument], annotator: str = "import") -> intake.Brought:
        """Import lines, all in one transaction; `annotator` is noted as who imported them."""
        with self._trouble_told(), no_full_rounds():
            brought, change = intake.bring_in(self._engine, lines, annotator)
        if brought.document_ids:
            self._tell(change)
        return brought

    def near_duplicates(self, document_ids: Sequence[str]) -> list[str]:
        """Return a sentence for each of some articles that is nearly the same as one that came before it."""
        with self._trouble_told():
            return intake.near_duplicates(self._engine, document_ids)

    def take_labels(self, line: AnnotatedDocument) -> Change:
        """Store what the model says about a document of the project; a person's decisions stay."""
        with self._trouble_told():
            change = intake.take_labels(self._engine, line)
        return self._tell(change)

    def export(self, out: Path, chosen: Chosen) -> outlet.Exported:
        """Write a dataset to a file or folder, which takes the place of an older one only when it is whole."""
        if out.absolute() == self.path.absolute() or (os.path.exists(out) and out.samefile(self.path)):
            raise UserMistake(f"{out} is the project itself. It was left as it is. Choose another name.")
        with self._letting_out(chosen) as let:
            return let.write(out)

    def export_to(self, out: BinaryIO, chosen: Chosen) -> outlet.Exported:
        """Write a dataset to a stream."""
        with self._letting_out(chosen) as let:
            return let.write_to(out)

    def counting(self, chosen: Chosen) -> ExportCount:
        """Return a count of what an export would write and leave out, which goes on step by step."""
        return ExportCount(self._engine, self.path, chosen)

    @contextmanager
    def _letting_out(self, chosen: Chosen) -> Iterator[outlet.Outlet]:
        # One transaction: what another program writes meanwhile is in none of the dataset's parts.
        with self._trouble_told(), no_full_rounds(), self._engine.connect() as connection, aside() as beside:
            yield outlet.Outlet(chosen, partial(lines_of, connection, aside=beside))

    def release(self, name: str) -> ReleaseRow:
        """Freeze the dataset as it is now under a name."""
        with self._trouble_told():
            return releases.release(self._engine, name, self.annotator)

    def dataset(self, release: str | None = None) -> Iterator[AnnotatedDocument]:
        """Yield every line of the project as it is now, or of a release."""
        with self._trouble_told(), self._engine.connect() as connection:
            yield from lines_of(connection, Chosen(format="jsonl", which="all", release=release))

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        project.close(self._engine)

    def _tell(self, change: Change) -> Change:
        for listener in self._listeners:
            listener(change)
        return change

    @contextmanager
    def _trouble_told(self) -> Iterator[None]:
        assert get_ident() == self._thread, "a desk belongs to the thread that opened it"
        with trouble_told(self.path):
            self._place.check()
            yield
