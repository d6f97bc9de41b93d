"""What an export says of itself: what is in it, how it was chosen, what was left out, and a checksum of each file."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader
from operator import attrgetter
from typing import Any

import msgspec

from core.desk.splits import Placement, Split
from core.formats.folder import MANIFEST_FORMAT
from core.formats.losses import Losses
from core.model.records import AnnotatedDocument, Model, Record
from core.version import own_version


class Chosen(Record, frozen=True, kw_only=True):
    """How an export was chosen."""

    format: str
    which: str
    annotator: str | None = None
    release: str | None = None
    stand_off: bool = False
    split: Split | None = None


class WrittenFile(Record, frozen=True, kw_only=True):
    """A file of an export: its name there, its size and the checksum of its bytes in hex."""

    name: str
    bytes: int
    sha256: str


def written_file(name: str, file: BufferedReader) -> WrittenFile:
    """Return what is to be said of a file, which is read and closed."""
    with file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return WrittenFile(name=name, bytes=file.tell(), sha256=sha256)


class Tally:
    """Counts the lines that go out."""

    def __init__(self) -> None:
        self.lines = 0
        self.articles: set[str] = set()
        self.counts: dict[str, Counter[str]] = {name: Counter() for name in ("status", "kind", "annotator", "via")}
        self.models: dict[Model, None] = {}
        self.quotes = 0

    def watch(self, lines: Iterable[AnnotatedDocument]) -> Iterator[AnnotatedDocument]:
        """Pass the lines on, counted."""
        for line in lines:
            self._count(line)
            yield line

    def _count(self, line: AnnotatedDocument) -> None:
        self.lines += 1
        self.articles.add(line.document.id)
        if line.layer.model is not None:
            self.models[line.layer.model] = None
        quotes = line.layer.quotes
        self.quotes += len(quotes)
        self.counts["annotator"][line.layer.annotator or ""] += len(quotes)
        for name in ("status", "kind"):
            self.counts[name].update(map(attrgetter(name), quotes))
        self.counts["via"].update([quote.decided.via if quote.decided else "" for quote in quotes])


def manifest(
    chosen: Chosen, tally: Tally, losses: Losses, *, files: Sequence[WrittenFile], placement: Placement
) -> bytes:
    """Return the manifest as JSON; the same export always gives the same bytes."""
    said: dict[str, Any] = {
        "format": MANIFEST_FORMAT,
        "quotedesk": own_version(),
        "dataset_format": chosen.format,
        "which": chosen.which,
        "annotator": chosen.annotator,
        "release": chosen.release,
        "stand_off": chosen.stand_off,
        "split": None if chosen.split is None else _split(chosen.split, placement),
        "counts": {"articles": len(tally.articles), "lines": tally.lines, "quotes": tally.quotes}
        | {name: dict(sorted(counter.items())) for name, counter in tally.counts.items()},
        "models": sorted(tally.models, key=lambda model: (model.name, model.version, model.weights)),
        "losses": [{"what": trait.value, "count": losses.counts[trait]} for trait in losses.found],
        "files": files,
    }
    return msgspec.json.format(msgspec.json.encode(said)) + b"\n"


def _split(split: Split, placement: Placement) -> dict[str, Any]:
    articles = placement.sizes(split)
    return {"shares": split.shares, "by": split.by, "articles": articles, "left_out": placement.torn}
