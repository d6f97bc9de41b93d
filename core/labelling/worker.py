"""The child process that labels for a window: `python -m core.labelling.worker`, JSON lines in, JSON lines out.

It never writes anything else to its standard output; whatever a library prints goes to standard error.
"""

import os
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, BinaryIO

import msgspec

from core.errors import QuotedeskError

_PROGRESS_STEP = 0.02


class Request(msgspec.Struct, frozen=True):
    """One job: a document to label. `model` is the setting `spacy_model`."""

    job: int
    text: str
    id: str = ""
    language: str | None = None
    model: str = ""


class Worker:
    """Answers requests, one after another, and keeps the pipeline which it loaded last."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._model: str | None = None
        self._engine: Any = None

    def start(self, model: str = "") -> None:
        """Load the pipeline and say that requests are welcome."""
        try:
            self._load(model)
        except QuotedeskError as error:
            self._say({"job": None, "error": str(error)})
        self._say({"ready": True})

    def serve(self, lines: Iterable[bytes]) -> None:
        """Answer every line; a bad one gets an error and harms no other."""
        for line in lines:
            if line.strip():
                self._answer(line)

    def _answer(self, line: bytes) -> None:
        try:
            request = msgspec.json.decode(line, type=Request)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            self._say({"job": _job_of(line), "error": f"This request can't be read: {error}. It was left out."})
            return
        try:
            self._label(request)
        except QuotedeskError as error:
            self._say({"job": request.job, "error": str(error)})
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            where = request.id or "the article"
            self._say(
                {
                    "job": request.job,
                    "error": f"{where} can't be labelled: {type(error).__name__}: {error}. Nothing was changed. "
                    "Please report this.",
                }
            )

    def _label(self, request: Request) -> None:
        from core.formats.jsonl import encode
        from core.labelling.merging import with_labels
        from core.model.identity import sha256_of
        from core.model.records import AnnotatedDocument, Document, Layer

        if request.model != self._model:
            self._load(request.model)
        heard = 0.0

        def progress(share: float) -> None:
            nonlocal heard
            if share - heard >= _PROGRESS_STEP:
                heard = share
                self._say({"job": request.job, "progress": round(share, 3)})

        labels = next(self._engine.label_all([request.text], progress))
        text = request.text
        document = Document(id=request.id, text=text, sha256=sha256_of(text), language=request.language)
        line = with_labels(AnnotatedDocument(document=document, layer=Layer()), labels)
        self._say({"job": request.job, "line": msgspec.Raw(encode(line))})

    def _load(self, model: str) -> None:
        from core.labelling.engine import Engine
        from core.nlp.pipeline import build_pipeline

        self._engine = Engine(build_pipeline(model))
        self._model = model

    def _say(self, answer: dict[str, Any]) -> None:
        self._out.write(msgspec.json.encode(answer) + b"\n")
        self._out.flush()


def _job_of(line: bytes) -> int | None:
    """Return the number of the job of a request that can't be read otherwise."""
    with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found = msgspec.json.decode(line)
        if isinstance(found, dict) and isinstance(found.get("job"), int):
            return int(found["job"])
    return None


def main() -> None:
    """Serve standard input until it ends."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    worker = Worker(own)
    with suppress(BrokenPipeError, KeyboardInterrupt):
        worker.start(sys.argv[1] if len(sys.argv) > 1 else "")
        worker.serve(sys.stdin.buffer)


if __name__ == "__main__":
    main()
