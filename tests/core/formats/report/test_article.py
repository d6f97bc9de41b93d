import re

from lxml import html

from core.formats.jsonl import decode
from core.formats.report.article import ArticlePage

LINE = """{"id": "a", "title": "T", "source": "Wire", "date": "2020", "url": "https://example.org/?a&b", "language": "en",
    "text": "Headline\\n\\n“If it rises,” said Ana, “we go.”\\n\\nHe said no. ", "zones": [{"start": 0, "end": 8, "type": "headline"}],
    "annotator": "ana", "state": "complete", "model": {"name": "m", "version": "1", "weights": ""}, "quotes": [
      {"id": "q", "fragments": [[10, 24], [35, 43]], "kind": "direct", "speaker_name": "Ana", "speaker": {"start": 30, "end": 33}, "cue": {"start": 25, "end": 29}},
      {"id": "r", "start": 53, "end": 55, "kind": "indirect", "speaker_type": "none", "status": "suggested", "confidence": 0.5, "parent": "q"}]}"""


def page(line=None, number=1):
    return html.fromstring("".join(ArticlePage(line or decode(LINE, where="x"), number).written()))


def marks(article):
    return [(mark.get("class"), mark.text_content()) for mark in article.iter("mark")]


def shown(article):
    """The text without what the page adds to it."""
    for extra in article.xpath("//*[contains(@class, 'tag') or contains(@class, 'again')]"):
        extra.drop_tree()
    return [p.text_content() for p in article.xpath("//div[@class='text']/p")]


def test_the_text_stands_in_paragraphs_with_nothing_lost():
    assert shown(page()) == ["Headline", "“If it rises,” said Ana, “we go.”", "He said no."]
    assert page().xpath("//p[@class='headline']")


def test_each_quote_has_its_colour_its_state_and_a_tag():
    article = page()
    assert marks(article) == [
        ("s1 said checked b e", "“If it rises,”"),
        ("s1 said checked b e", "“we go.”"),
        ("s0 told doubtful b e", "no"),
    ]
    tags = [" ".join(tag.text_content().split()) for tag in article.find_class("tag")]
    assert tags == ["Quote 1 ● Ana ✓", "Quote 2 ◌ No speaker in the text ? 50%"]
    assert [sup.text for sup in article.find_class("again")] == ["1"]
    assert article.get_element_by_id("a1q2") is not None
    assert [each.text_content() for each in article.find_class("mention")] == ["Ana"]
    assert [each.text_content() for each in article.find_class("cue")] == ["said"]


def test_the_tables_count_and_list():
    article = page()
    rows = [
        [cell.text_content().strip() for cell in row] for row in article.xpath("//table[@class='speakers']/tbody/tr")
    ]
    assert [[cell.split()[-1] for cell in row] for row in rows] == [
        ["Ana", "1", "–", "–", "1", "1", "22"],
        ["text", "–", "–", "1", "1", "1", "2"],
    ]
    quotes = [[cell.text_content() for cell in row] for row in article.xpath("//table[@class='quotes']/tbody/tr")]
    assert quotes[0] == ["1", "● direct", "Ana", "accepted", "“If it rises,” […] “we go.”", ""]
    assert quotes[1] == ["2", "◌ indirect", "No speaker in the text none", "suggested ? 50%", "no", "in quote 1"]


def test_what_is_known_stands_above():
    head = page().find("header").text_content()
    assert "Wire · 2020 Original" in head
    assert "2 quotes · 1 checked · 1 doubtful · annotated by ana · suggestions by m 1 · complete" in head
    assert page().xpath("//header//a/@href") == ["https://example.org/?a&b"]


def test_an_address_that_is_none_of_the_web_is_no_link():
    line = decode('{"id": "a", "text": "x", "url": "javascript:alert(1)"}', where="x")
    assert page(line).xpath("//header//a") == []
    assert "javascript:alert(1)" in page(line).text_content()


def test_an_article_without_quotes_has_no_tables():
    article = page(decode('{"id": "a", "text": "x"}', where="x"))
    assert article.xpath("//table") == []
    assert shown(article) == ["x"]


def test_nested_and_overlapping_quotes_show_both_colours():
    line = decode(
        """{"id": "a", "text": "abcdefghij", "quotes": [{"id": "o", "start": 0, "end": 8, "kind": "direct", "speaker_name": "A"},
            {"start": 2, "end": 4, "kind": "direct", "parent": "o", "speaker_name": "B"}, {"start": 6, "end": 10, "kind": "direct", "speaker_name": "B"}]}""",
        where="x",
    )
    found = marks(page(line))
    assert [words for _, words in found] == ["ab", "cd", "ef", "gh", "ij"]
    assert found[1][0] == "s1 said checked b e within o2"
    assert all(re.search(r"\bs[12]\b", classes) for classes, _ in found)


def test_a_quote_of_blanks_only_has_its_tag_still():
    line = decode(
        '{"id": "a", "text": "one\\n\\ntwo\\n\\n", "quotes": [{"start": 4, "end": 5}, {"start": 9, "end": 10}]}',
        where="x",
    )
    assert len(page(line).find_class("tag")) == 2
