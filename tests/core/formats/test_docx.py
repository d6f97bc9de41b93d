import io
import os
import re
import zipfile
from datetime import datetime

import docx as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats import docx as module
from core.formats.docx import Docx
from core.formats.problems import Problems
from core.model.records import Layer


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def article(*paragraphs):
    document = library.Document()
    document.core_properties.author = ""
    for text, style in paragraphs:
        document.add_paragraph(text, style)
    return document


def read(data, problems=None):
    (found,) = Docx().read(io.BytesIO(data), Problems() if problems is None else problems)
    return found


def refusal(data):
    with pytest.raises(BadInput) as caught:
        read(data)
    return str(caught.value)


def changed(data, changes):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given_, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given_.namelist():
            part = changes.get(name, lambda part: part)(given_.read(name))
            if part is not None:
                made.writestr(name, part)
    return out.getvalue()


def test_paragraphs_become_an_article(tmp_path):
    path, problems = tmp_path / "wire-7.docx", Problems()
    document = article(
        ("", None),
        ("Bridge closed 🚧", "Title"),
        ("“No,” said\tJosé.\nHe left.", None),
        (" ", None),
        ("Later", "Heading 1"),
        ("A boat.", "Caption"),
        ("سلام", None),
    )
    known = document.core_properties
    known.title, known.author, known.language, known.created = (
        "The\nBridge",
        "Ana Ruiz",
        "en",
        datetime(2020, 6, 19, 23),
    )
    path.write_bytes(saved(document))
    (found,) = Docx().read(path, problems)
    text = found.document.text
    assert text == "Bridge closed 🚧\n\n“No,” said\tJosé.\nHe left.\n\nLater\n\nA boat.\n\nسلام"
    assert [(text[zone.start : zone.end], zone.type) for zone in found.document.zones] == [
        ("Bridge closed 🚧", "headline"),
        ("A boat.", "caption"),
    ]
    assert (found.document.id, found.document.title, found.document.date, found.document.language) == (
        "wire-7",
        "The Bridge",
        "2020-06-19",
        "en",
    )
    assert found.document.extra == {"author": "Ana Ruiz"}
    assert found.layer == Layer()
    assert (problems.count, problems.remarked) == (0, 0)


def test_a_headline_gives_the_title_where_the_properties_do_not():
    assert read(saved(article(("Bridge\tclosed", "Heading 1"), ("Text", None)))).document.title == "Bridge closed"


def test_a_document_without_properties_has_no_title_of_the_library():
    core = re.compile(rb'<Relationship [^>]*core-properties"[^>]*/>')
    bare = changed(
        saved(article(("Text", None))),
        {"docProps/core.xml": lambda part: None, "_rels/.rels": lambda part: core.sub(b"", part)},
    )
    found = read(bare).document
    assert (found.title, found.date, found.extra) == (None, None, {})


def test_what_is_left_out_is_told_in_one_sentence():
    problems, document = Problems(), article(("Text", None))
    document.add_table(1, 1).cell(0, 0).text = "x"
    document.add_table(1, 1)
    document.sections[0].header.paragraphs[0].text = "The Daily"
    data = saved(document)
    note = b'<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    data = changed(data, {"word/document.xml": lambda part: part.replace(b"</w:p>", note, 1)})
    assert read(data, problems).document.text == "Text"
    assert problems.remarks == ["standard input: left out 1 footnote, 2 tables and 1 header."]


def test_a_document_of_tables_only_is_refused():
    document = article()
    document.add_table(1, 1).cell(0, 0).text = "x"
    assert refusal(saved(document)) == "standard input: has no text outside of tables and boxes"
    assert refusal(saved(article(("", None)))) == "standard input: has no text"


@pytest.mark.parametrize("data", [b"", b"words", os.urandom(2000), saved(article(("a", None)))[:900]])
def test_what_is_no_archive_is_refused(data):
    assert refusal(data) == "standard input: is no ZIP archive, or it is damaged"


@pytest.mark.parametrize(
    "changes",
    [
        {"[Content_Types].xml": lambda part: None},
        {"word/document.xml": lambda part: None},
        {"word/document.xml": lambda part: part[:300]},
        {"word/document.xml": lambda part: b"<a/>"},
        {"_rels/.rels": lambda part: b"<a/>"},
    ],
)
def test_a_damaged_document_is_refused(changes):
    said = "standard input: is no Word document (.docx) that can be read"
    assert refusal(changed(saved(article(("a", None))), changes)) == said


def test_the_old_kind_is_named():
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == (
        "standard input: is a Word document of the old kind (.doc) or one with a password; "
        "save it as .docx without a password"
    )


def test_words_that_stand_for_millions_are_refused():
    def grown(part):
        return part.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY a "haha">]><w:document', 1)

    data = changed(saved(article(("a", None))), {"word/document.xml": grown})
    assert refusal(data) == "standard input: holds definitions that no Word document needs, so it is not read"


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(module, "_MOST_TAGS", 1000)
    assert refusal(saved(article(("a", None)))) == "standard input: has more than 1,000 elements, so it is no article"


def test_a_bomb_is_refused():
    data = changed(saved(article(("a", None))), {"word/document.xml": lambda part: part + b" " * 20_000_000})
    assert refusal(data) == (
        "standard input: 'word/document.xml' in it is packed so tightly that it can't be an article"
    )


def test_deep_nesting_ends_in_a_sentence():
    def deep(part):
        return part.replace(b"<w:p>", b"<w:ins>" * 5000 + b"<w:p>", 1).replace(
            b"</w:p>", b"</w:p>" + b"</w:ins>" * 5000, 1
        )

    try:
        read(changed(saved(article(("a", None))), {"word/document.xml": deep}))
    except BadInput as error:
        assert str(error) == "standard input: is no Word document (.docx) that can be read"  # noqa: PT017


def test_damaged_styles_and_properties_do_no_harm():
    data = saved(article(("Head", "Title"), ("Text", None)))
    for name in ("word/styles.xml", "docProps/core.xml"):
        found = read(changed(data, {name: lambda part: b"<a/>"})).document
        assert found.text == "Head\n\nText"


def test_a_document_is_told_by_its_first_bytes():
    assert Docx().recognises(saved(article(("a", None)))[:4096])
    assert not Docx().recognises(b"PK\x03\x04 xl/workbook.xml")


@given(st.data())
def test_any_damage_ends_in_an_article_or_a_sentence(data):
    made = DOCUMENT.copy()
    for _ in range(data.draw(st.integers(1, 4))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(made))
    except BadInput as error:
        assert str(error).startswith("standard input: ")  # noqa: PT017


def damageable():
    """Return a document whose parts are not packed, so that damage gets through to the XML."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(article(("a", "Title"), ("b", None))))) as given_,
        zipfile.ZipFile(out, "w") as made,
    ):
        for name in given_.namelist():
            if name.endswith((".xml", ".rels")) and "theme" not in name:
                made.writestr(name, given_.read(name))
    return bytearray(out.getvalue())


DOCUMENT = damageable()
