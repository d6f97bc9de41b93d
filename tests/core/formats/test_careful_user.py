"""What a careful user checks before trusting an export: two hundred corrected articles, by means that are not ours."""

import io
import json
import shutil
import sqlite3
import subprocess
import time
from collections import Counter
from contextlib import closing
from functools import cache
from itertools import combinations, islice
from pathlib import Path
from typing import get_args

import pytest

from core.commands.review import CompleteDocument
from core.desk.manifest import Chosen
from core.desk.outlet import manifest_beside, usual_which
from core.desk.splits import parsed_split
from core.formats.registry import FolderWriter, writers
from core.model.chosen import Which
from tests.core.formats.otherwise import CASES
from tests.readers.planted import decide, planted, planted_open
from tests.readers.project import build
from tests.support.projects import bare, empty_desk, line, opened, rows

ARTICLES, QUOTES, REPRINTS = 200, 5, 12
OWN = """
    SELECT layer.document_id, annotator.name, quote.status, quote.kind, quote.decided_via, count(*)
    FROM quote JOIN layer ON layer.id = quote.layer_id JOIN annotator ON annotator.id = layer.annotator_id
    WHERE NOT quote.rejected AND {} GROUP BY 1, 2, 3, 4, 5
"""
UNTOUCHED = """
    SELECT mine.document_id, annotator.name, quote.status, quote.kind, quote.decided_via, count(*)
    FROM quote JOIN layer ON layer.id = quote.layer_id AND layer.annotator_id IS NULL
    JOIN layer AS mine ON mine.document_id = layer.document_id
    JOIN annotator ON annotator.id = mine.annotator_id
    WHERE quote.id NOT IN (SELECT id FROM quote AS own WHERE own.layer_id = mine.id)
    AND quote.id NOT IN (SELECT quote_id FROM settled WHERE settled.layer_id = mine.id) GROUP BY 1, 2, 3, 4, 5
"""
CHOSEN = {"complete": "status <> 'suggested' AND layer.state = 'complete'", "checked": "status <> 'suggested'"}
IN_JAVASCRIPT = """
    const lines = require("fs").readFileSync(process.argv[1], "utf8").split("\\n").filter(Boolean).map(JSON.parse);
    let count = 0;
    for (const {text, quotes, rejected} of lines) {
        const units = [0];
        for (const sign of text) units.push(units.at(-1) + sign.length);
        const signs = Array.from(text);
        for (const {fragments, surface} of [...quotes, ...rejected]) fragments.forEach(([start, end], n) => {
            if (text.slice(units[start], units[end]) !== surface[n]) throw new Error(surface[n]);
            if (signs.slice(start, end).join("") !== surface[n]) throw new Error(surface[n]);
            count += 1;
        });
    }
    console.log(count);
"""


def reprint(text, number):
    words = text.split(" ")
    return " ".join(f"reprinted{number}" if place % 50 == 25 else word for place, word in enumerate(words))


