import io
import json
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.errors import BadInput
from core.formats.articles import articles, file_ids
from core.formats.folder import MANIFEST_FORMAT
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.registry import reader_named, writer_named
from tests.support.formats import format_of
from tests.support.projects import line, quote


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ids(*given):
    problems = Problems()
    return [line.document.id for line in articles(given, problems)], problems


def test_files_come_in_order_and_a_bad_one_stops_no_other(tmp_path):
    good = write(tmp_path / "one.txt", "Text")
    data = write(tmp_path / "two.jsonl", '{"id": "x", "text": "a"}\n{"id": "y"}\n{"id": "z", "text": "a"}')
    empty = tmp_path / "empty"
    empty.mkdir()
    found, problems = ids(good, tmp_path / "none.txt", data, empty, tmp_path / "bad.docx")
    assert found == ["one", "x", "z"]
    assert problems.first == [
        f"{tmp_path / 'none.txt'}: there is no such file",
        f"{data}, line 2: text: is missing",
        f"{empty}: is a folder without files",
        f"{tmp_path / 'bad.docx'}: there is no such file",
    ]


def test_a_folder_stands_for_its_files(tmp_path):
    for name in ("b.txt", "a.txt", "in/c.txt", ".hidden/d.txt", ".e.txt"):
        write(tmp_path / "all" / name, name)
    assert ids(tmp_path / "all")[0] == ["a", "b", "c"]


def test_what_a_file_holds_says_more_than_its_ending(tmp_path):
    data = write(tmp_path / "a.jsonl", '{"id": "x", "text": "a"}')
    assert format_of(data).name == "jsonl"
    assert format_of(write(tmp_path / "b.txt", '{"id": "x", "text": "a"}')).name == "text"
    assert format_of(write(tmp_path / "c.unknown", '{"id": "x", "text": "a"}')).name == "jsonl"


def test_a_stem_met_twice_gets_its_folder_in_front(tmp_path):
    paths = [write(tmp_path / name, name) for name in ("a/x.txt", "b/x.txt", "a/y.txt", "c/a/x.txt", "a/y.jsonl")]
    paths[4].write_text("")
    found, _ = ids(*paths)
    assert found == [f"{tmp_path.name}/a/x", "b/x", "y", "c/a/x"]


def test_files_of_one_folder_with_one_stem_are_told_apart_by_their_endings(tmp_path):
    paths = [write(tmp_path / name, name) for name in ("a/x.txt", "a/x.md", "b/x.txt", "b/y.md", "a/z.txt")]
    found, _ = ids(*paths)
    assert found == ["x.txt", "x.md", "x", "y", "z"]
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("x.txt", "x.md"):
            packed.writestr(name, name)
    assert sorted(ids(archive)[0]) == ["x.md", "x.txt"]


def test_files_of_several_articles_with_one_stem_get_their_folders_in_front(tmp_path):
    rows = "title,text\nA,{0} one\nB,{0} two\n"
    paths = [write(tmp_path / name, rows.format(name)) for name in ("jan/x.csv", "feb/x.csv", "jan/y.csv")]
    paths.append(write(tmp_path / "jan/y.jsonl", '{"text": "a"}'))
    found, _ = ids(*paths)
    assert found == ["jan/x-2", "jan/x-3", "feb/x-2", "feb/x-3", "y-2", "y-3", "y-1"]


def test_files_of_brat_with_one_stem_still_find_their_texts(tmp_path):
    for folder in ("jan", "feb"):
        write(tmp_path / folder / "x.txt", folder)
        write(tmp_path / folder / "x.ann", "T1\tQuote 0 3\t" + folder + "\n")
    assert ids(tmp_path)[0] == ["feb/x", "jan/x"]


def test_a_file_that_is_read_as_another_format_than_its_ending_says_has_an_id_all_the_same(tmp_path):
    paths = [write(tmp_path / name, name) for name in ("a/x.csv", "b/x.csv")]
    found = [line.document.id for line in articles(paths, Problems(), known=reader_named("text"))]
    assert found == ["a/x", "b/x"]
    words = "The rain has not stopped for a week, and nobody knows when it will, said Ana."
    page = write(tmp_path / "page.json", f"<!DOCTYPE html><html><body><article><p>{words}</p></article></body></html>")
    assert ids(page)[0] == ["page"]


def test_the_same_file_twice_has_one_id(tmp_path):
    path = write(tmp_path / "x.txt", "a")
    assert ids(path, path)[0] == ["x", "x"]
    assert file_ids([Path("/x.txt"), Path("/./x.txt")]) == {Path("/x.txt"): "x"}


def test_paths_that_never_differ_in_name_still_end():
    assert file_ids([Path("/x.txt"), Path("//x.txt")]) == {Path("/x.txt"): "x", Path("//x.txt"): "x"}


