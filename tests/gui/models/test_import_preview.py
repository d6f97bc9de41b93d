"""The preview of an import: a little at a time, never more than it must, without a window."""

import csv
import threading
import time
from concurrent.futures import Future

import pytest

from core.formats.problems import Problems
from core.formats.reading import Reading
from gui.models import import_files, import_preview
from gui.models.import_preview import MOST_FILES, MOST_ROWS, ImportPreview, Row

ODD = ("nr", "Kopf", "Wortlaut")


@pytest.fixture
def preview():
    made = []

    def begin(*paths):
        made.append(ImportPreview(list(paths)))
        return made[-1]

    yield begin
    for each in made:
        each.close()


def all_of(preview):
    while preview.step():
        pass
    return preview


def table(path, rows, heading=ODD):
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([heading, *rows])
    return path


def text(path, words="“Yes,” she said. Nobody came."):
    path.write_text(words, encoding="utf-8")
    return path


def read(preview, **reading):
    problems = Problems()
    lines = [
        (line.document.id, line.document.title, line.document.text)
        for line in preview.lines(problems, Reading(**reading))
    ]
    return lines, problems.first


def test_rows_kinds_and_troubles_of_several_files(preview, tmp_path):
    html = tmp_path / "page.html"
    html.write_text(
        "<html><head><title>A page</title></head><body><p>" + "It rains in the valley. " * 30 + "</p></body></html>"
    )
    files = [text(tmp_path / "a.txt"), html, tmp_path / "missing.txt", text(tmp_path / "b.txt", "")]
    seen = all_of(preview(*files))
    assert seen.rows[0] == Row("a", "“Yes,” she said. Nobody came.", 5, 0, 0)
    assert [row.article for row in seen.rows] == ["a", "A page"]
    assert seen.kinds == "2 files: Plain text; 1 file: Web page (HTML); 1 file: in no format that can be read"
    assert [sentence.split("/")[-1] for sentence in seen.problems] == [
        "missing.txt: there is no such file",
        "b.txt: is empty",
    ]
    assert (seen.quotes, seen.tables, seen.total) == (0, [], None)


def test_quotes_and_speakers_are_counted_and_texts_are_one_article_each(preview, tmp_path):
    line = '{"id": "a", "text": "“Yes,” Ana said.", "speakers": [{"id": "s", "name": "Ana"}], "quotes": [{"start": 0, "end": 6, "kind": "direct"}]}\n'
    seen = all_of(preview(text(tmp_path / "a.json", line)))
    assert (seen.rows, seen.quotes, seen.total) == ([Row("a", "“Yes,” Ana said.", 3, 1, 1)], 1, None)
    assert all_of(preview(text(tmp_path / "a.txt"), text(tmp_path / "b.txt"))).total == 2


def test_the_columns_of_a_table_are_chosen_and_the_rows_follow(preview, tmp_path):
    seen = all_of(preview(table(tmp_path / "t.csv", [("7", "A title", "Some words here"), ("8", "Other", "")])))
    (found,) = seen.tables
    assert (found.title, found.heading) == ("t.csv", ODD)
    assert set(found.columns.values()) == {""}
    assert seen.rows == []
    assert "has no column for the text" in seen.problems[0]
    seen.choose(ODD, {**found.columns, "text": "Wortlaut", "title": "Kopf", "id": "nr"})
    all_of(seen)
    assert seen.rows == [Row("A title", "Some words here", 3, 0, 0)]
    assert seen.tables[0].columns["text"] == "Wortlaut"
    assert [each.split(", ")[-1] for each in seen.problems] == ["row 3: has no text in the column Wortlaut"]
    lines, problems = read(seen)
    assert lines == [("7", "A title", "Some words here")]
    assert len(problems) == 1


def test_likely_columns_are_found_and_hold_where_nothing_is_chosen(preview, tmp_path):
    path = table(tmp_path / "t.csv", [("1", "Title", "Words")], ("id", "headline", "body"))
    seen = all_of(preview(path))
    assert {field: column for field, column in seen.tables[0].columns.items() if column} == {
        "id": "id",
        "title": "headline",
        "text": "body",
    }
    assert read(seen)[0] == [("1", "Title", "Words")]


def test_tables_of_one_heading_go_together_and_others_are_read_as_they_say(preview, tmp_path):
    first, second = (
        table(tmp_path / "a.csv", [("1", "A", "Words of a")]),
        table(tmp_path / "b.csv", [("2", "B", "Words of b")]),
    )
    other = table(tmp_path / "c.csv", [("3", "Words of c")], ("id", "text"))
    own = table(tmp_path / "own.csv", [], ("document_id", "quote_id", "fragments", "article"))
    seen = all_of(preview(first, other, own, text(tmp_path / "d.txt", "Words of d"), second))
    assert [(each.title, each.heading) for each in seen.tables] == [
        ("a.csv and 1 more", ODD),
        ("c.csv", ("id", "text")),
    ]
    seen.choose(ODD, {"text": "Wortlaut", "id": "nr"})
    assert read(all_of(seen))[0] == [
        ("3", None, "Words of c"),
        ("d", None, "Words of d"),
        ("1", None, "Words of a"),
        ("2", None, "Words of b"),
    ]


