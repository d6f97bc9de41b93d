from collections import Counter

from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import in_memory
from core.formats.standoff.article import article


def read(line: dict, **left_out: int):
    problems = Problems()
    found = list(article(line, Counter(left_out), in_memory(b"", "a.ann", "a"), problems, Reading()))
    return [one.document.id for one in found], problems


def test_what_was_left_out_is_told_by_its_type():
    found, problems = read({"id": "x", "text": "Words."}, Tone=1, Place=2)
    assert (found, problems.first) == (["x"], [])
    assert problems.remarks == ["a.ann: left out what is no quote, speaker or cue: Place (2), Tone (1)."]


def test_a_line_that_is_wrong_is_noted():
    found, problems = read({"id": "x", "text": " "})
    assert (found, problems.first) == ([], ["a.ann: text: is empty"])
