from lxml import etree

from core.formats.jsonl import decode
from core.formats.tei_xml.people import People

LINE = decode(
    """{"id": "a", "text": "abc", "speakers": [
        {"id": "x", "name": "Ana & Co", "aliases": ["A."], "external_id": "Q1", "kind": "group"},
        {"id": "y", "name": "A report", "kind": "document"}],
        "quotes": [{"start": 0, "end": 1, "speaker_id": "x"},
        {"start": 1, "end": 2, "speaker_type": "unnamed", "speaker_name": "an aide"},
        {"start": 2, "end": 3, "speaker_type": "none"}]}""",
    where="x",
)


def test_quotes_point_to_whom_they_mean():
    people = People(LINE.layer, 5)
    assert [people.pointer(quote) for quote in LINE.layer.quotes] == ["#s5", "#s7", None]
    assert people.free == 8


def test_the_list_holds_names_aliases_ids_and_kinds():
    root = etree.fromstring("".join(People(LINE.layer, 1).written()).encode())
    group, report, aide = root[0]
    assert (group.tag, group.get("n"), [each.text for each in group]) == ("personGrp", "x", ["Ana & Co", "A.", "Q1"])
    assert (report.tag, report[0].tag, report[0].text) == ("org", "orgName", "A report")
    assert (aide.get("role"), aide[0].text) == ("described", "an aide")


def test_an_article_without_speakers_has_no_list():
    assert list(People(decode('{"id": "a", "text": "x"}', where="x").layer, 1).written()) == []
