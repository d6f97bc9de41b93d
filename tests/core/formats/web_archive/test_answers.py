import gzip
import io
import zlib

import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.source import opened
from core.formats.web_archive import answers
from core.formats.web_archive.answers import content_of, day_of, kind_of, status_of, url_of
from core.formats.web_archive.records import records
from tests.core.formats.web_archive.archives import answer, record


def first(data):
    with opened(io.BytesIO(data)) as file:
        _, one = next(records(file, Problems()))
        content_of_ = content_of(one, "a.warc, record 1") if one.length else b""
    return one, content_of_


def content(block):
    return first(record(block=block))[1]


def chunked(data, size):
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x;ext\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def test_what_an_answer_says_of_itself():
    one, _ = first(record(block=answer("x", "404 Not Found", "Text/HTML; charset=utf-8")))
    assert (url_of(one), day_of(one), status_of(one), kind_of(one)) == (
        "https://example.org/a",
        "2020-06-19",
        "404",
        "text/html",
    )
    one, _ = first(record("resource", url="dns:x", block=b"x", Content_Type="text/plain", WARC_Date="soon"))
    assert (url_of(one), day_of(one), status_of(one), kind_of(one)) == ("dns:x", None, "200", "text/plain")


WORDS = "“No,” said José. ".encode() * 20


@pytest.mark.parametrize(
    ("data", "headers"),
    [
        (WORDS, {}),
        (WORDS, {"Content_Encoding": "identity"}),
        (gzip.compress(WORDS), {"Content_Encoding": "gzip"}),
        (zlib.compress(WORDS), {"Content_Encoding": "deflate"}),
        (zlib.compress(WORDS)[2:-4], {"Content_Encoding": "Deflate"}),
        (WORDS, {"Content_Encoding": "gzip"}),
        (chunked(WORDS, 7), {"Transfer_Encoding": "chunked"}),
        (chunked(gzip.compress(WORDS), 7), {"Transfer_Encoding": "chunked", "Content_Encoding": "x-gzip"}),
        (WORDS, {"Transfer_Encoding": "chunked"}),
    ],
)
def test_content_is_unpacked(data, headers):
    assert content(answer(data, kind="text/plain", **headers)) == WORDS


@pytest.mark.parametrize(
    ("charset", "codec"), [("windows-1251", "cp1251"), ("ISO-8859-1", "cp1252"), ('"utf-16"', "utf-16")]
)
def test_content_comes_in_utf_8(charset, codec):
    text = "“Да”" if codec == "cp1251" else "“é”"
    found = content(answer(text.encode(codec), kind=f"text/html; charset={charset}"))
    assert found.decode("utf-8-sig") == text


@pytest.mark.parametrize("charset", ["nonsense", "utf-8", "base64"])
def test_a_charset_that_is_wrong_is_passed_over(charset):
    assert content(answer(b"caf\xe9", kind=f"text/html; charset={charset}")) == b"caf\xe9"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (answer("x", Content_Encoding="br"), "is packed as br, which can't be unpacked"),
        (answer(gzip.compress(WORDS)[:-9], Content_Encoding="gzip"), "breaks off"),
        (answer(gzip.compress(bytes(40 * 2**20)), Content_Encoding="gzip"), "is longer than 32 MB when unpacked"),
    ],
)
def test_what_cannot_be_unpacked_is_told(block, said):
    with pytest.raises(BadInput) as caught:
        content(block)
    assert str(caught.value) == f"a.warc, record 1: {said}"


def test_long_and_broken_records_are_told(monkeypatch):
    with pytest.raises(EOFError):
        first(record(block=answer(WORDS))[:-50])
    monkeypatch.setattr(answers, "LONGEST", 20)
    with pytest.raises(BadInput, match="record 1: is longer than 32 MB"):
        content(answer(WORDS))
