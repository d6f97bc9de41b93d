import json

from core.formats.jsonl import decode
from core.formats.training.marks import columns_of, without_place

LINE = {"id": "a", "text": "“A “b” c,” the minister of Bob said."}
OUTER = {"id": "q1", "start": 0, "end": 10, "kind": "direct", "speaker": {"start": 11, "end": 30}}
INNER = {"id": "q2", "start": 3, "end": 6, "kind": "mixed", "speaker": {"start": 27, "end": 30}}


def quotes(*given):
    return decode(json.dumps(LINE | {"quotes": given}), where="x").layer.quotes


def test_a_mention_of_several_quotes_is_one_mark():
    *_, mentions = columns_of(quotes(OUTER, INNER | {"speaker": OUTER["speaker"]}))
    assert [(mark.span, [quote.id for quote in mark.quotes]) for mark in mentions] == [((11, 30), ["q1", "q2"])]


def test_a_mention_in_another_one_has_no_place():
    assert without_place(quotes(OUTER, INNER)) == {"q2"}
    assert without_place(quotes(OUTER)) == set()
