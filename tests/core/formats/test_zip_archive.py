import io
import os
import zipfile

import pytest

from core.errors import BadInput
from core.formats import zip_archive
from core.formats.articles import articles
from core.formats.folder import MANIFEST_FORMAT
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.zip_archive import ZipArchive
from tests.support.formats import format_of


def archive(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def read(tmp_path, data, name="a.zip"):
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else archive(data))
    problems = Problems(kept=100)
    found = list(articles([tmp_path / name], problems, Reading()))
    shown = [one.removeprefix(f"{tmp_path}/") for one in problems.first]
    return [(line.document.id, line.document.text) for line in found], shown, problems


def test_each_file_is_read_in_its_own_format_and_in_order(tmp_path):
    found, told, _ = read(
        tmp_path,
        {
            "b.txt": "Two\r\n👩🏽‍🚀",
            "in/set.jsonl": '{"id": "x", "text": "One"}\n{"text": "no id"}',
            "a.TXT": "e\u0301",
            "folder/": "",
        },
    )
    assert found == [("a", "e\u0301"), ("b", "Two\r\n👩🏽‍🚀"), ("x", "One"), ("set-2", "no id")]
    assert told == []


def test_the_manifest_of_an_export_in_it_is_no_article(tmp_path):
    ours = f'{{"format": "{MANIFEST_FORMAT}"}}'
    found, told, _ = read(tmp_path, {"out/a.txt": "One", "out/manifest.json": ours, "manifest.json": '{"text": "Two"}'})
    assert (sorted(found), told) == ([("a", "One"), ("manifest-1", "Two")], [])


def test_empty_parts_of_a_split_are_passed_over(tmp_path):
    ours = f'{{"format": "{MANIFEST_FORMAT}", "split": {{"articles": {{"train": 1, "dev": 0}}}}}}'
    files = {"out/train.jsonl": '{"id": "a", "text": "One"}', "out/dev.jsonl": "", "out/manifest.json": ours}
    assert read(tmp_path, files)[:2] == ([("a", "One")], [])


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path):
    found, told, _ = read(tmp_path, {"jan/x.jsonl": '{"text": "One"}', "feb/x.jsonl": '{"text": "Two"}'})
    assert (found, told) == ([("feb/x-1", "Two"), ("jan/x-1", "One")], [])


def test_an_archive_is_known_by_its_content(tmp_path):
    assert read(tmp_path, {"a.txt": "A"}, "download")[0] == [("a", "A")]
    found = list(articles([io.BytesIO(archive({"a.txt": "A"}))], Problems()))
    assert [line.document.id for line in found] == ["a"]


@pytest.mark.parametrize("first", ["[Content_Types].xml", "mimetype", "_rels/.rels", "META-INF/MANIFEST.MF"])
def test_what_is_an_archive_only_inside_is_none(tmp_path, first):
    assert not ZipArchive().recognises(archive({first: "x", "a.txt": "A"}))
    (tmp_path / "a.odd").write_bytes(archive({first: "x", "a.txt": "A"}, zipfile.ZIP_STORED)[:60])
    with pytest.raises(BadInput, match="is in no format that can be read"):
        format_of(tmp_path / "a.odd")


def test_a_stem_met_twice_gets_its_folder_in_front(tmp_path):
    found, _, _ = read(tmp_path, {"x.txt": "1", "a/x.txt": "2", "b/a/x.txt": "3", "b/y.txt": "4"})
    assert dict(found) == {"x": "1", "/a/x".strip("/"): "2", "b/a/x": "3", "y": "4"}


def test_a_format_of_two_files_finds_the_other_one_in_the_same_folder(tmp_path):
    ann = "T1\tQuotation 4 7\tyes\n"
    found, told, _ = read(tmp_path, {"p/a.txt": "Say yes", "p/a.ann": ann, "a.txt": "Another", "p/lone.ann": ann})
    assert sorted(text for _, text in found) == ["Another", "Say yes"]
    assert told == ["a.zip: p/lone.ann: there is no lone.txt beside it, in which brat keeps the text"]


def test_problems_name_archive_file_and_line_and_stop_no_other(tmp_path):
    found, told, _ = read(
        tmp_path,
        {
            "../up.txt": "x",
            "a.jsonl": '{"id": "1", "text": "One"}\n\n{"id": "2"}\n{"id": "3", "text": "Three"}',
            "b.exe": "MZ",
            "c.txt": b"caf\x81",
            "d.txt": "Last",
            "__MACOSX/._d.txt": "\0\5",
            ".hidden.txt": "x",
        },
    )
    assert found == [("1", "One"), ("3", "Three"), ("d", "Last")]
    assert told[0] == "a.zip: '../up.txt' in it leads out of the archive"
    assert told[1].startswith("a.zip: b.exe: is in no format that can be read (")
    assert told[2] == "a.zip: a.jsonl, line 3: text: is missing"
    assert told[3].startswith("a.zip: c.txt: is not UTF-8 (byte 4)")
    assert len(told) == 4


def test_another_encoding_is_told_of_the_file(tmp_path):
    _, _, problems = read(tmp_path, {"a.txt": "“Non”".encode("cp1252")})
    assert problems.remarks == [f"{tmp_path}/a.zip: a.txt: read as Windows-1252"]


def test_a_damaged_file_stops_no_other(tmp_path):
    data = archive({"a.txt": "one " * 99, "b.txt": "two"}, zipfile.ZIP_STORED).replace(b"one", b"eno", 1)
    assert read(tmp_path, data)[:2] == ([("b", "two")], ["a.zip: a.txt in it is damaged"])


def test_a_locked_file_stops_no_other(tmp_path):
    data = bytearray(archive({"a.txt": "one", "b.txt": "two"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read(tmp_path, bytes(data))[:2] == ([("b", "two")], ["a.zip: 'a.txt' in it is locked with a password"])


def test_an_archive_in_an_archive_is_read_but_none_in_that(tmp_path):
    inner = archive({"in.txt": "In", "deep.zip": archive({"deep.txt": "Deep"}), "bad.txt": ""})
    found, told, _ = read(tmp_path, {"all.zip": inner, "out.txt": "Out"})
    assert found == [("in", "In"), ("out", "Out")]
    assert told == [
        "a.zip: all.zip: bad.txt: is empty",
        "a.zip: all.zip: deep.zip: is an archive in an archive in an archive; unpack it first",
    ]


def test_archives_in_an_archive_are_bounded_together(tmp_path, monkeypatch):
    monkeypatch.setattr(zip_archive, "MOST_BYTES", 3 * 2**20)
    inner = archive({"a.txt": os.urandom(2**19).hex()})
    found, told, _ = read(tmp_path, archive({f"{n}.zip": inner for n in range(3)}, zipfile.ZIP_STORED))
    assert len(found) == 1
    assert told == [f"a.zip: {n}.zip: is longer than 0 MB when unpacked" for n in (1, 2)]


def test_an_archive_without_files_is_told(tmp_path):
    for members in ({}, {"folder/": ""}, {".hidden": "x"}):
        assert read(tmp_path, members)[:2] == ([], ["a.zip: is an archive without files"])


@pytest.mark.parametrize("data", [b"", b"no archive", archive({"a.txt": "one"})[:-30]])
def test_what_is_no_archive_is_told(tmp_path, data):
    assert read(tmp_path, data)[:2] == ([], ["a.zip: is no ZIP archive, or it is damaged"])


def test_thousands_of_files_are_read(tmp_path):
    found, told, _ = read(tmp_path, {f"{n:04}.txt": f"Article {n}" for n in range(3000)})
    assert (len(found), told) == (3000, [])
