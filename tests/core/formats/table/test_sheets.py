import pytest

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import in_memory
from core.formats.table.sheets import Sheet, columns_of, read_sheets

ARTICLES = (["title", "text"], ["A", "One."], ["B", ""])
NOTES = (["Made by", "Ann"], ["x", "y"])


def sheets(**rows: tuple[list[str], ...]) -> list[Sheet]:
    return [Sheet(title, iter(list(enumerate(some, 1)))) for title, some in rows.items()]


def read(reading: Reading | None = None, **rows: tuple[list[str], ...]):
    problems = Problems()
    found = list(read_sheets(sheets(**rows), in_memory(b"", "t.xlsx", "t"), problems, reading or Reading()))
    return [(line.document.id, line.document.text) for line in found], problems


def test_each_sheet_with_articles_is_read_and_problems_name_it():
    found, problems = read(y2023=ARTICLES, y2024=(["text"], ["Two."]))
    assert found == [("t-2", "One."), ("t-y2024-2", "Two.")]
    assert problems.first == ["t.xlsx, sheet y2023, row 3: has no text in the column text"]


def test_sheets_without_articles_are_named():
    found, problems = read(Notes=NOTES, Articles=ARTICLES[:2], Empty=([], [""]))
    assert found == [("t-Articles-2", "One.")]
    assert problems.remarks == ["t.xlsx: left out 1 sheet without a column for texts: “Notes”"]


def test_one_sheet_alone_needs_no_name():
    found, problems = read(Articles=ARTICLES, Empty=())
    assert (found, problems.first) == ([("t-2", "One.")], ["t.xlsx, row 3: has no text in the column text"])


def test_a_workbook_without_articles_is_refused_and_an_empty_one_told():
    with pytest.raises(
        BadInput, match=r"t.xlsx: has no column for the text of an article, such as text. It has: Made by"
    ):
        read(Notes=NOTES, More=NOTES)
    assert read(Empty=())[1].first == ["t.xlsx: is empty"]


def test_columns_that_a_person_named_choose_the_sheet():
    found, _ = read(Reading(columns={"text": "Ann"}), Articles=ARTICLES, Notes=NOTES)
    assert found == [("t-Notes-2", "y")]


def test_the_columns_are_those_of_the_first_sheet_with_articles():
    assert columns_of(sheets(Notes=NOTES, Articles=(["text", "text"],)), "t") == ["text", "text (2)"]
    assert columns_of(sheets(Notes=NOTES), "t") == ["Made by", "Ann"]
    assert columns_of([], "t") == []
