"""Labels what was never labelled when it opens: from the article on show to the job, from its answer to the desk."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.errors import BadInput
from core.model.records import AnnotatedDocument
from core.model.terms import State
from gui.bridge import Bridge
from gui.jobs import Jobs
from gui.models.article import ArticleModel
from gui.models.documents import DocumentsModel
from gui.selection import Selection


class Labelling(QObject):
    """`state_changed` gives the title of the article in work ("" when idle) and how far it is, 0 to 1."""

    state_changed = Signal(str, float)
    failed = Signal(str)

    def __init__(
        self, bridge: Bridge, jobs: Jobs, article: ArticleModel, *, selection: Selection, documents: DocumentsModel
    ) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._jobs = jobs
        self._article = article
        self._documents = documents
        self._asked: set[str] = set()
        self._due: set[str] = set()
        self.model: Callable[[], str] = lambda: ""
        selection.document_changed.connect(lambda document_id: self.look())
        article.reset.connect(self.look)
        bridge.let_go.connect(self.cancel)
        jobs.started.connect(lambda document_id: self._tell(document_id, 0.0))
        jobs.progressed.connect(self._tell)
        jobs.answered.connect(self._store)
        jobs.failed.connect(self._fail)
        jobs.idle.connect(lambda: self.state_changed.emit("", 0.0))

    def look(self) -> None:
        """Ask for the labels of the article on show if it needs them and nobody asked before."""
        article = self._article.article
        if article is None or article.labelled or article.quotes or article.state is State.COMPLETE:
            return
        document = article.document
        if document.id not in self._asked:
            self._asked.add(document.id)
            self._due.add(document.id)
            self._jobs.label(document.id, document.text, language=document.language, model=self.model())

    def is_due(self, document_id: str) -> bool:
        """Whether the labels of an article were asked for and are still to come."""
        return document_id in self._due

    def cancel(self) -> None:
        """Stop what is running; the article stays as it is until it is opened again."""
        self._asked.clear()
        self._due.clear()
        self._jobs.cancel()

    def _tell(self, document_id: str, progress: float) -> None:
        row = self._documents.row(document_id)
        self.state_changed.emit(row.title if row else document_id, progress)

    def _store(self, document_id: str, line: dict[str, Any]) -> None:
        self._due.discard(document_id)
        try:
            self._bridge.take_labels(read_line(line))
        except BadInput as error:
            self._fail(document_id, str(error))

    def _fail(self, document_id: str, sentence: str) -> None:
        self._asked.discard(document_id)
        self._due.discard(document_id)
        self.failed.emit(sentence)


def read_line(line: dict[str, Any]) -> AnnotatedDocument:
    """Turn a line of the dataset format into a record, by the same reader that reads dataset files."""
    from core.formats.jsonl import Jsonl
    from core.formats.problems import Problems

    problems = Problems()
    data = BytesIO(json.dumps(line).encode() + b"\n")
    found = list(Jsonl().read(data, problems))
    if not found:
        raise BadInput(f"The labelling answer can't be used: {'; '.join(problems.first)}. Nothing was changed.")
    return found[0]
