import io

import pytest

from core.errors import BadInput
from core.formats.pdf import Pdf
from core.formats.problems import Problems
from core.model.records import Layer
from tests.core.formats.text_layer.typesetting import column, line, pdf

LONG = "the mayor of the town that has the bridge said on Monday"
ARTICLE = (
    line("CITY NEWS", 50, 760, 8)
    + line("Bridge closed", 50, 730, 24)
    + column([LONG, "that the gov-", "ernment slept."])
)


def read(data, problems=None):
    (found,) = Pdf().read(io.BytesIO(data), Problems() if problems is None else problems)
    return found


def test_the_text_layer_becomes_an_article(tmp_path):
    path, problems = tmp_path / "wire-7.pdf", Problems()
    info = b"/Title(Bridge)/Author(Ana Ruiz)/CreationDate(D:20240101000000Z)"
    path.write_bytes(pdf([ARTICLE, column(["“It goes,” she said."])], info=info, catalog=b"/Lang(en-GB)"))
    (found,) = Pdf().read(path, problems)
    document = found.document
    assert document.text == (f"CITY NEWS\n\nBridge closed\n\n{LONG} that the government slept.\n\n“It goes,” she said.")
    assert [(document.text[zone.start : zone.end], zone.type) for zone in document.zones] == [
        ("Bridge closed", "headline")
    ]
    assert (document.id, document.title, document.language, document.date) == (
        "wire-7", "Bridge closed", "en-GB", None,
    )  # fmt: skip
    assert document.extra == {"author": "Ana Ruiz"}
    assert found.layer == Layer()
    assert (problems.count, problems.remarked) == (0, 0)


@pytest.mark.parametrize(
    ("info", "title"),
    [
        (b"/Title(The bridge)", "The bridge"),
        (b"/Title(Microsoft Word - story.doc)", None),
        (b"/Title(story_v2.indd)", None),
        (b"", None),
    ],
)
def test_without_a_headline_the_title_is_that_of_the_file_unless_a_program_made_it(info, title):
    assert read(pdf([column([LONG, LONG])], info=info)).document.title == title


def test_headers_and_page_numbers_are_left_out_and_told():
    problems = Problems()
    pages = [
        line("The Daily", 50, 780, 8)
        + column([f"{word} {LONG}", LONG, f"{word} word."])
        + line(f"Page {number}", 280, 20, 8)
        for number, word in enumerate(("One", "Two", "Three", "Four"), 1)
    ]
    text = read(pdf(pages), problems).document.text
    assert "Daily" not in text
    assert "Page" not in text
    assert text.count(LONG) == 8
    assert problems.remarks == ["standard input: left out headers and footers: “The Daily”, “Page #”."]


def test_what_a_browser_printed_around_a_page_is_left_out_and_told():
    problems = Problems()
    pages = [
        line("3/5/27, 8:15 AM Bridge closed", 25, 780, 8)
        + column([f"{word} {LONG}", LONG])
        + line(f"https://daily.example/bridge {number}/2", 25, 15, 8)
        for number, word in enumerate(("One", "Two"), 1)
    ]
    assert read(pdf(pages), problems).document.text == f"One {LONG} {LONG} Two {LONG} {LONG}"
    assert problems.remarks == [
        "standard input: left out headers and footers: “#/#/#, #:# AM Bridge closed”, “https://daily.example/bridge #/#”."
    ]


def test_words_from_right_to_left_are_told_and_left_as_they_are():
    page = pdf([column([LONG, "a b"])])
    hebrew = page.replace(b"/Encoding/WinAnsiEncoding", b"/Encoding<</Differences[97/afii57664/afii57665]>>")
    problems = Problems()
    assert "א" in read(hebrew, problems).document.text
    assert problems.remarks == [
        "standard input: has words that are written from right to left, and a PDF may hold these back to front. Check them "
        "against the page, or import the article as HTML or DOCX."
    ]
    assert read(page, problems := Problems()).document.text.endswith("a b")
    assert problems.remarks == []


def test_what_is_nothing_but_headers_is_text():
    assert read(pdf([line("Vote")] * 3)).document.text == "Vote Vote Vote"


def test_a_scan_is_refused():
    with pytest.raises(BadInput, match=r"^standard input: has no text, it seems to be scanned"):
        read(pdf([b""]))


def test_a_pdf_is_told_by_its_first_bytes():
    assert Pdf().recognises(pdf([b""])[:100])
    assert Pdf().recognises(b"\r\n%PDF-1.7")
    assert not Pdf().recognises(b"words")


def test_lines_side_by_side_whose_order_is_unknown_are_told():
    rows = range(700, 600, -12)
    page = b"".join(
        line("Will you go to the capital?", 50, y) + line("No, I would never do that.", 300, y) for y in rows
    )
    problems = Problems()
    list(Pdf().read(io.BytesIO(pdf([page, column([LONG, LONG])])), problems))
    assert problems.remarks == [
        "standard input: has lines that stand side by side, and their order may be wrong. Check them against the page "
        "(page 1)."
    ]
