import io

import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import opened
from core.formats.table.tables import MOST_COLUMNS, heading_of, is_own, read_table, refusal, told_apart

OWN = ["document_id", "quote_id", "fragments", "article"]


def read(*rows, **reading):
    problems = Problems()
    with opened(io.BytesIO()) as file:
        numbered = iter(list(enumerate(rows, 1)))
        heading = heading_of(numbered, file.name)
        return list(read_table(heading, numbered, file, problems, Reading(**reading))), problems


def test_a_table_is_ours_by_its_heading():
    assert is_own(OWN)
    (line,), _ = read(OWN, ["d", "a", "0:4", "“Ja” sagt er"])
    assert line.layer.quotes[0].id == "a"


def test_other_tables_have_an_article_in_each_row():
    found, problems = read([], ["", " "], ["id ", "text"], [], ["a", "x"], ["", ""], ["b", "y"])
    assert [line.document.id for line in found] == ["a", "b"]
    assert not problems


def test_columns_that_a_person_named_make_any_table_foreign():
    (line,), _ = read(OWN, ["d", "a", "0:4", "x"], columns={"text": "article", "id": "quote_id"})
    assert (line.document.id, line.layer.quotes) == ("a", ())


def test_our_table_without_texts_is_told():
    with pytest.raises(BadInput, match=r"standard input: holds no text of the articles \(column article\)"):
        read(OWN[:3], ["d", "a", "0:4"])


def test_a_row_longer_than_the_heading_is_told():
    found, problems = read(["id", "text"], ["a", "x, y", "z"], ["b", "y", ""])
    assert [line.document.id for line in found] == ["b"]
    assert problems.first == ["standard input, row 2: has 3 cells, but there are 2 columns"]


def test_an_empty_table_is_told():
    assert read()[1].first == read([""])[1].first == ["standard input: is empty"]


def test_too_many_columns_are_refused():
    with pytest.raises(BadInput, match="t: has 16,385 columns; a table may have 16,384"):
        heading_of(iter([(1, ["a"] * (MOST_COLUMNS + 1))]), "t")


def test_a_column_that_is_there_twice_is_told_and_its_values_are_kept():
    (line,), problems = read(["id", "text", "Title", "text", "title"], ["a", "Lead.", "one", "Body.", "two"])
    assert (line.document.text, line.document.title) == ("Lead.", "one")
    assert line.document.extra == {"text (2)": "Body.", "title (2)": "two"}
    assert problems.remarks == [
        "standard input: has another column “text” already; the first was taken, this one is kept as “text (2)”",
        "standard input: has another column “title” already; the first was taken, this one is kept as “title (2)”",
    ]


def test_columns_are_told_apart_by_numbers_that_no_other_one_has():
    assert told_apart(["a", "A", "a (2)", "", "", "a"]) == ["a", "A (3)", "a (2)", "", "", "a (4)"]


def test_a_heading_without_rows_is_told():
    for heading in (["id", "text"], OWN):
        found, problems = read(heading, [""], [])
        assert (found, problems.first) == ([], ["standard input: has a heading, but no rows below it"])


def test_a_table_is_refused_by_its_heading_alone():
    assert refusal(OWN, "t", Reading()) is None
    assert refusal(["id", "body"], "t", Reading()) is None
    assert "has no column for the text" in str(refusal(["id", "note"], "t", Reading()))
    assert "has no column “x”" in str(refusal(["id", "body"], "t", Reading(columns={"text": "x"})))
