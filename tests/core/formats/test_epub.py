import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.epub import Epub
from core.formats.problems import Problems
from core.formats.web import tree
from tests.core.formats.book.making import epub, package, page

ABOUT = "<dc:title>The book</dc:title><dc:creator>Ana Ruiz</dc:creator><dc:language>en</dc:language>"
BOOK = epub(
    {
        "OEBPS/content.opf": package("cover.xhtml", "one.xhtml", "two.xhtml", about=ABOUT),
        "OEBPS/cover.xhtml": page('<img src="x.jpg"/>'),
        "OEBPS/one.xhtml": page(
            "<h1>Chapter&nbsp;<br/>one</h1><p>“Yes,” said <i>Bo</i> 👩🏽‍🚀.<script>x()</script></p><ul><li>a</li><li>b</li></ul>"
        ),
        "OEBPS/two.xhtml": page("<div>Plain <b>text</b> only</div>"),
    }
)


def read(data):
    problems = Problems()
    return [line.document for line in Epub().read(io.BytesIO(data), problems)], problems


def test_each_chapter_with_text_is_an_article():
    (one, two), problems = read(BOOK)
    assert (one.id, two.id) == ("stdin-2", "stdin-3")
    assert one.text == "Chapter\none\n\n“Yes,” said Bo 👩🏽‍🚀.\n\na\n\nb"
    assert (one.title, one.source, one.language, one.extra["author"]) == ("Chapter one", "The book", "en", "Ana Ruiz")
    assert [(zone.type.value, one.text[zone.start : zone.end]) for zone in one.zones] == [("headline", "Chapter\none")]
    assert (two.text, two.title, two.zones) == ("Plain text only", None, ())
    assert not problems
    assert problems.remarks == ["standard input: left out 1 document without text"]


def test_a_missing_chapter_is_told_and_the_others_are_read():
    members = {"a.opf": package("gone.xhtml", "../../etc/passwd", "one.xhtml"), "one.xhtml": page("<p>Text</p>")}
    (one,), problems = read(epub(members, "a.opf"))
    assert one.id == "stdin-3"
    assert problems.first == [
        "standard input: there is no gone.xhtml in it",
        "standard input: there is no ../../etc/passwd in it",
    ]


def test_a_book_of_pictures_is_refused():
    with pytest.raises(BadInput, match=r"^standard input: has no text$"):
        read(epub({"a.opf": package("x.xhtml"), "x.xhtml": page("<img/>")}, "a.opf"))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", BOOK[:900], b"text"])
def test_what_is_no_archive_is_refused(data):
    with pytest.raises(BadInput, match="is no ZIP archive, or it is damaged"):
        read(data)


def test_deep_chapters_and_entities_end_well():
    deep = page("<div>" * 20_000 + "far down")
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + page("<p>x &b; y</p>")
    found, problems = read(epub({"a.opf": package("d.xhtml", "b.xhtml"), "d.xhtml": deep, "b.xhtml": bomb}, "a.opf"))
    (said,) = problems.first
    assert said.endswith("d.xhtml: is nested so deeply that a part of it would be lost, so it is not read")
    assert all(len(document.text) < 60 for document in found)
    assert any(document.text.endswith(" y") for document in found)


def test_a_chapter_that_would_take_hours_is_told_and_left_out(monkeypatch):
    monkeypatch.setattr(tree, "MOST_ELEMENTS", 100)
    members = {
        "a.opf": package("long.xhtml", "one.xhtml"),
        "long.xhtml": page("<i>x</i>" * 101),
        "one.xhtml": page("<p>Text</p>"),
    }
    (one,), problems = read(epub(members, "a.opf"))
    assert one.text == "Text"
    assert problems.first == ["standard input, long.xhtml: has more than 100 elements, so it is not read"]


def test_a_book_is_told_from_other_archives():
    assert Epub().recognises(BOOK[:4096])
    assert not Epub().recognises(b"PK\x03\x04 a.txt")


@given(st.data())
def test_any_damage_ends_in_articles_or_sentences(data):
    made = bytearray(BOOK)
    for _ in range(data.draw(st.integers(1, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    said = ["standard input: "]
    try:
        said += read(bytes(made))[1].first
    except BadInput as error:
        said = [str(error)]
    assert all(each.startswith("standard input") for each in said)