def build_with_reprints(path):
    some = build(path, ARTICLES, QUOTES)
    with opened(path) as desk:
        for number, case in enumerate(islice(some, 0, None, ARTICLES // REPRINTS)):
            id_ = f"reprint of {case.line.document.id}"
            desk.bring_in([bare(line(reprint(case.line.document.text, number), id=id_))])
            desk.run(CompleteDocument(document_id=id_))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project, built once even where the tests of this file run in several processes."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if base.name.startswith("popen-") else base) / "careful_user"
    try:
        shared.mkdir()
    except FileExistsError:
        while not (shared / "done").exists():
            time.sleep(0.1)
    else:
        try:
            build_with_reprints(shared / "p.qdesk")
        finally:
            (shared / "done").touch()
    return Path(shutil.copy(shared / "p.qdesk", tmp_path_factory.mktemp("careful")))


@pytest.fixture(scope="module")
def export(project, tmp_path_factory):
    """Return where a format was exported to."""

    @cache
    def exported(format_, which=None, split=None):
        folder = tmp_path_factory.mktemp("out") / "out"
        with opened(project) as desk:
            desk.export(folder, Chosen(format=format_, which=which or usual_which(format_), split=split))
        return folder

    return exported


def lines_of(path):
    return [json.loads(one) for one in path.read_text("utf-8").split("\n") if one]


def quotes_of(lines):
    return ((one, quote) for one in lines for quote in one["quotes"])


def test_every_slice_is_its_surface_in_python_and_in_utf_16(export):
    lines = lines_of(export("jsonl", "all"))
    assert len({one["id"] for one in lines}) > ARTICLES
    for one in lines:
        text = one["text"]
        units = [0]
        for sign in text:
            units.append(units[-1] + (2 if sign > "\uffff" else 1))
        packed = text.encode("utf-16-le")
        for quote in (*one["quotes"], *one["rejected"]):
            spans = quote["fragments"]
            assert [text[start:end] for start, end in spans] == quote["surface"]
            cut = [packed[2 * units[start] : 2 * units[end]].decode("utf-16-le") for start, end in spans]
            assert cut == quote["surface"]


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node here")
def test_every_slice_is_its_surface_in_javascript(export):
    path = export("jsonl", "all")
    told = subprocess.run(["node", "-e", IN_JAVASCRIPT, path], capture_output=True, text=True, check=True, timeout=60)
    several = (quote["fragments"] for one in lines_of(path) for quote in (*one["quotes"], *one["rejected"]))
    assert int(told.stdout) == sum(map(len, several))


@cache
def replayed(project):
    """Return the people's quotes as the revisions alone tell them, with article, annotator and state."""
    people = {row["id"]: row["name"] for row in rows(project, "SELECT id, name FROM annotator")}
    found = {"layer": {}, "quote": {}}
    steps = "SELECT * FROM revision_row WHERE table_name IN ('layer', 'quote') ORDER BY revision_id, position"
    for row in rows(project, steps):
        table, after = found[row["table_name"]], json.loads(row["after"] or "null")
        if after is None:
            table.pop(row["key"])
        else:
            table.setdefault(row["key"], {}).update(after)
    layers = {json.loads(key)["id"]: layer for key, layer in found["layer"].items()}
    quotes = [(layers.get(json.loads(key)["layer_id"]), quote) for key, quote in found["quote"].items()]
    return [
        (layer["document_id"], people[layer["annotator_id"]], layer["state"], quote) for layer, quote in quotes if layer
    ]


def counted(project, query):
    counts = Counter()
    for row in rows(project, query):
        *key, count = row.values()
        counts[tuple(key)] += count
    return counts


@pytest.mark.parametrize("which", get_args(Which))
def test_counts_are_those_of_the_tables_and_of_the_history(project, export, which):
    lines = lines_of(export("jsonl", which))
    told = Counter(
        (one["id"], one["annotator"], quote["status"], quote["kind"], (quote["decided"] or {}).get("via"))
        for one, quote in quotes_of(lines)
    )
    stored = counted(project, OWN.format(CHOSEN.get(which, "TRUE")))
    again = Counter(
        (document, who, quote["status"], quote["kind"], quote["decided_via"])
        for document, who, state, quote in replayed(project)
        if not quote["rejected"]
        and (which == "all" or quote["status"] != "suggested")
        and (which != "complete" or state == "complete")
    )
    untouched = counted(project, UNTOUCHED) if which == "all" else Counter()
    assert sum(told.values()) > 3 * ARTICLES
    assert told == stored + untouched == again + untouched
    refused = Counter((one["id"], one["annotator"], each["reason"]) for one in lines for each in one["rejected"])
    kept = {(one["id"], one["annotator"]) for one in lines}
    history = Counter((document, who, q["reason"]) for document, who, _, q in replayed(project) if q["rejected"])
    assert refused == Counter({key: count for key, count in history.items() if key[:2] in kept})


def in_docbin(path):
    import spacy
    from spacy.tokens import DocBin

    for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab):
        yield from ((doc.user_data["quotedesk"]["id"], span.id_) for span in doc.spans["quotes"])
        yield from ((doc.user_data["quotedesk"]["id"], note["id"]) for note in doc.user_data["quotedesk"]["quotes"])


def in_conll(path):
    for row in path.read_text("utf-8").split("\n"):
        if row.startswith("# id = "):
            article = row.removeprefix("# id = ")
        elif row.startswith("# columns = "):
            place = row.removeprefix("# columns = ").split().index("quote")
        elif "\t" in row:
            yield from ((article, one) for one in row.split("\t")[place].split("|") if one != "_")


def in_parquet(path):
    from pyarrow import parquet

    for row in parquet.read_table(path / "data" / "train-00000-of-00001.parquet").to_pylist():
        yield from ((row["id"], quote["id"]) for quote in row["quotes"])


@pytest.mark.parametrize(("format_", "ids"), [("docbin", in_docbin), ("conll", in_conll), ("hf", in_parquet)])
def test_no_open_suggestion_is_trained_on(project, export, format_, ids):
    settled = "SELECT layer.document_id, quote.id FROM quote JOIN layer ON layer.id = quote.layer_id WHERE "
    settled += f"layer.annotator_id IS NOT NULL AND NOT rejected AND {CHOSEN['complete']}"
    allowed = {tuple(row.values()) for row in rows(project, settled)}
    found = set(ids(export(format_)))
    assert found <= allowed
    # Columns have no room for quotes inside of quotes of the same kind.
    assert len(allowed) > 3 * ARTICLES
    assert len(found) > 0.95 * len(allowed) if format_ == "conll" else found == allowed


def runs(text):
    words = text.casefold().split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


@pytest.mark.parametrize("by", ["document", "outlet"])
def test_no_near_duplicate_stands_on_both_sides_of_a_split(export, by):
    folder = export("jsonl", "complete", parsed_split("60/20/20", by))
    parts = {part: {one["id"]: runs(one["text"]) for one in lines_of(folder / f"{part}.jsonl")} for part in
             ("train", "dev", "test")}  # fmt: skip
    for (_, one), (_, other) in combinations(parts.items(), 2):
        for mine in one.values():
            # No more than half of their runs in common: 0.5 = n / (2 - n) of two texts as long as each other.
            assert all(3 * len(mine & theirs) <= len(mine) + len(theirs) for theirs in other.values())
    together = [id_ for part in parts.values() for id_ in part if id_.startswith("reprint of") and id_[11:] in part]
    left_out = json.loads((folder / "manifest.json").read_bytes())["split"]["left_out"]
    assert len(together) + len([id_ for id_ in left_out if id_.startswith("reprint of")]) >= REPRINTS - 2
    assert by != "document" or len(together) >= REPRINTS - 2
    assert all(parts.values())


def written(writer, lines, folder):
    if isinstance(writer, FolderWriter):
        folder.mkdir()
        writer.write_folder(lines, folder)
        return {each.relative_to(folder): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    out = io.BytesIO()
    writer.write(lines, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """The planted articles as a dataset, and what the manifest of each format says of them is lost."""
    losses, folder = {}, tmp_path_factory.mktemp("planted")
    with empty_desk(planted(), planted_open()) as desk:
        decide(desk)
        lines = list(desk.dataset())
        for writer in writers():
            out = folder / writer.name
            desk.export(out, Chosen(format=writer.name, which="all"))
            said = out / "manifest.json" if out.is_dir() else manifest_beside(out)
            losses[writer.name] = {loss["what"] for loss in json.loads(said.read_bytes())["losses"]}
    return lines, losses


@pytest.mark.parametrize("writer", writers(), ids=lambda writer: writer.name)
def test_each_planted_case_can_be_told_apart_or_is_named_as_a_loss(dataset, writer, tmp_path, monkeypatch):
    import spacy

    monkeypatch.setattr(spacy, "blank", cache(spacy.blank))  # made anew for each file, which takes longer than all else
    lines, losses = dataset
    as_it_is = written(writer, lines, tmp_path / "as_it_is")
    merged = {
        name: trait
        for name, (change, trait) in CASES.items()
        if written(writer, change(lines), tmp_path / name) == as_it_is
    }
    assert {
        name: trait for name, trait in merged.items() if trait is None or trait.value not in losses[writer.name]
    } == {}


def test_the_project_is_a_file_that_anybody_can_open(project):
    with closing(sqlite3.connect(project)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
