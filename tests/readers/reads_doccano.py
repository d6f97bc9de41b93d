"""doccano's lines by plain JSON, each slice checked as its window makes it, in JavaScript's UTF-16."""

from collections import Counter

import pytest
from spans_and_links import regions, relations
from truth import exports, lines, objects


@pytest.mark.parametrize(("which", "path"), exports("doccano"))
def test_entities_and_relations_are_the_quotes(which, path):
    for record, line in zip(objects(path), lines(which), strict=True):
        assert record["text"] == line["text"]
        points = {len(record["text"][:n].encode("utf-16-le")) // 2: n for n in range(len(record["text"]) + 1)}
        places = {
            one["id"]: (points[one["start_offset"]], points[one["end_offset"]], one["label"])
            for one in record["entities"]
        }
        assert len(places) == len(record["entities"])
        wanted = regions(line)
        assert sorted(places.values()) == sorted(wanted)
        words = Counter(record["text"][start:end] for start, end, label in places.values() if label.endswith("quote"))
        assert words == Counter(each for quote in line["quotes"] for each in quote["surface"])
        found = Counter((places[one["from_id"]], places[one["to_id"]], one["type"]) for one in record["relations"])
        assert found == relations(line)
