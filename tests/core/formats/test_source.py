import io
import os
from pathlib import Path

import pytest

from core.errors import BadInput
from core.formats.source import HEAD, in_memory, opened, readable, stem, unreadable


def test_a_file_is_named_and_can_be_looked_into(tmp_path):
    path = tmp_path / "wire 7.txt"
    path.write_bytes(b"abc")
    with opened(path) as source:
        assert (source.name, source.id, source.head(), source.stream.read()) == (str(path), "wire 7", b"abc", b"abc")
    with pytest.raises(ValueError, match="closed"):
        source.stream.read()


def test_a_stream_stays_open():
    stream = io.BytesIO(b"abc")
    with opened(stream) as source:
        assert (source.name, source.id, source.head()) == ("standard input", "stdin", b"abc")
    assert not stream.closed
    buffered = io.BufferedReader(stream)
    with opened(buffered) as source, opened(source) as same:
        assert same is source
        assert source.stream.read() == b""
    assert not buffered.closed


def test_a_pipe_is_read_as_its_bytes_come_in():
    reading, writing = os.pipe()
    os.write(writing, b'{"id": "one"}\n')
    with open(reading, "rb") as stream, opened(stream) as source:
        assert source.head() == b'{"id": "one"}\n'
        assert source.stream.readline() == b'{"id": "one"}\n'
        os.write(writing, b'{"id": "two"}\n')
        assert source.stream.readline() == b'{"id": "two"}\n'
        os.close(writing)
        assert source.stream.read() == b""


@pytest.mark.parametrize("start", [b'{"text": "', b'\xef\xbb\xbf \n[{"text": "'])
def test_of_json_more_is_looked_at_than_of_anything_else(start, tmp_path):
    for data, seen in ((start + b"a" * 100_000, 100_000 + len(start)), (b"a" + start + b"a" * 100_000, HEAD)):
        path = tmp_path / "long.json"
        path.write_bytes(data)
        for given in (path, io.BytesIO(data), in_memory(data, "a", "a")):
            with opened(given) as source:
                assert len(source.head()) == seen
                assert source.stream.read() == data


@pytest.mark.parametrize(
    ("name", "reason"), [("none.txt", "there is no such file"), (".", "is a folder, not a file"), ("a\0b", "a\0b: ")]
)
def test_what_cannot_be_opened_is_said(tmp_path, name, reason):
    with pytest.raises(BadInput, match=reason), opened(tmp_path / name):
        pass


def test_other_trouble_is_named_by_the_system():
    assert unreadable("a", PermissionError(13, "Permission denied")) == "a: can't be read: Permission denied"


def test_names_that_are_no_utf8_become_readable():
    assert stem(Path(os.fsdecode(b"caf\xe9.txt"))) == "caf\ufffd"
    assert readable("é") == "é"


def test_a_neighbour_is_read_from_the_same_folder(tmp_path):
    (tmp_path / "a.ann").write_bytes(b"T1")
    (tmp_path / "a.txt").write_bytes(b"text")
    with opened(tmp_path / "a.ann") as source:
        assert (source.whole(), source.beside("a.txt"), source.beside("b.txt")) == (b"T1", b"text", None)
    with opened(io.BytesIO(b"T1")) as source:
        assert source.beside("a.txt") is None


def test_bytes_can_be_a_source():
    source = in_memory(b"abc", "a.zip: b.txt", "b", {"c": b"d"}.get)
    assert (source.head(), source.whole(), source.beside("c"), source.beside("x")) == (b"abc", b"abc", b"d", None)
    assert in_memory(b"", "a", "b").beside("c") is None
