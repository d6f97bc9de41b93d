import io
import logging
import warnings
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from core.errors import BadInput
from core.formats.text_layer import lines as module
from core.formats.text_layer.lines import Line, layer_of
from tests.core.formats.text_layer.typesetting import column, line, pdf
from tests.support.pace import in_time


def read(data):
    return layer_of(data, "a.pdf")


def refusal(data):
    with pytest.raises(BadInput) as caught:
        read(data)
    return str(caught.value)


def test_lines_come_with_their_places_and_sizes():
    page = line("Head", 50, 700, 20) + b"2 0 0 2 10 20 cm " + line("Body (twice)", 30, 100, 5) + line("é", 30, 90, 5)
    assert read(pdf([page, line("Next")])).lines == [
        Line("Head", 0, 50, 700, 20),
        Line("Body (twice)", 0, 70, 220, 10),
        Line("é", 0, 70, 200, 10),
        Line("Next", 1, 50, 700, 10),
    ]


def test_the_file_says_who_wrote_it():
    found = read(pdf([line("a")], info=b"/Title(The \\n Bridge)/Author(Ana Ruiz)", catalog=b"/Lang(en-GB)"))
    assert (found.title, found.author, found.language) == ("The Bridge", "Ana Ruiz", "en-GB")
    nothing = read(pdf([line("a")]))
    assert (nothing.title, nothing.author, nothing.language) == (None, None, None)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"words", pdf([line("a")])[:200]])
def test_what_is_no_pdf_is_refused(data):
    assert refusal(data) == "a.pdf: is no PDF that can be read, or it is damaged"


def test_a_scan_is_refused():
    assert refusal(pdf([b"0 0 10 10 re f", b""])) == (
        "a.pdf: has no text, it seems to be scanned; let a program recognise its text (OCR) first"
    )


def locked(user):
    writer = PdfWriter(clone_from=io.BytesIO(pdf([line("a")])))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        writer.encrypt(user, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_file_is_refused_and_one_that_only_forbids_printing_is_not():
    assert refusal(locked("secret")) == ("a.pdf: is locked with a password; save it without one and import it again")
    assert [found.text for found in read(locked("")).lines] == ["a"]


def test_signs_that_are_no_letters_are_refused():
    page = b"BT /F 10 Tf 50 700 Td (\\001\\002\\003\\004 ab) Tj ET"
    assert refusal(pdf([page])) == "a.pdf: doesn't say which letters its signs are, so its text can't be read"


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    assert len(read(pdf([line("a")] * 2)).lines) == 2
    assert refusal(pdf([line("a")] * 3)) == "a.pdf: has more than 2 pages; save those of the article as a file"


def test_too_much_text_is_refused(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 1024 * 1024)
    page = b"BT /F 10 Tf 50 700 Td " + b"(%s) Tj " % (b"x" * 60_000) * 5 + b"ET"
    assert refusal(pdf([page] * 4)) == "a.pdf: has more than 1 MB of text"


def test_a_page_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(module, "MOST_SECONDS", 0.5)
    with in_time(20):
        page = b"BT /F 10 Tf 50 700 Td " + b"(ab) Tj " * 50_000 + b"ET"
        assert refusal(pdf([page] * 5)) == "a.pdf: takes too long to read (page 1), so it is no article"


def test_a_bomb_is_refused_before_it_fills_the_memory():
    def packed(page):
        return zlib.compress(page)

    for streams, pack in (
        (b"/Filter/FlateDecode", packed),
        (b"/Filter[/FlateDecode/FlateDecode]", lambda page: packed(packed(page))),
    ):
        data = pdf([line("a") + b" " * 80_000_000], streams=streams, packed=pack)
        assert refusal(data) == "a.pdf: holds more than any article, or is made to fill a memory"


def test_a_page_of_millions_of_steps_is_refused():
    data = pdf([b"q " * 600_000], streams=b"/Filter/FlateDecode", packed=zlib.compress)
    assert refusal(data) == "a.pdf: holds more than any article, or is made to fill a memory"


def test_pages_that_lead_to_themselves_end():
    data = pdf([line("a")]).replace(b"/Count 1/Kids[6 0 R]", b"/Count 1/Kids[2 0 R]")
    assert refusal(data).startswith("a.pdf: ")


def test_the_library_says_nothing(capfd, caplog):
    data = pdf([line("a")]).replace(b"startxref\n", b"startxref\n7")
    with caplog.at_level(logging.DEBUG):
        assert [found.text for found in read(data).lines] == ["a"]
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


@given(st.data())
def test_any_damage_ends_in_lines_or_a_sentence(data):
    made = bytearray(pdf([column(["One two", "three"]), line("four")], info=b"/Title(T)"))
    for _ in range(data.draw(st.integers(1, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    try:
        for found in read(bytes(made)).lines:
            found.text.encode()
    except BadInput as error:
        assert str(error).startswith("a.pdf: ")  # noqa: PT017
