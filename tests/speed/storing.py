"""What a correction, an import and an export cost beside the bare libraries on the same disk; how long a search takes."""

import json
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from msgspec import structs

from core.commands.attribution import AssignSpeaker
from core.commands.command import Act
from core.desk.desk import Desk
from core.desk.manifest import Chosen
from core.formats.jsonl import Jsonl
from core.formats.problems import Problems
from core.formats.registry import writer_named
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument, Layer
from core.model.terms import Status, Via
from tests.speed.window import opened
from tests.speed.yardstick import Row, bare_commit_ms, row
from tests.support.articles import seed_article

ARTICLES, QUOTES, CORRECTIONS = 1000, 10, 200
BARE = 3.0
"""How many times as long as a bare loop an import or an export may take."""
PEERS_IN, PEERS_OUT = ("Label Studio 1.23.2", 3.4), ("doccano 1.8.4", 1.5)
"""Which other tool takes in, and lets out, as many articles and quotes the quickest, in how many seconds."""
PEERS = 10.0
"""How many times as quick an import or an export is to be."""
ROUNDS = 16
"""The best of each side counts: other work on the machine disturbs some rounds, and makes none of them quicker."""
TIMES = 10
"""How many times as large the project is that is searched."""
SEARCH_MS = 100.0
OPENING_MS = 1500.0
SOUGHT = ("health ministry", "t", "th", "the president of", "Lavrov", "ussel", "北京", "nowhere at all", "irony")


def storing_rows() -> list[Row]:
    """Return `committed_correction`, which is reported, since its limit is a later work's, and the others with theirs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [_correction(folder), *_thousand(folder), _search(folder), _open(folder)]


def _correction(folder: Path) -> Row:
    article = seed_article()
    speakers = tuple(article.speakers.values())
    desk = Desk.create(folder / "correction.qdesk", "bench")
    desk.bring_in([AnnotatedDocument(document=article.document, layer=Layer(speakers=speakers, quotes=article.quotes))])
    samples = []
    for number in range(CORRECTIONS):
        quote = article.quotes[number % len(article.quotes)]
        command = AssignSpeaker(
            document_id=article.document.id, quote_id=quote.id, name=f"Name {number % 3}", act=Act(via=Via.TYPED)
        )
        started = time.perf_counter()
        desk.run(command)
        samples.append((time.perf_counter() - started) * 1000)
    desk.close()
    bare = median(bare_commit_ms(folder, [("quote", "key", "before" * 40, "after" * 40)] * 3))
    by = f"{median(samples):.1f} ms; bare sqlite3 {bare:.2f} ms"
    return row("committed_correction", median(samples) / bare, "ratio", by=by)


def _thousand(folder: Path) -> list[Row]:
    dataset = folder / "thousand.jsonl"
    with dataset.open("wb") as out:
        Jsonl().write(_lines(), out)
    writer_named("jsonl")  # finds all formats: what is imported for the first time counts on neither side
    bare_in, bare_out, taken_in, let_out = map(min, zip(*_rounds(dataset, folder), strict=True))
    return [
        *_rows("import_1000", taken_in, bare_in, PEERS_IN),
        *_rows("export_1000", let_out, bare_out, PEERS_OUT),
    ]


def _rows(name: str, seconds: float, bare: float, peer: tuple[str, float]) -> list[Row]:
    """Judge what an import or an export took beside the bare libraries in this run, and beside the quickest peer."""
    tool, its = peer
    return [
        row(name, seconds / bare, "ratio", most=BARE, by=f"{seconds:.3f} s; bare json + sqlite3 {bare:.3f} s"),
        row(f"{name}_peer", its / seconds, "times", least=PEERS, by=f"{seconds:.3f} s; {tool} {its} s, measured once"),
    ]


def _rounds(dataset: Path, folder: Path) -> Iterator[tuple[float, float, float, float]]:
    """Yield seconds in and out of the bare loop and of ours, one after the other: the machine's pace comes and goes."""
    for _ in range(ROUNDS):
        for name in ("bare-thousand.sqlite", "thousand.qdesk"):
            (folder / name).unlink(missing_ok=True)
        bare = _bare(dataset, folder)
        desk = Desk.create(folder / "thousand.qdesk", "bench")
        started = time.perf_counter()
        desk.bring_in(Jsonl().read(dataset, Problems()))
        taken_in = time.perf_counter() - started
        started = time.perf_counter()
        desk.export(folder / "out.jsonl", Chosen(format="jsonl", which="all"))
        let_out = time.perf_counter() - started
        desk.close()
        yield *bare, taken_in, let_out


