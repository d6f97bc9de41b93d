import io

from hypothesis import given
from lxml import html

from core.formats.html_report import HtmlReport
from core.formats.jsonl import decode
from tests.core.formats.drawing import annotated

HOSTILE = r"""{"id": "<i>", "title": "<script>alert(1)</script>", "source": "\"><img src=x>", "url": "https://a/\"onclick=1", "date": "<b>",
    "language": "en\" onload=\"x", "text": "“<script>alert(2)</script>” said </style></mark><!-- Bo", "annotator": "<u>", "quotes": [
    {"start": 0, "end": 27, "kind": "direct", "speaker_name": "\"><script>alert(3)</script>", "comment": "--> <img onerror=x>",
     "attributes": {"<a>": "<b>"}}]}"""


def written(*lines):
    out = io.BytesIO()
    assert HtmlReport().write(iter(lines), out) == len(lines)
    return out.getvalue()


def test_a_hostile_article_stays_text():
    data = written(decode(HOSTILE, where="x"))
    root = html.document_fromstring(data.decode("utf-8"))
    assert root.xpath("//script | //img | //@onclick | //@onload | //@onerror | //u | //b | //i | //comment()") == []
    text = root.xpath("//article//mark")[0].text_content()
    assert text == "“<script>alert(2)</script>”"
    assert "</style></mark><!-- Bo" in root.text_content()


def test_all_articles_stand_on_one_page_in_order():
    root = html.document_fromstring(
        written(*(decode(f'{{"id": "{n}", "text": "x"}}', where="x") for n in range(3))).decode()
    )
    assert [article.get("id") for article in root.iter("article")] == ["a1", "a2", "a3"]
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_many_articles_do_not_wait_in_memory_and_none_is_a_page_still():
    assert b"0 articles" in written()
    long = decode(f'{{"id": "a", "text": "{"long " * 300_000}"}}', where="x")
    assert len(written(*[long] * 4)) > 6_000_000


@given(annotated())
def test_any_article_has_a_tag_and_a_row_for_each_quote_and_the_same_bytes_twice(line):
    data = written(line)
    root = html.document_fromstring(data.decode("utf-8"))
    assert len(root.find_class("tag")) == len(line.layer.quotes)
    assert len(root.xpath("//table[@class='quotes']/tbody/tr")) == len(line.layer.quotes)
    assert data == written(line)
