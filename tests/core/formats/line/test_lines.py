import io

import pytest

from core.errors import BadInput
from core.formats.line.lines import check_head, lines, write_lines
from core.formats.problems import Problems
from core.formats.source import LONGEST, opened


def read(data):
    problems = Problems()
    with opened(io.BytesIO(data)) as file:
        return list(lines(file, problems)), problems


def test_lines_are_numbered_and_blank_ones_skipped():
    found, problems = read(b"\xef\xbb\xbfa\n\n \nb")
    assert found == [(1, b"a\n"), (4, b"b")]
    assert not problems


def test_a_long_line_is_told():
    found, problems = read(b"a" * (LONGEST + 9) + b"\nb\n")
    assert found == [(2, b"b\n")]
    assert problems.first == ["standard input, line 1: is longer than 32 MB"]


def test_an_empty_file_is_told():
    assert read(b"\n")[1].first == ["standard input: is empty"]


def test_what_is_no_text_is_refused():
    with (
        opened(io.BytesIO(b"PK\x03\x04\xff\xfe")) as file,
        pytest.raises(BadInput, match="is not a text file in UTF-8"),
    ):
        check_head(file)


def test_each_line_is_written_with_its_end_and_counted():
    out = io.BytesIO()
    assert write_lines(iter([b"a", b"b"]), out) == 2
    assert out.getvalue() == b"a\nb\n"
    assert write_lines([], out) == 0