def test_at_most_a_few_rows_are_read_of_a_table_without_end(preview, tmp_path, monkeypatch):
    asked = []

    def endless(self, source, problems, reading=None):
        from core.model.identity import sha256_of
        from core.model.records import AnnotatedDocument, Document, Layer

        while True:
            asked.append(reading)
            words = f"Words {len(asked)}"
            yield AnnotatedDocument(document=Document(id="x", text=words, sha256=sha256_of(words)), layer=Layer())

    monkeypatch.setattr("core.formats.csv_table.CsvTable.read", endless)
    seen = all_of(preview(table(tmp_path / "t.csv", [])))
    assert len(seen.rows) == len(asked) == MOST_ROWS


def test_each_file_has_its_rows_and_only_the_first_files_are_read(preview, tmp_path):
    rows = [(str(n), "", f"Words {n}") for n in range(9)]
    big = table(tmp_path / "big.csv", rows, ("id", "title", "text"))
    texts = [text(tmp_path / f"{n}.txt", f"Text {n}") for n in range(MOST_FILES + 2)]
    texts[-1].write_text("")
    seen = all_of(preview(big, *texts[:3]))
    assert [row.article for row in seen.rows] == ["0", "1", "2", "3", "4", "0", "1", "2"]
    many = all_of(preview(*texts))
    assert (len(many.rows), many.problems, many.total) == (MOST_ROWS, [], len(texts))


def test_a_folder_is_listed_before_and_its_files_are_what_is_read(preview, tmp_path):
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    text(folder / "a.txt", "A")
    text(folder / "deep" / "b.txt", "B")
    table(folder / "t.csv", [("1", "A", "Words")])
    seen = preview(folder)
    assert (seen.listed, seen.files, seen.total) == (False, [], None)
    assert sorted(read(seen)[0][:2]) == [("a", None, "A"), ("b", None, "B")]
    again = all_of(preview(folder))
    assert again.listed
    again.choose(ODD, {"text": "Wortlaut"})
    again.close()
    assert [words for _, _, words in read(again)[0]] == ["A", "B", "Words"]


def test_columns_that_were_chosen_hold_for_tables_that_were_not_looked_at_yet(preview, tmp_path):
    files = [table(tmp_path / f"{n}.csv", [(str(n), "", f"Words {n}")]) for n in range(3)]
    seen = preview(*files)
    seen.choose(ODD, {"text": "Wortlaut", "id": "nr"})
    assert [id_ for id_, _, _ in read(seen)[0]] == ["0", "1", "2"]


def test_a_large_file_of_one_piece_is_left_for_later_and_said(preview, tmp_path, monkeypatch):
    monkeypatch.setattr(import_files, "LARGEST", 10)
    seen = all_of(preview(text(tmp_path / "a.txt")))
    assert (seen.rows, seen.problems) == ([], [])
    assert "is read when it is added" in seen.remarks[0]


def test_a_step_is_short_whatever_is_being_read(preview, tmp_path, monkeypatch):
    go_on = threading.Event()

    def slow(file):
        go_on.wait(10)
        return import_files.look_at(file)

    monkeypatch.setattr(import_preview, "look_at", slow)
    seen = preview(text(tmp_path / "a.txt"))
    start = time.perf_counter()
    assert seen.step()
    assert time.perf_counter() - start < 5, "half of what the reading waits"
    go_on.set()
    assert [row.article for row in all_of(seen).rows] == ["a"]


def test_a_file_that_resists_is_a_problem_and_a_fault_of_ours_is_not_hidden(preview, tmp_path, monkeypatch):
    def failing(file):
        raise OSError(5, "Input/output error")

    def wrong(file):
        raise ZeroDivisionError

    path = text(tmp_path / "a.txt")
    monkeypatch.setattr(import_preview, "glance", failing)
    assert "can't be read: Input/output error" in all_of(preview(path)).problems[0]
    monkeypatch.setattr(import_preview, "glance", wrong)
    seen = preview(path)
    with pytest.raises(ZeroDivisionError):
        all_of(seen)
    assert not seen.step()


def test_what_goes_wrong_at_the_end_of_a_step_is_not_lost(preview, tmp_path, monkeypatch):
    looking = preview(tmp_path / "a.txt")
    late = Future()
    looking._running = late
    monkeypatch.setattr("gui.models.import_preview.wait", lambda these, patience: late.set_exception(ValueError("odd")))
    with pytest.raises(ValueError, match="odd"):
        looking.step()
