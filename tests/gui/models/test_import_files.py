"""Files before an import: when to ask, what is in a folder, what each one is."""

import os

import pytest

from gui.models import import_files
from gui.models.import_files import MOST_AT_ONCE, TooLarge, files_in, glance, look_at, needs_asking


@pytest.fixture
def write(tmp_path):
    def made(name, text="Words."):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return made


OURS = '{"format": "quotedesk/1", "id": "a", "text": "“Yes,” he said.", "quotes": []}\n'
DOCCANO = '{"id": 1, "text": "Yes, he said.", "entities": [{"id": 1, "label": "q", "start_offset": 0, "end_offset": 3}], "relations": []}\n'


def test_plain_texts_and_one_dataset_of_our_own_need_no_question(write, tmp_path):
    assert not needs_asking([write("a.txt"), write("B.TXT")])
    assert not needs_asking([write("a.jsonl", OURS)])
    assert not needs_asking([tmp_path / "missing.txt"])
    assert not needs_asking([tmp_path / "missing.jsonl"])


def test_all_else_is_shown_first(write, tmp_path):
    text = write("a.txt")
    assert needs_asking([text, write("a.html")])
    assert needs_asking([write("a.jsonl", OURS), text])
    assert needs_asking([write("d.jsonl", DOCCANO)])
    assert needs_asking([tmp_path])
    assert needs_asking([write("noending")])
    assert not needs_asking([text] * MOST_AT_ONCE)
    assert needs_asking([text] * (MOST_AT_ONCE + 1))


def test_a_folder_stands_for_its_files_hidden_and_odd_ones_excepted(write, tmp_path):
    write("in/b.txt")
    write("in/deep/a.txt")
    write("in/.hidden/c.txt")
    write("in/.d.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "none").mkdir()
    other = write("other.txt")
    found = [path for path in files_in([tmp_path / "in", other, tmp_path / "none"]) if path is not None]
    assert [str(path.relative_to(tmp_path)) for path in found] == ["in/b.txt", "in/deep/a.txt", "other.txt", "none"]


def test_a_file_is_known_by_what_is_in_it(write):
    assert look_at(write("a.txt")).title == "Plain text"
    assert look_at(write("a.txt")).is_one
    found = look_at(write("a.csv", "nr;Wortlaut;;nr\n1;Words;x;2\n"))
    assert (found.title, found.heading, found.is_one) == (
        "Table for spreadsheets (CSV)",
        ("nr", "Wortlaut", "nr (2)"),
        False,
    )
    assert look_at(write("own.csv", "document_id,quote_id,fragments,article\n")).heading == ()


def test_what_can_not_be_read_is_said(write, tmp_path):
    missing, odd = look_at(tmp_path / "missing.html"), look_at(write("a.xyz", b"\x00\x01"))
    assert (missing.reader, odd.reader) == (None, None)
    assert "no such file" in missing.trouble
    assert "in no format that can be read" in odd.trouble
    assert look_at(tmp_path).trouble
    broken = look_at(write("a.xlsx", b"PK\x03\x04 xl/ and no more"))
    assert broken.reader is not None
    assert (broken.heading, broken.trouble) == ((), "")


def test_a_file_that_goes_away_or_resists_is_said(write, monkeypatch):
    def failing(source, path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("core.formats.articles.reader_of", failing)
    assert "can't be read: Input/output error" in look_at(write("a.txt")).trouble


def test_a_large_file_is_not_read_whole_for_a_look(write, monkeypatch):
    monkeypatch.setattr(import_files, "LARGEST", 10)
    with glance(write("a.txt", "x" * 10)) as source:
        assert source.whole() == b"x" * 10
    with glance(write("b.txt", "x" * 11)) as source, pytest.raises(TooLarge, match=r"b\.txt: is larger"):
        source.whole()
    with glance(write("b.txt", "x" * 11)) as source:
        assert source.head() == b"x" * 11
