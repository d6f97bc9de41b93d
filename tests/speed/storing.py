"""What a correction, an import and an export cost beside the bare libraries on the same disk, in the same run."""

import json
import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median

from msgspec import structs

from core.commands.attribution import AssignSpeaker
from core.commands.command import Act
from core.desk.desk import Desk
from core.formats.jsonl import Jsonl
from core.formats.problems import Problems
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument, Layer
from core.model.terms import Status, Via
from tests.speed.yardstick import Row, bare_commit_ms, row
from tests.support.articles import seed_article

ARTICLES, QUOTES, CORRECTIONS = 1000, 10, 200


def storing_rows() -> list[Row]:
    """Return `committed_correction`, `import_1000` and `export_1000`: reported, since the limits are a later work's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [_correction(folder), *_thousand(folder)]


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
    bare_in, bare_out = _bare(dataset, folder)
    desk = Desk.create(folder / "thousand.qdesk", "bench")
    started = time.perf_counter()
    desk.bring_in(Jsonl().read(dataset, Problems()))
    taken_in = time.perf_counter() - started
    started = time.perf_counter()
    desk.export(folder / "out.jsonl", format="jsonl", which="all")
    let_out = time.perf_counter() - started
    desk.close()
    return [
        row("import_1000", taken_in / bare_in, "ratio", by=f"{taken_in:.2f} s; bare json + sqlite3 {bare_in:.2f} s"),
        row("export_1000", let_out / bare_out, "ratio", by=f"{let_out:.2f} s; bare json + sqlite3 {bare_out:.2f} s"),
    ]


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
