"""The report by lxml: nothing that runs, nothing from elsewhere, and all the quotes."""

from collections import Counter

import pytest
from lxml import html
from truth import exports, lines

RUNS = {"script", "iframe", "object", "embed", "link", "base", "form", "img", "video", "audio", "source", "svg", "use"}


@pytest.mark.parametrize(("which", "path"), exports("html"))
def test_nothing_runs_and_nothing_is_fetched(which, path):
    page = html.parse(path).getroot()
    elements = [each for each in page.iter() if isinstance(each.tag, str)]
    assert not RUNS & {each.tag for each in elements}
    assert not [name for each in elements for name in each.attrib if name.startswith("on") or name in ("src", "srcset")]
    assert not [each for each in page.xpath("//style") if "url(" in each.text or "@import" in each.text]
    urls = {line["url"] for line in lines(which)}
    anchors = {f"#{each.get('id')}" for each in elements if each.get("id")}
    for each in elements:
        if href := each.get("href"):
            assert each.tag == "a"
            assert href in urls | anchors


@pytest.mark.parametrize(("which", "path"), exports("html"))
def test_tags_and_rows_are_the_quotes(which, path):
    articles = html.parse(path).getroot().xpath("//article")
    for article, line in zip(articles, lines(which), strict=True):
        quotes = sorted(line["quotes"], key=lambda quote: (quote["start"], -quote["end"]))
        tags = article.xpath(".//span[contains(@class, 'tag ')]")
        assert Counter(each.xpath("string(.//*[@class='g']/@aria-label)") for each in tags) == Counter(
            quote["kind"] for quote in quotes
        )
        rows = article.xpath(".//table[@class='quotes']/tbody/tr")
        assert len(rows) == len(quotes)
        for row, quote in zip(rows, quotes, strict=True):
            name = row.xpath("string(.//bdi[@class='name'])")
            assert quote["speaker_name"] in (None, name)
            assert quote["kind"] in row.text_content()
            assert quote["status"] in row.text_content()
            assert all((each["speaker_name"] or "") in row.text_content() for each in quote["more_speakers"])
            said = row.xpath("string(.//td[@class='words'])")
            begins, ends = words(" […] ".join(quote["surface"])).split(" … ")[0], words(quote["surface"][-1])
            assert begins.startswith(said.split(" … ")[0])
            assert ends.endswith(said.split(" … ")[-1][-len(ends) :])
        for tag in article.xpath(".//*[contains(@class, 'tag ') or contains(@class, 'again ')]"):
            tag.drop_tree()
        shown = article.xpath(".//div[contains(@class, 'text')]")[0]
        assert words(" ".join(each.text_content() for each in shown.iter("p"))) == words(line["text"])


def words(text):
    return " ".join(text.split())
