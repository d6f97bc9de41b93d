import pytest

from core.errors import BadInput
from core.formats.book.package import package_of
from core.formats.zipped import opened_zip
from tests.core.formats.book.making import epub, package

LOCKS = '<encryption><EncryptedData><CipherReference URI="{}"/></EncryptedData></encryption>'


def found(data):
    with opened_zip(data, "a.epub") as book:
        return package_of(book, "a.epub")


def test_chapters_stand_in_the_order_of_reading_with_their_folders():
    about = "<dc:title> The  book </dc:title><dc:creator>Ana</dc:creator><dc:language>en</dc:language><dc:date>2020</dc:date><dc:publisher>P</dc:publisher>"
    made = package("text/b%20c.xhtml#x", "../a.xhtml", about=about, order=(1, 0))
    book = found(epub({"OEBPS/content.opf": made}))
    assert book.chapters == ["a.xhtml", "OEBPS/text/b c.xhtml"]
    assert book.fields == {"source": "The book", "author": "Ana", "language": "en", "date": "2020", "publisher": "P"}


@pytest.mark.parametrize(
    ("members", "place", "said"),
    [
        ({}, "a.opf", "is no EPUB, there is no a.opf in it"),
        ({}, "", "is no EPUB, its META-INF/container.xml names no package"),
        ({"a.opf": "<broken"}, "a.opf", "its a.opf is damaged"),
        ({"a.opf": "<package/>"}, "a.opf", "names no chapters"),
        (
            {"a.opf": package("x.xhtml"), "META-INF/encryption.xml": LOCKS.format("x.xhtml")},
            "a.opf",
            "is protected against copying",
        ),
    ],
)
def test_what_is_wrong_is_said(members, place, said):
    with pytest.raises(BadInput, match=f"^a.epub: {said}"):
        found(epub(members, place))


def test_locked_fonts_do_no_harm():
    members = {"a.opf": package("x.xhtml"), "META-INF/encryption.xml": LOCKS.format("font.otf")}
    assert found(epub(members, "a.opf")).chapters == ["x.xhtml"]
