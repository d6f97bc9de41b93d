import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.standoff.brat_lines import REFERENCE, Entity, Event, Link, Mark, Standoff, parsed, written
from core.model.spans import Span

DATA = (
    "\ufeffT1\tQuote 5 9;0 3\tone four\r\nR1\tof Arg1:T1 Arg2:T2\t\nE1\tSay:T1 Who:T2 What:E2\nA1\tTone T1 very loud\n"
    "M1\tNegation E1\nN1\tReference T1 Wiki:Q1\tAna\n#1\tAnnotatorNotes T1\t two\twords \n#2\tAnnotatorNotes T1\tmore\n*\tEquiv T1 T2\n\n"
)


def test_each_kind_of_line_is_read():
    problems = Problems()
    found = parsed(DATA.encode(), "a.ann", problems)
    assert found.entities == {"T1": Entity("Quote", (Span(0, 3), Span(5, 9)), "one four", "a.ann, line 1")}
    assert found.links == [Link("of", "T1", "T2")]
    assert found.events == [Event("T1", ("T2", "E2"))]
    assert found.marks == [Mark("Tone", "T1", "very loud"), Mark("Negation", "E1", "")]
    assert found.identifiers == {"T1": "Wiki:Q1"}
    assert found.notes == {(REFERENCE, "T1"): "Ana", ("AnnotatorNotes", "T1"): "two\twords"}
    assert found.others == {"second AnnotatorNotes of one annotation": 1, "Equiv (link)": 1}
    assert not problems


@pytest.mark.parametrize(
    "line",
    [
        "T1",
        "T1\t",
        "T1\tQuote",
        "T1\tQuote 1",
        "T1\tQuote 1 ²",
        "T1\tQuote a b",
        "R1\tof Arg1:T1",
        "A1\tx",
        "#1\tx",
        "?\ta b",
    ],
)
def test_other_lines_are_told(line):
    problems = Problems()
    assert parsed(line.encode(), "a.ann", problems) == Standoff()
    assert problems.first == ["a.ann, line 1: is no brat annotation"]


def test_what_is_no_text_is_refused():
    with pytest.raises(BadInput, match=r"a\.ann: is not UTF-8 \(byte 3\)"):
        parsed(b"ab\xff", "a.ann", Problems())


def test_what_is_written_is_read_again():
    some = Standoff(
        {"T1": Entity("Quote", (Span(0, 3), Span(5, 9)), "", "")}, [Link("of", "T1", "T2")], [], [Mark("Flagged", "T1", "")],
        {("Comment", "T1"): "good"},
    )  # fmt: skip
    lines = list(written(some, "one, four"))
    assert lines == [
        "T1\tQuote 0 3;5 9\tone four", "R1\tof Arg1:T1 Arg2:T2", "A1\tFlagged T1", "#1\tComment T1\tgood",
    ]  # fmt: skip
    again = parsed("\n".join(lines).encode(), "a.ann", Problems())
    assert (again.links, again.marks, again.notes) == (some.links, some.marks, some.notes)
