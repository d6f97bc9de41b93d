from collections import Counter

import pytest
from lxml import etree

from core.formats.prose.word import WordParagraph, paragraphs_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def read(inner):
    left_out = Counter()
    body = etree.fromstring(f'<w:body xmlns:w="{W}" xmlns:mc="{MC}" xmlns:m="{M}">{inner}</w:body>')
    return list(paragraphs_of(body, left_out)), +left_out


def words(inner):
    (paragraph,), left_out = read(f"<w:p>{inner}</w:p>")
    return paragraph.words, left_out


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_come_with_their_styles():
    head = f'<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr>{run("Brücke 🚧")}</w:p>'
    assert read(f"{head}<w:p/><w:p>{run('Text')}</w:p>")[0] == [
        WordParagraph("Brücke 🚧", "Titel"),
        WordParagraph("", None),
        WordParagraph("Text", None),
    ]


def test_all_signs_of_a_paragraph_are_read():
    inner = f"{run(' a ')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:cr/></w:r>"
    assert words(f'{inner}<w:r><w:br w:type="page"/><w:softHyphen/></w:r>') == (" a \tb\nc-", {})
    assert words(f'{run("a")}<w:r><w:br w:type="page"/></w:r>{run("b")}') == ("a\nb", {})


@pytest.mark.parametrize("around", ["ins", "hyperlink", "smartTag", "sdt", "fldSimple", "moveTo"])
def test_words_inside_of_something_are_words(around):
    content = f"<w:sdtContent>{run('b')}</w:sdtContent>" if around == "sdt" else run("b")
    assert words(f"{run('a')}<w:{around}>{content}</w:{around}>{run('c')}") == ("abc", {})


def test_paragraphs_inside_of_something_are_paragraphs():
    inner = f"<w:sdt><w:sdtContent><w:p>{run('a')}</w:p></w:sdtContent></w:sdt><w:ins><w:p>{run('b')}</w:p></w:ins>"
    assert [paragraph.words for paragraph in read(inner)[0]] == ["a", "b"]


def test_what_is_no_running_text_is_counted():
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    inner = (
        f"{run('a')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:moveFrom>{run('y')}</w:moveFrom>"
        f"<w:r><w:footnoteReference/></w:r><w:r><w:endnoteReference/><w:commentReference/></w:r>{run('z', hidden)}"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    )
    assert words(inner) == (
        "a",
        {"tracked deletion": 2, "footnote": 1, "endnote": 1, "comment": 1, "hidden passage": 1},
    )


def test_hidden_text_that_is_switched_off_shows():
    assert words(run("a", '<w:rPr><w:vanish w:val="0"/></w:rPr>')) == ("a", {})


def test_tables_and_boxes_are_left_out_and_counted_once():
    box = f"<w:pict><w:txbxContent><w:p>{run('x')}</w:p></w:txbxContent></w:pict>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('x')}</w:p><w:tbl/></w:tc></w:tr></w:tbl>"
    paragraphs, left_out = read(f"{table}<w:p>{run('a')}<w:r>{both}<w:drawing/></w:r></w:p>{table}")
    assert [paragraph.words for paragraph in paragraphs] == ["a"]
    assert left_out == {"table": 2, "text box": 1}


def test_formulas_and_inserted_files_are_counted():
    formula = "<m:oMathPara><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></m:oMathPara>"
    paragraphs, left_out = read(f"<w:p>{run('a ')}{formula}{run(' b')}</w:p><w:altChunk/>")
    assert [paragraph.words for paragraph in paragraphs] == ["a  b"]
    assert left_out == {"formula": 1, "inserted file": 1}


@pytest.mark.parametrize(("font", "sign"), [("Symbol", "•"), ("Wingdings", "")])
def test_a_sign_stays_where_it_has_a_character_of_its_own(font, sign):
    inner = f'{run("a")}<w:r><w:sym w:font="{font}" w:char="F0B7"/></w:r>{run("b")}'
    assert words(inner) == (f"a{sign}b", {} if sign else {"unknown sign": 1})


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next():
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    style = '<w:pPr><w:pStyle w:val="Body"/></w:pPr>'
    inner = f"<w:p>{gone}{run('One')}</w:p><w:p>{gone}{run(' two')}</w:p><w:p>{style}{run(' three.')}</w:p>"
    assert read(inner) == ([WordParagraph("One two three.", "Body")], {"tracked deletion": 2})
    assert read(f"<w:p>{gone}{run('One')}</w:p>")[0] == [WordParagraph("One", None)]
