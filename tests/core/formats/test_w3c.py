import io

import msgspec
from hypothesis import given

from core.formats.jsonl import decode
from core.formats.w3c import WebAnnotations
from tests.core.formats.drawing import annotated

LINE = """{"id": "a", "title": "T", "url": "https://example.org/1", "text": "👩🏽‍🚀 “If,” said Ana, “we go.” He agreed.", "annotator": "ana",
    "model": {"name": "m", "version": "1", "weights": "00"},
    "speakers": [{"id": "s", "name": "Ana", "external_id": "Q42"}, {"id": "t", "name": "Bo", "external_id": "https://orcid.org/1"}],
    "quotes": [{"id": "q", "fragments": [[5, 10], [21, 29]], "kind": "direct", "speaker_id": "s", "speaker": {"start": 16, "end": 19},
      "cue": {"start": 11, "end": 15}, "comment": "why?", "flagged": true, "attributes": {"factuality": "future"},
      "more_speakers": [{"speaker_id": "t", "relation": "joint", "speaker": {"start": 30, "end": 32}}],
      "decided": {"via": "enter", "at": "2026-11-23T20:17:34.123Z"}},
     {"id": "r", "start": 30, "end": 39, "kind": "indirect", "parent": "q", "status": "suggested", "confidence": 0.4, "sure": false}]}"""


def written(*lines):
    out = io.BytesIO()
    assert WebAnnotations().write(iter(lines), out) == len(lines)
    return out.getvalue()


def items(*lines):
    return msgspec.json.decode(written(*lines))["first"]["items"]


def selected(text, target):
    """What the two selectors say, which must be the same."""
    position, quoted = target["selector"]
    words = text[position["start"] : position["end"]]
    assert quoted["exact"] == words
    assert text[: position["start"]].endswith(quoted["prefix"])
    assert text[position["end"] :].startswith(quoted["suffix"])
    return words


def test_a_quote_is_an_annotation_with_two_selectors_for_each_piece():
    line = decode(LINE, where="x")
    article, quote, mention, second, cue, other = items(line)
    assert [selected(line.document.text, target) for target in quote["target"]] == ["“If,”", "“we go.”"]
    assert quote["target"][0]["selector"][0] == {"type": "TextPositionSelector", "start": 5, "end": 10}
    assert {target["source"] for target in quote["target"]} == {"https://example.org/1"}
    assert quote["motivation"] == ["tagging", "identifying", "commenting"]
    assert [(body["purpose"], body.get("value") or body["source"]) for body in quote["body"]] == [
        ("tagging", "direct"),
        ("identifying", "Ana"),
        ("identifying", "http://www.wikidata.org/entity/Q42"),
        ("identifying", "Bo"),
        ("identifying", "https://orcid.org/1"),
        ("tagging", "flagged"),
        ("commenting", "why?"),
    ]
    assert quote["body"][3]["quotedesk:relation"] == "joint"
    assert quote["creator"] == {"type": "Person", "name": "ana"}
    assert quote["created"] == "2026-11-23T20:17:34.123Z"
    assert quote["quotedesk:attributes"] == {"factuality": "future"}
    assert [selected(line.document.text, each["target"]) for each in (mention, second, cue)] == ["Ana", "He", "said"]
    assert {each["body"][1]["source"] for each in (mention, second, cue)} == {quote["id"]}
    assert other["creator"]["type"] == "Software"
    assert (other["quotedesk:parent"], other["quotedesk:confidence"]) == (quote["id"], 0.4)
    assert (article["target"], article["quotedesk:title"]) == ("https://example.org/1", "T")


def test_an_article_without_an_address_is_named_by_its_text():
    for url in ("null", '"no address"', '"https://a b"'):
        line = decode(f'{{"id": "a", "text": "“Yes”", "url": {url}, "quotes": [{{"start": 0, "end": 5}}]}}', where="x")
        article, quote = items(line)
        assert article["target"] == quote["target"]["source"] == f"urn:sha256:{line.document.sha256}"


def test_the_collection_says_how_many_there_are():
    found = msgspec.json.decode(written(decode(LINE, where="x")))
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["total"], len(found["first"]["items"])) == ("AnnotationCollection", 6, 6)
    assert found["first"]["partOf"] == found["id"]
    assert found["id"].startswith("urn:uuid:")


def test_nothing_to_write_is_an_empty_collection():
    assert msgspec.json.decode(written())["total"] == 0


@given(annotated())
def test_any_article_is_pointed_into_exactly_and_by_the_same_ids(line):
    data = written(line)
    found = msgspec.json.decode(data)["first"]["items"]
    assert len({each["id"] for each in found}) == len(found)
    quotes = [each for each in found if "quotedesk:status" in each]
    assert [each["quotedesk:id"] for each in quotes] == [quote.id for quote in line.layer.quotes]
    for annotation, quote in zip(quotes, line.layer.quotes, strict=True):
        targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
        assert [selected(line.document.text, target) for target in targets] == [
            line.document.text[start:end] for start, end in quote.fragments
        ]
    assert data == written(line)