def test_standard_input_is_known_by_its_content():
    assert ids(io.BytesIO(b' {"id": "x", "text": "a"}'))[0] == ["x"]
    assert ids(io.BytesIO(b"Some words"))[0] == ["stdin"]


def test_the_reading_is_passed_on():
    data = io.BytesIO(b'{"id": "x", "text": "ab", "quotes": [{"start": 0, "end": 1}]}')
    (line,) = articles([data], Problems(), Reading(annotator="ana"))
    assert line.layer.annotator == "ana"


class Broken(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, _):
        raise OSError(5, "Input/output error")


def test_a_disk_that_fails_is_told():
    assert ids(Broken())[1].first == ["standard input: can't be read: Input/output error"]


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [("a.TXT", "{", "text"), ("a.jsonl", "x", "jsonl"), ("a.data", '{"id"', "jsonl"), ("a", "x", "text")],
)
def test_a_format_is_found_by_name_then_by_content(tmp_path, name, text, format_):
    assert format_of(write(tmp_path / name, text)).name == format_


@pytest.mark.parametrize("name", ["doccano", "prodigy", "labelstudio"])
def test_a_tool_s_file_is_known_whatever_stands_before_the_marks(tmp_path, name):
    text = "“One,” she said. " + "And so on. " * 20_000
    given = line(text, quote(0, 6), annotator="ana")
    out = io.BytesIO()
    writer_named(name).write([given], out)
    records = json.loads(out.getvalue()) if name == "labelstudio" else [json.loads(out.getvalue())]
    last_first = [dict(reversed(record.items())) for record in records]
    assert next(iter(last_first[0])) != next(iter(records[0]))
    data = json.dumps(last_first if name == "labelstudio" else last_first[0]).encode()
    path = tmp_path / f"back{reader_named(name).suffixes[0]}"
    path.write_bytes(data)
    with zipfile.ZipFile(tmp_path / "back.zip", "w") as archive:
        archive.write(path, path.name)
    for file in (path, io.BytesIO(data), tmp_path / "back.zip"):
        (found,) = articles([file], Problems())
        assert found.layer.quotes == given.layer.quotes


def test_other_files_are_refused(tmp_path):
    with pytest.raises(BadInput, match=r"a\.xyz: is in no format that can be read \(.*\.jsonl, .*\.txt.*\)"):
        format_of(write(tmp_path / "a.xyz", "x"))


@pytest.mark.parametrize(("name", "better"), [("a.rtf", ".docx"), ("a.odt", ".docx"), ("a.ods", ".xlsx or .csv")])
def test_what_an_office_should_save_otherwise_is_told(tmp_path, name, better):
    path = write(tmp_path / name, "{\\rtf1 Hello}")
    problems = ids(path)[1]
    assert problems.first == [f"{path}: is in a format that can't be read; save it as {better}"]
    assert format_of(write(tmp_path / "b.doc", "<!doctype html><p>x")).name == "webpage"


def test_what_is_plainly_no_article_is_refused_as_plain_text_unless_its_format_is_said(tmp_path):
    text = "1\n00:00:00,000 --> 00:00:01,000\nHello\n"
    found, problems = ids(
        write(tmp_path / "a.txt", text), io.BytesIO(text.encode()), write(tmp_path / "b.txt", "Rain.")
    )
    assert found == ["b"]
    assert problems.first == [
        f"{name}: is a file of subtitles (SRT), which can't be read; save the article alone as plain text, or say "
        "--format text to take all of it as the article's text"
        for name in (tmp_path / "a.txt", "standard input")
    ]
    (taken,) = articles([tmp_path / "a.txt"], Problems(), known=reader_named("text"))
    assert taken.document.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_our_own_table_is_known_under_any_name(tmp_path, encoding):
    path = tmp_path / "unicode.txt"
    path.write_bytes("document_id\tquote_id\tfragments\tarticle\nd\tq\t0..1\tGo.\n".encode(encoding))
    (line,) = articles([path], Problems())
    assert (line.document.id, len(line.layer.quotes)) == ("d", 1)


def test_a_manifest_that_is_given_by_name_is_told(tmp_path):
    (tmp_path / "a.manifest.json").write_text(f'{{"format": "{MANIFEST_FORMAT}"}}')
    problems = Problems()
    assert list(articles([tmp_path / "a.manifest.json"], problems)) == []
    assert problems.first == [
        f"{tmp_path}/a.manifest.json: is the manifest of an export and holds no articles; name the dataset instead"
    ]


def test_each_line_knows_the_file_and_the_entry_it_was_read_from(tmp_path):
    words = write(tmp_path / "a.txt", "Words.")
    data = write(tmp_path / "b.jsonl", '{"id": "x", "text": "a"}\n{"id": "z", "text": "b"}')
    lines = list(articles([words, data], Problems()))
    assert [line.where for line in lines] == [str(words), f"{data}, line 1", f"{data}, line 2"]
    assert lines[0] == replace(lines[0], where="")
