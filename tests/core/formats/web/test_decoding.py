import codecs

import pytest

from core.formats.web.decoding import codec_of, decoded, lost_letters

PAGE = "<html><head><meta charset={}></head><body>“Ça va”, dit-il — naïf</body></html>"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + PAGE.format("latin1").encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + PAGE.format("utf-16").encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + PAGE.format("x").encode("utf-16-be"), "utf-16-be"),
        (PAGE.format("none").encode("utf-16-le"), "utf-16-le"),
        (PAGE.format("utf-8").encode(), "utf-8"),
        (PAGE.format("iso-8859-1").encode(), "utf-8"),
        (PAGE.format("windows-1252").encode("cp1252"), "cp1252"),
        (PAGE.format('"ISO-8859-1"').encode("cp1252"), "cp1252"),
        (PAGE.format("macintosh").encode("mac-roman"), "mac-roman"),
    ],
)
def test_a_page_is_read_in_its_encoding(data, encoding):
    text, found = decoded(data)
    assert "“Ça va”, dit-il — naïf" in text
    assert found == encoding


@pytest.mark.parametrize("said", ["none-such", "utf-8", "base64", "\x00", "unicode_escape"])
def test_a_wrong_word_of_the_page_does_no_harm(said):
    text, _ = decoded(PAGE.format(said).encode("cp1252") * 20)
    assert "“Ça va”, dit-il — na" in text


def test_what_declares_itself_in_xml_is_believed():
    data = '<?xml version="1.0" encoding="windows-1251"?><html>Привет, сказал он</html>'.encode("cp1251")
    assert "Привет" in decoded(data)[0]


def test_bytes_that_fit_nothing_become_signs():
    assert decoded(codecs.BOM_UTF8 + b"a\xff")[0] == "a\ufffd"


@pytest.mark.parametrize("said", ["utf-8", "iso-8859-1", "none"])
def test_damage_is_read_as_in_browsers_and_told(said):
    text, found = decoded(PAGE.format(said).encode() + b"\x93")
    assert (text[-1], found) == ("\ufffd", "utf-8")
    assert "“Ça va”, dit-il — naïf" in text
    assert lost_letters(text) == ("1 character can’t be read, since the file is damaged there; the text has � in place")
    assert lost_letters("whole") is None


@pytest.mark.parametrize(
    ("label", "codec"),
    [("ISO-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("GBK", "gb18030"), ("koi8-r", "koi8-r"), ("UTF8", "utf-8")],
)
def test_a_label_is_taken_as_browsers_do(label, codec):
    assert codec_of(label) == codec


@pytest.mark.parametrize("label", ["none-such", "base64", "rot13", "undefined", "idna", "punycode", "unicode_escape"])
def test_what_no_page_is_written_in_is_no_encoding(label):
    assert codec_of(label) is None
