"""The labelling job: a child process that reads one JSON line an article and answers with another."""

import json
import sys
from collections import deque
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

WORKER = ("-m", "core.labelling.worker")
MOST_CRASHES = 3
PATIENCE_MILLISECONDS = 2000


@dataclass(frozen=True)
class Job:
    """One article to be labelled; the number tells its answer from those of cancelled jobs."""

    number: int
    document_id: str
    text: str
    language: str | None
    model: str

    def line(self) -> bytes:
        """Return the job as the worker reads it."""
        told = {
            "job": self.number,
            "id": self.document_id,
            "text": self.text,
            "language": self.language,
            "model": self.model,
        }
        return json.dumps(told).encode() + b"\n"


class Jobs(QObject):
    """Articles are labelled one after another, in a process that starts with the first one.

    A worker that dies is started again with the same job, a few times; an answer to a job that was cancelled
    is dropped. The process never outlives the window.
    """

    started = Signal(str)
    progressed = Signal(str, float)
    answered = Signal(str, dict)
    failed = Signal(str, str)
    idle = Signal()

    def __init__(self, parent: QObject | None = None, *, program: tuple[str, ...] = (sys.executable, *WORKER)) -> None:
        super().__init__(parent)
        self._program = program
        self._process: QProcess | None = None
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._number = 0
        self._crashes = 0
        self._rest = b""

    @property
    def busy_with(self) -> str:
        """The id of the article being labelled, "" when there is none."""
        return self._running.document_id if self._running else ""

    def label(self, document_id: str, text: str, *, language: str | None = None, model: str = "") -> None:
        """Ask for the labels of an article; asking twice while it waits changes nothing."""
        waiting = {job.document_id for job in self._waiting} | {self.busy_with}
        if document_id in waiting:
            return
        self._number += 1
        self._waiting.append(Job(self._number, document_id, text, language, model))
        self._next()

    def cancel(self) -> None:
        """Drop everything that was asked for. The worker starts again when it is needed."""
        self._waiting.clear()
        if self._running is not None:
            self._running = None
            self._stop()
            self.idle.emit()

    def shut_down(self) -> None:
        """End the worker and wait until it is gone."""
        self._waiting.clear()
        self._running = None
        self._stop()

    def process_id(self) -> int:
        """Return the worker's process id, 0 when there is none."""
        return int(self._process.processId()) if self._process else 0

    def _next(self) -> None:
        if self._running is not None:
            return
        if not self._waiting:
            self.idle.emit()
            return
        self._running = self._waiting.popleft()
        self._crashes = 0
        self.started.emit(self._running.document_id)
        self._send()

    def _send(self) -> None:
        if self._running is None:
            return
        if self._process is None:
            self._start()
        if self._process is not None:
            self._process.write(self._running.line())

    def _start(self) -> None:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._no_start)
        self._process, self._rest = process, b""
        model = [self._running.model] if self._running and self._running.model else []
        process.start(self._program[0], [*self._program[1:], *model])

    def _stop(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(PATIENCE_MILLISECONDS)
        process.deleteLater()

    def _read(self) -> None:
        if self._process is None:
            return
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            if line.strip():
                self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            answer: Any = json.loads(line)
        except ValueError:
            return  # A library printed something of its own; the answer comes on a line of its own.
        job = self._running
        if job is None or not isinstance(answer, dict) or answer.get("job") != job.number:
            return
        if "progress" in answer:
            self.progressed.emit(job.document_id, float(answer["progress"]))
            return
        self._running = None
        if "line" in answer:
            self.answered.emit(job.document_id, answer["line"])
        else:
            self.failed.emit(job.document_id, str(answer.get("error", "The labelling gave no answer.")))
        self._next()

    def _no_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    def _ended(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        if self._running is None:
            return
        self._crashes += 1
        if self._crashes < MOST_CRASHES:
            self._send()
            return
        lost, self._running = self._running, None
        self.failed.emit(
            lost.document_id,
            "The labelling program stopped and did not start again. Your decisions are safe. "
            "Open the article again to retry.",
        )
        self._next()
