import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.decoding import decoded, fits, likely, unicode_of

WORDS = {
    "cp1252": [
        "It’s",
        "He said “yes”.",
        "It costs £5, the minister said on Monday.",
        "“We won’t go,” said José Núñez – the mayor – on Tuesday… The Zürich office is closed.",
        "Beyoncé and Björk met Renée Zellweger. “It’s café culture,” she said.",
        "„Das geht nicht“, sagte Müller am Montag in Köln. Die Behörde prüft die Vorwürfe.",
        "« Nous ne sommes pas d’accord », a déclaré le ministre à la sortie de l’Élysée.",
        "¿Qué pasa? El año próximo, dijo Peña, «será mejor».",
        "Það er ekki hægt, sagði Þórður á mánudag.",
    ],
    "cp1250": [
        "Prezident řekl, že vláda příští týden předloží návrh zákona. „Nebude to lehké,“ uvedl Dvořák ve středu.",
        "„Nie zgadzam się,” powiedział Lech Wałęsa. Żółć gęślą jaźń, święto w Łodzi.",
        "„Nem értünk egyet” – mondta a miniszterelnök. Több fő kérdés nyitott, közölte Győző.",
    ],
    "cp1254": ["Bakan şöyle dedi: Ağır koşullar değişti.", "İstanbul Büyükşehir Belediye Başkanı “Hayır” dedi."],
    "cp1251": ["«Мы не согласны», — сказал президент в понедельник. Министр иностранных дел ответил."],
    "koi8_r": ["Мы не согласны, сказал президент в понедельник. Министр иностранных дел ответил."],
    "cp1253": ["Ο πρωθυπουργός είπε ότι δεν συμφωνεί με την πρόταση της κυβέρνησης."],
    "mac_roman": ["“We won’t go,” said José Núñez – the mayor – on Tuesday… The Zürich office is closed."],
    "cp932": ["首相は「同意できない」と述べた。東京で記者団に語った。"],
    "gb18030": ["总理说：“我们不同意。”他在北京对记者表示。"],
}


@pytest.mark.parametrize(("codec", "text"), [(codec, text) for codec, texts in WORDS.items() for text in texts])
def test_words_in_an_older_encoding_come_back(codec, text):
    assert decoded(text.encode(codec), "a.txt")[0] == text


def test_the_encoding_is_named_as_people_know_it():
    assert decoded("“Non”".encode("cp1252"), "a")[1] == "Windows-1252"
    assert (
        decoded("Nie, powiedział Lech Wałęsa. Żółć gęślą jaźń, święto w Łodzi.".encode("iso8859_2"), "a")[1]
        == "ISO 8859-2"
    )


def test_the_likely_ones_come_as_python_names_them():
    assert likely("José Núñez said “no”.".encode("cp1252"))[0] == "cp1252"
    assert likely(bytes(range(128, 256)) * 9) == []


def test_one_sign_in_a_long_text_is_enough():
    text = "The minister said no.\n" * 9000 + "“No,” he said—again.\n" + "The minister said no.\n" * 9000
    assert decoded(text.encode("cp1252"), "a") == (text, "Windows-1252")


def test_utf_16_without_a_mark_is_told_by_its_zeros():
    for text in ("He said “yes”.\r\n👩🏽‍🚀", "Он сказал: «да». 👩🏽‍🚀"):
        for codec in ("utf-16-le", "utf-16-be"):
            assert decoded(text.encode(codec), "a") == (text, "UTF-16")


def test_a_few_zeros_on_the_other_side_are_letters_where_most_are_latin():
    text = "Ā minister said, after a long row over the budget\u3000and its consequences, that she would leave."
    for codec in ("utf-16-le", "utf-16-be"):
        assert decoded(text.encode(codec), "a") == (text, "UTF-16")
    assert unicode_of("語語語\u3000Ā語語a語語".encode("utf-16-le")) is None


@pytest.mark.parametrize("data", ["words".encode("utf-32-le"), b"\x89PNG\r\n\x00\xff\xfe\xd0" * 9, b"\x07\0" * 9, b""])
def test_zeros_of_what_is_no_text_are_no_utf_16(data):
    assert unicode_of(data) is None


def test_a_zero_in_utf_8_is_no_utf_16():
    assert decoded(b"a\0b", "a") == ("a\0b", "UTF-8")
    assert decoded(b"a\0\0b", "a") == ("a\0\0b", "UTF-8")
    assert decoded(b"He said no.\0", "a") == ("He said no.\0", "UTF-8")


def test_where_it_must_be_sure_a_little_latin_is_not_enough():
    text = "Он сказал: «да».".encode("utf-16-le")
    assert unicode_of(text).title == "UTF-16"
    assert unicode_of(text, sure=True) is None
    assert unicode_of("He said “no”.".encode("utf-16-be"), sure=True).codec == "utf-16-be"


def test_what_fits_may_end_within_a_letter():
    assert fits("é".encode()[:1], "utf-8")
    assert not fits(b"\xff", "utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_a_mark_settles_it_and_is_no_text(text):
    for codec, title in (("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32")):
        assert decoded(text.encode(codec), "a") == (text, title)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xef\xbb\xbfa\xff", "a.txt: should be UTF-8, but byte 2 can't be that"),
        (b"\xff\xfe\x00\xd8", "a.txt: should be UTF-16, but byte 1 can't be that"),
        (
            b"\x89PNG\r\n\x1a\n\0\0",
            "a.txt: is not UTF-8 (byte 1); it holds control characters, so it seems to be no text",
        ),
        (
            b"caf\x81",
            "a.txt: is not UTF-8 (byte 4), and no other encoding that it could be in is sure; save it as UTF-8",
        ),
    ],
)
def test_what_cannot_be_told_is_refused(data, said):
    with pytest.raises(BadInput) as caught:
        decoded(data, "a.txt")
    assert str(caught.value) == said


def test_long_lines_take_no_time():
    assert decoded(b"a" * 20_000_000 + b"\ncaf\xe9\n", "a")[1] == "Windows-1252"
    assert decoded(b"caf\xe9 " * 2_000_000, "a")[1] == "Windows-1252"


def test_noise_is_not_taken_for_words():
    with pytest.raises(BadInput, match="is not UTF-8"):
        decoded(bytes(byte | 0x80 for byte in os.urandom(4000)), "a")


@given(st.binary(max_size=60))
def test_any_bytes_end_in_a_text_or_a_sentence(data):
    try:
        said = f"a: {decoded(data, 'a')[1]}"
    except BadInput as error:
        said = str(error)
    assert said.startswith("a: ")
