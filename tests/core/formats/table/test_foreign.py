import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import in_memory
from core.formats.table.foreign import Columns, foreign_lines, likely_columns

HEADING = [
    "Doc-ID",
    "Headline",
    "Published At",
    "Outlet",
    "Link",
    "Author",
    "Lang",
    "Full Text",
    "Section",
    "state",
    "",
]
CELLS = ["7", "T", "2020-01-01", "AP", "http://x", "Eva", "en", "Er sagt: „Ja.“", "Sport", "Texas", "z"]


def read(rows, heading=HEADING, given=None):
    problems = Problems()
    numbered = [(number, dict(zip(heading, row, strict=True))) for number, row in enumerate(rows, 2)]
    columns = Columns(heading, "t.csv", given)
    return list(foreign_lines(numbered, columns, in_memory(b"", "t.csv", "t"), problems, Reading())), problems


def test_columns_are_found_by_likely_names():
    assert likely_columns(HEADING) == dict(
        zip(("id", "title", "date", "source", "url", "author", "language", "text"), HEADING, strict=False)
    )


def test_a_row_is_an_article_and_other_columns_are_kept():
    (line,), problems = read([CELLS])
    document = line.document
    assert (document.id, document.title, document.date, document.source) == ("7", "T", "2020-01-01", "AP")
    assert (document.url, document.language, document.text) == ("http://x", "en", "Er sagt: „Ja.“")
    assert document.extra == {"Section": "Sport", "author": "Eva"}
    assert not problems


def test_an_article_without_an_id_has_the_files_and_the_row():
    assert read([["", *CELLS[1:]]])[0][0].document.id == "t-2"


def test_a_date_of_five_digits_is_the_day_that_spreadsheets_count_and_is_told():
    heading = ["text", "date"]
    found, problems = read([["Words.", date] for date in ("45000", "2024", "20240201", "1.2.2024")], heading)
    assert [one.document.date for one in found] == ["2023-03-15", "2024", "20240201", "1.2.2024"]
    assert problems.remarks == [
        "t.csv: dates that are numbers were read as spreadsheets count days: 45000 as 2023-03-15"
    ]


def test_rows_that_repeat_an_article_for_its_quotes_are_told():
    heading = ["id", "text", "quote", "speaker"]
    rows = [["1", "A “b” c “d”.", *said] for said in (("“b”", "Ana"), ("“d”", "Bob"), ("“b”", "Ana"), ("“d”", ""))]
    found, problems = read([*rows, ["2", "A “b” c “d”.", "“d”", "Bob"]], heading)
    assert [one.document.id for one in found] == ["1", "1", "2"]
    assert found[0].document.extra == {"quote": "“b”", "speaker": "Ana"}
    assert problems.first == [
        "t.csv: 2 rows repeat an earlier article with other words in “quote” and “speaker”; of each such article the first "
        "row was kept. Quotes are read from tables with Quotedesk’s own columns"
    ]


def test_columns_may_be_named_by_a_person():
    given = {"text": "Section", "title": ""}
    (line,), _ = read([CELLS], given=given)
    assert (line.document.text, line.document.title) == ("Sport", None)


def test_a_row_without_a_text_is_told():
    found, problems = read([[*CELLS[:7], " ", *CELLS[8:]], CELLS])
    assert len(found) == 1
    assert problems.first == ["t.csv, row 2: has no text in the column Full Text"]


def test_a_table_without_texts_lists_its_columns():
    with pytest.raises(BadInput) as caught:
        Columns(["a", "b" * 99, *["x"] * 22], "t.csv")
    shown = ", ".join(["a", "b" * 39 + "…", *["x"] * 18])
    assert str(caught.value) == (
        f"t.csv: has no column for the text of an article, such as text. It has: {shown} and 4 more"
    )


def test_a_column_that_is_not_there_is_told():
    with pytest.raises(BadInput, match=r"t.csv: has no column “Corpus”. It has: text"):
        Columns(["text"], "t.csv", {"text": "Corpus"})
