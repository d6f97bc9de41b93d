import csv
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.source import LONGEST, opened
from core.formats.table.delimited import delimited_rows, sign_of
from tests.core.formats.drawing import TEXTS
from tests.support.pace import in_time


def rows(data: bytes):
    problems = Problems()
    with opened(io.BytesIO(data)) as file:
        return [row for _, row in delimited_rows(file, problems)], problems


@given(
    st.lists(TEXTS, min_size=2, max_size=4), st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
)
def test_what_was_written_is_read_as_it_was(cells, sign, encoding):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign)
    writer.writerows([["a"] * len(cells), cells])
    assert rows(out.getvalue().encode(encoding))[0] == [["a"] * len(cells), cells]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_they_like(end):
    assert rows(f"a,b{end}1,2{end}".encode())[0] == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_first_line_may_declare_the_sign_as_excel_has_it(first, end, encoding):
    assert rows(f"{first}{end}a;b,c,d{end}1;2{end}".encode(encoding))[0] == [["a", "b,c,d"], ["1", "2"]]


def test_a_heading_that_only_looks_like_a_declaration_is_a_heading():
    for heading in ("sep=a", "sep"):
        assert rows(f"{heading}|b\n1|2\n".encode())[0] == [[heading, "b"], ["1", "2"]]


def test_other_encodings_are_remarked():
    found, problems = rows("id;text\n1;Er sagt: „Schöne Grüße.“\n".encode("cp1252"))
    assert found[1] == ["1", "Er sagt: „Schöne Grüße.“"]
    assert problems.remarks == ["standard input: was read as cp1252."]


@pytest.mark.parametrize(
    ("heading", "sign"), [("a,b;c,d", ","), ("a;b;c,d", ";"), ("a\tb", "\t"), ("a|b", "|"), ('"a;b;c",d\nx;y;z;', ",")]
)
def test_the_sign_between_cells_is_that_of_the_heading(heading, sign):
    assert sign_of(heading) == sign


def test_a_table_of_one_column_keeps_its_commas():
    assert rows(b'text\nOne, two.\n"Three, ""four""."\n')[0] == [["text"], ["One, two."], ['Three, "four".']]


def test_marks_at_the_start_of_a_cell_are_words_where_nothing_is_quoted():
    assert rows(b'id\ttext\n1\t"I agree," he said.\n')[0][1] == ["1", '"I agree," he said.']
    assert rows(b'id\ttext\n1\t"I\tagree"\n2\t"""So,"" he said."\n')[0][1:] == [
        ["1", "I\tagree"],
        ["2", '"So," he said.'],
    ]


def test_a_file_that_changes_its_encoding_is_told():
    data = b"id,text\n" + b"1,abc\n" * 200_000 + b"2,\xff\n"
    with pytest.raises(BadInput, match=r"standard input, row \d+: is not utf-8-sig, as the file begins"):
        rows(data)


@pytest.mark.parametrize(
    "data",
    [
        b"a" * (200 * 1024 * 1024),
        b'id,text\n1,"' + b"a" * (200 * 1024 * 1024),
        b"id,text\n" + b"," * (20 * 1024 * 1024),
        b'id,text\n1,"' + (b"abc" * 99 + b"\n") * (200 * 1024),
    ],
    ids=["heading", "line", "cells", "lines"],
)
def test_endless_rows_end_soon_in_one_sentence(data):
    with in_time(60):
        tracemalloc.start()
        with pytest.raises(BadInput, match=r"standard input, row \d: is no row of a table, it has "):
            rows(data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 8 * LONGEST


def test_a_row_of_a_megabyte_is_read():
    text = "a," * 1_000_000
    assert rows(f'id,text\n1,"{text}"\n'.encode())[0][1] == ["1", text]
