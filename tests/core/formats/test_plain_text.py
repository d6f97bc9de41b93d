import io

import pytest

from core.errors import BadInput
from core.formats import source
from core.formats.plain_text import PlainText
from core.formats.problems import Problems
from core.model.records import Layer


def read(data: bytes):
    return list(PlainText().read(io.BytesIO(data), Problems()))


def test_the_text_is_just_what_was_decoded(tmp_path):
    path = tmp_path / "wire-7.txt"
    path.write_bytes(b"\xef\xbb\xbf\xef\xbb\xbfa\r\n\tb\x0c\x0b\xc2\x85" + "👩🏽‍🚀é".encode())
    (line,) = PlainText().read(path, Problems())
    assert (line.document.id, line.document.text) == ("wire-7", "\ufeffa\r\n\tb\x0c\x0b\x85👩🏽‍🚀é")
    assert line.layer == Layer()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"caf\x81", r"is not UTF-8 \(byte 4\)"),
        (b"\xff\xfe", "is empty"),
        (b"\xff\xfea", r"should be UTF-16, but byte 1 can't be that"),
        ("a\x1b".encode("utf-16"), r"U\+001B \(character 2\)"),
        (b"a\x00b", r"U\+0000 \(character 2\)"),
        (b"a\x1b[1m", r"U\+001B"),
        ("a\x9f".encode(), r"U\+009F"),
    ],
)
def test_what_is_no_text_is_refused(data, reason):
    with pytest.raises(BadInput, match=f"standard input: .*{reason}"):
        read(data)


@pytest.mark.parametrize(
    ("codec", "title"),
    [("cp1252", "Windows-1252"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_another_encoding_is_read_and_told(tmp_path, codec, title):
    path, problems, text = tmp_path / "a.txt", Problems(), "“No,” said José.\r\n\tHe left.\r\n"
    path.write_bytes(text.encode(codec))
    (line,) = PlainText().read(path, problems)
    assert line.document.text == text
    assert (problems.count, problems.remarks) == (0, [f"{path}: read as {title}"])


def test_of_utf_8_nothing_is_told():
    problems = Problems()
    list(PlainText().read(io.BytesIO(b"\xef\xbb\xbf" + "e\u0301 👩🏽‍🚀".encode()), problems))
    assert problems.remarked == 0


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(source, "LONGEST", 1024 * 1024)
    with pytest.raises(BadInput, match="is longer than 1 MB"):
        read(b"a" * (1024 * 1024 + 1))


def test_nothing_is_taken_for_text_by_its_look():
    assert not PlainText().recognises(b"words")
