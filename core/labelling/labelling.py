"""Labels texts: one in this process, or a stream of dataset lines by as many processes as wanted."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from core.errors import UserMistake
from core.labelling.engine import Engine
from core.labelling.labels import Labels
from core.labelling.merging import with_labels
from core.model.records import AnnotatedDocument
from core.nlp.installed import installed_model

_CHUNK_CHARACTERS = 40_000
_CHUNK_LINES = 20
_AHEAD = 2
"""Chunks that wait for each process to be free; what is in memory does not grow with the stream."""


class Labeller:
    """Labels texts in this process. Loading the pipeline takes about a second; keep the object."""

    def __init__(self, model: str = "") -> None:
        from core.nlp.pipeline import build_pipeline

        self._engine = Engine(build_pipeline(model))

    def label_all(self, texts: Iterable[str]) -> list[Labels]:
        """Return the labels of some texts at once, which is faster than one by one."""
        return list(self._engine.label_all(texts))


def label_lines(lines: Iterable[AnnotatedDocument], *, model: str = "", jobs: int = 1) -> Iterator[AnnotatedDocument]:
    """Return each line with fresh suggestions, in order, as soon as it is ready; `jobs` changes speed alone."""
    installed_model(model)
    chunks = _chunks(lines)
    if jobs <= 1:
        labeller: Labeller | None = None
        for chunk in chunks:
            labeller = labeller or Labeller(model)
            yield from _merged(chunk, labeller.label_all([line.document.text for line in chunk]))
        return
    yield from _by_processes(chunks, model, jobs)


def _chunks(lines: Iterable[AnnotatedDocument]) -> Iterator[list[AnnotatedDocument]]:
    """Cut the stream the same way for any number of processes, since what is parsed together may touch the parse."""
    chunk: list[AnnotatedDocument] = []
    size = 0
    for line in lines:
        length = len(line.document.text)
        if chunk and (size + length > _CHUNK_CHARACTERS or len(chunk) >= _CHUNK_LINES):
            yield chunk
            chunk, size = [], 0
        chunk.append(line)
        size += length
    if chunk:
        yield chunk


def _merged(chunk: list[AnnotatedDocument], labels: list[Labels]) -> Iterator[AnnotatedDocument]:
    return (with_labels(line, found) for line, found in zip(chunk, labels, strict=True))


def _by_processes(chunks: Iterator[list[AnnotatedDocument]], model: str, jobs: int) -> Iterator[AnnotatedDocument]:
    waiting: deque[tuple[list[AnnotatedDocument], Future[list[Labels]]]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_load, initargs=(model,))
    try:
        for chunk in chunks:
            waiting.append((chunk, pool.submit(_label, [line.document.text for line in chunk])))
            if len(waiting) >= jobs * _AHEAD:
                yield from _merged(*_result(waiting.popleft()))
        while waiting:
            yield from _merged(*_result(waiting.popleft()))
    except BrokenProcessPool as error:
        raise UserMistake(
            "A labelling process ended before its time, perhaps for want of memory. What was written so far is whole. "
            "Try again with fewer jobs."
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _result(
    pending: tuple[list[AnnotatedDocument], "Future[list[Labels]]"],
) -> tuple[list[AnnotatedDocument], list[Labels]]:
    chunk, future = pending
    return chunk, future.result()


_loaded: list[Labeller] = []
"""The labeller of this worker process."""


def _load(model: str) -> None:
    _loaded.append(Labeller(model))


def _label(texts: list[str]) -> list[Labels]:
    return _loaded[0].label_all(texts)
