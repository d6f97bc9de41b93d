"""Project files for tests: the sample article with its gold quotes as suggestions, and dumps of all data tables."""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import pytest
from msgspec import structs

from core.commands.command import Act
from core.desk.desk import Desk
from core.model.identity import sha256_of, suggested_quote_id, suggested_speaker_id
from core.model.records import AnnotatedDocument, Candidate, Document, Layer, Model, Quote, Speaker
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, Via
from tests.support.articles import GOLD

MODEL = Model(name="quotedesk-test", version="1", weights="w" * 64)
NEWER = Model(name="quotedesk-test", version="2", weights="v" * 64)
ENTER = Act(via=Via.ENTER)
CLICK = Act(via=Via.CLICK, seconds=1.5, keys=2)
HISTORY = frozenset({"annotator", "revision", "revision_row", "alembic_version"})
_PLACES = {"quote": "layer_id, id", "settled": "layer_id, quote_id"}

Dump = dict[str, list[dict[str, object]]]


def act(via: Via = Via.ENTER, **fields: object) -> Act:
    """Return an act of the given kind."""
    return Act(via=via, **fields)


def document(text: str, *, id: str = "doc", **fields: object) -> Document:
    """Return a document of that text."""
    return Document(id=id, text=text, sha256=sha256_of(text), **fields)


def line(text: str, *quotes: Quote, id: str = "doc", **layer: object) -> AnnotatedDocument:
    """Return a line about a text; without `annotator` it is a model's."""
    speakers = {quote.speaker_id: quote.speaker_name for quote in quotes if quote.speaker_id}
    made: dict = {
        "quotes": quotes,
        "speakers": tuple(Speaker(id=each, name=name or each) for each, name in speakers.items()),
        "model": MODEL if quotes else None,
    }
    return AnnotatedDocument(document=document(text, id=id), layer=Layer(**(made | layer)))


def quote(start: int, end: int, *, id: str | None = None, **fields: object) -> Quote:
    """Return a suggested direct quote on one span."""
    made: dict = {
        "id": id or f"q{start}-{end}",
        "fragments": (Span(start, end),),
        "kind": Kind.DIRECT,
        "confidence": 0.8,
    }
    return Quote(**(made | fields))


@cache
def seed_line(*, id: str = "seed", model: Model = MODEL) -> AnnotatedDocument:
    """Return the sample article; its twelve gold quotes are suggestions with ids as a model computes them."""
    gold = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    text, sha256 = gold["text"], sha256_of(gold["text"])
    names = {suggested_speaker_id(sha256, name): name for name in ("Lukashenko", "Lavrov")}
    return AnnotatedDocument(
        document=document(text, id=id, title="A sample"),
        layer=Layer(
            model=model,
            speakers=tuple(Speaker(id=each, name=name) for each, name in names.items()),
            quotes=tuple(_from_gold(sha256, entry, names) for entry in gold["quotes"]),
        ),
    )


def _from_gold(sha256: str, entry: dict, names: dict[str, str]) -> Quote:
    fragments = tuple(Span(*pair) for pair in entry.get("fragments", [[entry["start"], entry["end"]]]))
    mention = Span(entry["speaker"]["start"], entry["speaker"]["end"])
    meant = suggested_speaker_id(sha256, entry["speaker_name"])
    candidates = [
        Candidate(name=name, speaker_id=each, mention=mention if each == meant else None, confidence=share)
        for each, name, share in sorted(
            ((each, name, 0.9 if each == meant else 0.05) for each, name in names.items()), key=lambda one: -one[2]
        )
    ]
    return Quote(
        id=suggested_quote_id(sha256, fragments, entry["kind"]),
        fragments=fragments,
        kind=Kind(entry["kind"]),
        quoted=tuple(Span(*pair) for pair in entry.get("quoted", [])),
        mention=mention,
        speaker_id=meant,
        speaker_name=entry["speaker_name"],
        speaker_type=SpeakerType.NAMED,
        cue=Span(entry["cue"]["start"], entry["cue"]["end"]),
        confidence=0.8,
        candidates=tuple(candidates),
    )


def bare(annotated: AnnotatedDocument) -> AnnotatedDocument:
    """Return the article alone, as it comes from a text file."""
    return structs.replace(annotated, layer=Layer())


@cache
def _template(labelled: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.qdesk"
        with closing(Desk.create(path, "ana")) as made:
            if labelled:
                made.bring_in([bare(seed_line())])
                made.take_labels(seed_line())
        return path.read_bytes()


def new_project(path: Path, *, labelled: bool = True) -> Path:
    """Put a project there: with the sample article, labelled, or an empty one. A copy: quicker than making it."""
    path.write_bytes(_template(labelled))
    return path


@contextmanager
def opened(path: Path, annotator: str = "ana") -> Iterator[Desk]:
    """Open a project for one annotator and close it."""
    with closing(Desk.open(path, annotator)) as found:
        yield found


@contextmanager
def empty_desk(*lines: AnnotatedDocument, annotator: str = "ana") -> Iterator[Desk]:
    """Open a new project in a folder of its own, with some lines in it."""
    folder = Path(tempfile.mkdtemp())
    try:
        with opened(new_project(folder / "p.qdesk", labelled=False), annotator) as desk:
            if lines:
                desk.bring_in(lines)
            yield desk
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file with the sample article, labelled."""
    return new_project(tmp_path / "p.qdesk")


@pytest.fixture
def desk(project: Path) -> Iterator[Desk]:
    """The same project, open for Ana."""
    with opened(project) as found:
        yield found


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    """An empty project, open for Ana."""
    with opened(new_project(tmp_path / "empty.qdesk", labelled=False)) as found:
        yield found


def rows(path: Path, query: str) -> list[dict[str, object]]:
    """Ask the file itself, past the program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query)]


def tables_of(path: Path) -> list[str]:
    """Return the names of all tables of a file; the index of words, which only repeats documents, apart."""
    found = rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return sorted(name for row in found if not (name := str(row["name"])).startswith("document_words"))


def dump(path: Path) -> Dump:
    """Return every row of every data table; people and history apart."""
    return {
        table: rows(path, f"SELECT * FROM {table} ORDER BY {_PLACES.get(table, '1, 2')}")
        for table in tables_of(path)
        if table not in HISTORY
    }


def neighbours(path: Path) -> list[str]:
    """Return the names of all files in a project's folder."""
    return sorted(each.name for each in path.parent.iterdir())


def ids(desk: Desk, document_id: str = "seed") -> list[str]:
    """Return the ids of the quotes that an annotator sees, in text order."""
    article = desk.queries.article(document_id)
    assert article is not None
    return [each.id for each in article.quotes]


def seen(desk: Desk, quote_id: str, document_id: str = "seed") -> Quote:
    """Return one quote as the annotator sees it; a KeyError if it is rejected or gone."""
    return desk.queries.patch(document_id, [quote_id]).quotes[quote_id]
