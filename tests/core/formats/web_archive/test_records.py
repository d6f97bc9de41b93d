import gzip
import io

import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.source import opened
from core.formats.web_archive.records import begins, records
from tests.core.formats.web_archive.archives import answer, packed, record


def read(data):
    problems, found = Problems(), []
    with opened(io.BytesIO(data)) as file:
        for number, one in records(file, problems):
            content = one.raw_stream.read() if one.rec_type == "response" else b""
            found.append((number, one.rec_type, content))
    return found, problems.first


def test_records_come_in_order_packed_or_not(capfd):
    parts = [record("warcinfo", block=b"x: y\r\n"), record(block=answer("one")), record(block=answer("two" * 999))]
    wanted = [(1, "warcinfo", b""), (2, "response", b"one"), (3, "response", b"two" * 999)]
    for data in (b"".join(parts), packed(*parts), gzip.compress(b"".join(parts))):
        assert begins(data[:4096])
        assert read(data) == (wanted, [])
    assert capfd.readouterr() == ("", "")


def test_what_does_not_begin_so_is_no_archive():
    for head in (b"", b"WARC", b"\x1f\x8b", b"\x1f\x8bxx", gzip.compress(b"other"), b"filedesc://x"):
        assert not begins(head)


@pytest.mark.parametrize("data", [b"", b"words", b"\x1f\x8bxx", gzip.compress(b""), b"\0" * 9999])
def test_an_archive_without_records_is_refused(data):
    with pytest.raises(BadInput, match=r"standard input: is no web archive \(WARC\), or it is empty"):
        read(data)


@pytest.mark.parametrize(
    "broken",
    [
        record(Content_Length=None),
        record(Content_Length="many"),
        record(WARC_Target_URI=None, block=answer("x")),
        b"WARC/9.9\r\n\r\n",
    ],
)
def test_a_record_that_is_wrong_stops_no_other(broken, capfd):
    found, told = read(broken + record(block=answer("good")))
    assert found[-1] == (2, "response", b"good")
    assert told in (["standard input, record 1: is damaged"], [])
    assert capfd.readouterr() == ("", "")


def test_a_length_that_is_wrong_stops_no_other():
    found, told = read(record(block=answer("too long"), Content_Length="60") + record(block=answer("good")))
    assert ([content for _, _, content in found][-1], told) == (b"good", [])


@pytest.mark.parametrize("pack", [lambda data: data, packed])
def test_an_archive_that_breaks_off_is_told(pack):
    parts = [record(block=answer("one")), record(block=answer("two" * 999))]
    data = b"".join(pack(part) for part in parts)
    found, told = read(data[:-20])
    assert found[0] == (1, "response", b"one")
    assert told == ["standard input: breaks off or is damaged after record 2"]


def test_headers_are_bounded():
    for data in (
        b"WARC/1.0\r\n" + b"x" * 3_000_000,
        b"WARC/1.0\r\n" + b"a: b\r\n" * 500_000,
        record(block=b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500_000),
    ):
        with pytest.raises(BadInput, match="has a record with more than 1 MB of headers"):
            read(data)


def test_a_bomb_is_refused_wherever_it_is():
    zeros = bytes(80 * 2**20)
    for data in (
        record("metadata", block=zeros),
        record(block=b"HTTP/1.1 200 OK\r\n\r\n" + zeros),
        b"WARC/1.0\r\n\r\n" + zeros,
    ):
        with pytest.raises(BadInput, match="is packed so tightly that it can't hold articles"):
            read(gzip.compress(data))
