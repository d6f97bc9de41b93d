import pytest
from lxml import etree

from core.formats.jsonl import decode
from core.formats.tei_xml.header import CATEGORIES, article_header, corpus_header
from core.formats.tei_xml.people import People


def header(line):
    return etree.fromstring("".join(article_header(line, People(line.layer, 1))).encode())


def test_the_signs_are_explained_once():
    root = etree.fromstring("".join(corpus_header()).encode())
    ids = root.xpath("//category/@*[local-name()='id']")
    assert ids == list(CATEGORIES)
    assert "status.accepted" in ids


def test_what_is_known_of_an_article_stands_in_its_header():
    line = decode(
        """{"id": "a/1", "title": "T & T", "source": "The Times", "url": "https://example.org/?a=1&b=2",
            "date": "2020-06-19", "language": "en-GB", "text": "abc", "annotator": "ana", "state": "complete",
            "model": {"name": "m", "version": "dev build", "weights": "00"}}""",
        where="x",
    )
    root = header(line)
    assert root.findtext(".//titleStmt/title") == "T & T"
    assert root.findtext(".//respStmt/name") == "ana"
    assert [each.text for each in root.iter("idno")] == ["a/1", line.document.sha256, "https://example.org/?a=1&b=2"]
    assert root.find(".//date").get("when") == "2020-06-19"
    assert root.find(".//language").get("ident") == "en-GB"
    assert root.find("revisionDesc").get("status") == "complete"
    assert [each.text for each in root.find(".//application")] == ["m", "dev build", "00"]
    assert root.find(".//application").get("version") == "0"


@pytest.mark.parametrize(("date", "when"), [("2020", "2020"), ("2020-06", "2020-06"), ("2020-06-19T10:00:00Z", "2020-06-19"),
                                            ("2020-13-01", None), ("Friday", None), ("0000", None)])  # fmt: skip
def test_a_date_is_machine_readable_only_if_it_is_one(date, when):
    found = header(decode(f'{{"id": "a", "text": "x", "date": "{date}"}}', where="x")).find(".//date")
    assert (found.text, found.get("when")) == (date, when)


def test_an_article_of_which_nothing_is_known_has_a_valid_header_still():
    root = header(decode('{"id": "a", "text": "x"}', where="x"))
    assert root.findtext(".//title") == "a"
    assert root.findtext(".//sourceDesc/p") == "Unknown."
