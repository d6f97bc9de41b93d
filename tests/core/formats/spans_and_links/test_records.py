import io
from collections import Counter

import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.spans_and_links.records import ELEMENTS, LINES, Place, read_records

READING = Reading(annotator="me")


def lines_of(raw, id_, place):
    place.left_out.update(raw.pop("others", ()))
    for number in range(raw.pop("count", 1)):
        yield place.line({"id": f"{id_}.{number}"} | raw)


def read(data, cut=LINES):
    problems = Problems()
    return [line.document.id for line in read_records(io.BytesIO(data), cut, lines_of, problems, READING)], problems


@pytest.mark.parametrize(("cut", "data"), [(LINES, b"%s\n%s\n%s\n"), (ELEMENTS, b"[%s, %s, %s]")])
def test_wrong_records_are_told_and_the_others_read(cut, data):
    found, problems = read(data % (b'{"text": "x", "count": 2}', b"7", b'{"text": "y", "id": "c"}'), cut)
    assert found == ["stdin-1.0", "stdin-1.1", "c"]
    assert problems.first == [f"standard input, {cut.noun} 2: is not a JSON object in braces"]
    assert problems.remarks == []


def test_a_record_may_give_no_line():
    found, problems = read(b'{"count": 0}')
    assert (found, problems.first) == ([], [])


def test_what_is_left_out_is_remarked_once():
    _, problems = read(b'{"text": "x", "others": ["ORG"]}\n{"others": ["ORG", "PER"]}')
    assert problems.first == ["standard input, line 2: text: is missing"]
    assert problems.remarks == ["standard input: left out what is no quote, speaker or cue: ORG (2), PER (1)."]


def test_a_line_is_refused_by_its_place():
    with pytest.raises(BadInput, match=r"^f, line 3: text: is empty"):
        Place("f, line 3", READING, Counter()).line({"id": "a", "text": " "})