def _lines() -> list[AnnotatedDocument]:
    article = seed_article()
    quotes = tuple(structs.replace(quote, status=Status.ACCEPTED) for quote in article.quotes[:QUOTES])
    layer = Layer(annotator="bench", speakers=tuple(article.speakers.values()), quotes=quotes)
    made = []
    for number in range(ARTICLES):
        text = f"{article.document.text}\n\nReport {number}."
        document = structs.replace(article.document, id=f"article-{number}", text=text, sha256=sha256_of(text))
        made.append(AnnotatedDocument(document=document, layer=layer))
    return made


def _bare(dataset: Path, folder: Path) -> tuple[float, float]:
    """The same records by json and sqlite3 alone: seconds in, seconds out."""
    connection = sqlite3.connect(folder / "bare-thousand.sqlite")
    connection.execute("CREATE TABLE document (id TEXT PRIMARY KEY, text TEXT)")
    connection.execute("CREATE TABLE quote (document TEXT, id TEXT, body TEXT, PRIMARY KEY (document, id))")
    started = time.perf_counter()
    with connection, dataset.open(encoding="utf-8") as file:
        for line in file:
            entry = json.loads(line)
            connection.execute("INSERT INTO document VALUES (?, ?)", (entry["id"], entry["text"]))
            rows = [(entry["id"], quote["id"], json.dumps(quote)) for quote in entry["quotes"]]
            connection.executemany("INSERT INTO quote VALUES (?, ?, ?)", rows)
    taken_in = time.perf_counter() - started
    started = time.perf_counter()
    with (folder / "bare.jsonl").open("w", encoding="utf-8") as file:
        for document, text in connection.execute("SELECT id, text FROM document").fetchall():
            found = connection.execute("SELECT body FROM quote WHERE document = ?", (document,))
            quotes = [json.loads(body) for (body,) in found]
            file.write(json.dumps({"id": document, "text": text, "quotes": quotes}) + "\n")
    let_out = time.perf_counter() - started
    connection.close()
    return taken_in, let_out


def _search(folder: Path) -> Row:
    """Search the thousand articles ten times over: 10,000 that have nearly all their words in common, 100,000 quotes."""
    path = folder / "thousand.qdesk"
    _grow(path)
    desk = Desk.open(path, "bench")
    samples = {words: min(_searched(desk, words) for _ in range(5)) for words in SOUGHT}
    desk.close()
    slowest = max(samples, key=lambda words: samples[words])
    by = f"the slowest of {len(samples)} searches, best of 5: {slowest}; median {median(samples.values()):.0f} ms"
    return row("search", samples[slowest], "ms", most=SEARCH_MS, by=by)


def _open(folder: Path) -> Row:
    """Open the window on the same project, to the first page of the queue."""
    with opened(folder / "thousand.qdesk", folder) as (application, opening):
        assert len(application.models.watch.documents.rows) == TIMES * ARTICLES
    return row("open_project", opening, "ms", most=OPENING_MS, by="10,000 articles, 100,000 quotes, to the first paint")


def _searched(desk: Desk, words: str) -> float:
    started = time.perf_counter()
    desk.queries.search(words)
    return (time.perf_counter() - started) * 1000


def _grow(path: Path) -> None:
    """Copy articles, layers and quotes within the file, which takes a tenth of the time of an import."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = off")
    connection.execute("BEGIN")
    step = 1 + connection.execute("SELECT max(id) FROM layer").fetchone()[0]
    for time_ in range(1, TIMES):
        number, of_copy = time_ * ARTICLES, f"'-{time_}'"
        _copy(connection, "document", id=f"id || {of_copy}", position=f"position + {number}", text=f"text || {of_copy}")
        _copy(connection, "layer", id=f"id + {time_ * step}", document_id=f"document_id || {of_copy}")
        comment = "CASE WHEN layer_id % 50 = 0 THEN 'some irony?' ELSE comment END"
        _copy(connection, "quote", layer_id=f"layer_id + {time_ * step}", comment=comment)
    connection.execute("COMMIT")
    connection.close()


def _copy(connection: sqlite3.Connection, table: str, **changed: str) -> None:
    """Insert the first rows of a table again, some columns changed."""
    columns = [each[1] for each in connection.execute(f"PRAGMA table_info({table})")]
    made = ", ".join(changed.get(each, f'"{each}"') for each in columns)
    first = {"document": f"position <= {ARTICLES}", "layer": f"id <= {ARTICLES}", "quote": f"layer_id <= {ARTICLES}"}
    connection.execute(f"INSERT INTO {table} SELECT {made} FROM {table} WHERE {first[table]}")
