import codecs
import os

import pytest

from core.errors import BadInput
from core.formats.table.encoding import encoding_of


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("id,text\n1,plain", "ascii", "utf-8-sig"),
        ("id,text\n1,„Ja“ 👩🏽‍🚀", "utf-8", "utf-8-sig"),
        ("id,text\n1,„Ja“ 👩🏽‍🚀", "utf-16", "utf-16"),
        ("id,text\n1,plain text without a mark", "utf-16-le", "utf-16-le"),
        ("id,text\n1,plain text without a mark", "utf-16-be", "utf-16-be"),
        ("id,text\n1,“Schöne Grüße”, sagt er", "cp1252", "cp1252"),
        ("id;text\n1;«La situación es difícil», según el señor Núñez", "cp1252", "cp1252"),
        ("id,text\n1,Prezident řekl, že vláda předloží návrh zákona.", "cp1250", "cp1250"),
        ("id,text\n1,首相は「同意できない」と述べた。", "cp932", "cp932"),
        ("id,text\n1,plain", "utf-32", "utf-32"),
        ("id,text\n1,„Ja“", "utf-8-sig", "utf-8-sig"),
        ("id,text\n1,Министр сказал, что ситуация сложная и будет решена завтра.", "cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_found(text, encoding, found):
    assert encoding_of(text.encode(encoding), "f") == found


def test_a_sample_may_end_within_a_character():
    assert encoding_of("id,text\n1,é".encode()[:-1], "f") == "utf-8-sig"
    assert encoding_of("id,text\n1,plain".encode("utf-16-le")[:-1], "f") == "utf-16-le"


def test_a_mark_goes_before_what_the_bytes_look_like():
    assert encoding_of(codecs.BOM_UTF8 + "id,text\n1,“é”".encode() + b"\xff", "f") == "utf-8-sig"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x00\xff\xfe\xd0" * 9, os.urandom(9000) + b"\x00"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(BadInput, match="f: is no text, so it is no table that can be read"):
        encoding_of(data, "f")


def test_a_damaged_table_is_refused():
    with pytest.raises(BadInput, match=r"f: is UTF-8 but for byte 15 in line 2"):
        encoding_of("id,text\n1,“a".encode() + b"\xff,b" + "”\n".encode(), "f")
