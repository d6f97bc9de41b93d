import csv
import io

import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.source import opened
from core.formats.table.delimited import delimited_rows
from tests.support.pace import in_time


def rows(*lines: str):
    problems = Problems()
    with opened(io.BytesIO("\n".join(lines).encode())) as file:
        return [(number, row[-1]) for number, row in delimited_rows(file, problems)], problems.first


HEADING = "id,title,text"


def test_a_mark_that_is_never_closed_swallows_no_rows():
    found, said = rows(HEADING, '1,A,"Never closed', "2,B,Second.", "3,C,Third.")
    assert found == [(1, "text"), (3, "Second."), (4, "Third.")]
    assert said == [
        "standard input, row 2: a quotation mark is never closed, so the row was left out. Put it right in the table "
        "and import that again."
    ]


def test_a_mark_within_a_cell_that_is_not_doubled_is_told_and_no_mark_is_removed():
    found, (said,) = rows(HEADING, '1,A,"We go" said Ann.', "2,B,Two.")
    assert found == [(1, "text"), (3, "Two.")]
    assert said.startswith(
        'standard input, row 2: a quotation mark within a cell is not doubled (""), so the row was left out.'
    )


def test_a_mark_that_another_row_seems_to_close_swallows_none_either():
    found, (said,) = rows(HEADING, '1,A,"Never closed', '2,B,He said "x".', '3,C,"Fine, too"', "4,D,Last.")
    assert found == [(1, "text"), (3, 'He said "x".'), (4, "Fine, too"), (5, "Last.")]
    assert "row 2: a quotation mark is never closed, or one within a cell is not doubled" in said


def test_the_rest_of_a_text_becomes_no_article():
    found, said = rows("text,title", '"He said "no" and left.', "He never came back.", 'Never.",A', "Two.,B")
    assert found == [(1, "title"), (4, "A"), (5, "B")]
    assert said[0].startswith("standard input, row 2: ")
    assert said[1] == "standard input, row 3: has 1 cells, but there are 2 columns"


def test_lines_within_a_wrong_row_that_are_no_rows_are_left_out_with_it():
    found, (said,) = rows(HEADING, '1,A,"One', "", 'two" three', "2,B,Two.")
    assert found == [(1, "text"), (3, "Two.")]
    assert "row 2: a quotation mark is never closed, or one within a cell is not doubled" in said
    assert "so 3 lines from there on were left out" in said


def test_a_row_that_goes_on_in_the_next_line_is_read_behind_a_wrong_one():
    found, said = rows(HEADING, '1,A,"Never closed', '2,B,"Two', 'lines"', "3,C,Three.")
    assert found == [(1, "text"), (3, "Two\nlines"), (4, "Three.")]
    assert len(said) == 1


def test_a_heading_or_a_table_of_one_column_with_a_wrong_mark_is_refused():
    for lines in (('"id,text', "1,x"), ("text", '"Never closed', "Two.")):
        with pytest.raises(BadInput, match=r"row \d: a quotation mark is never closed, so the table can't be read on"):
            rows(*lines)


def test_well_formed_rows_are_as_python_reads_them():
    lines = [HEADING, '1,"A ""b""","x', "", 'y, z"', "", '2,, "blank"']
    found, said = rows(*lines)
    assert found == [(n, row[-1]) for n, row in enumerate(csv.reader(io.StringIO("\n".join(lines))), 1) if row]
    assert said == []


def test_many_wrong_rows_take_no_longer_than_many_good_ones():
    with in_time(20):
        found, said = rows(HEADING, *(f'{n},A,"Never closed' for n in range(50_000)))
        assert len(found) < 10
        assert said
