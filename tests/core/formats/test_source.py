import io
import os
from pathlib import Path

import pytest

from core.errors import BadInput
from core.formats.source import in_memory, opened, readable, stem, unreadable


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
        assert (source.stream, same) == (buffered, source)
    assert not buffered.closed


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
