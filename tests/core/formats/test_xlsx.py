import contextlib
import io
import json
import random
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given
from msgspec.structs import replace

from core.errors import BadInput
from core.formats.articles import articles
from core.formats.jsonl import decode
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.table.columns import COLUMNS
from core.formats.xlsx import Xlsx
from tests.core.formats.drawing import annotated
from tests.core.formats.test_csv_table import without_losses

TEXT = '=1+1 said "cmd" and\r\n“go,” 👩🏽‍🚀 said. \x01 _x0041_ '


def line(text=TEXT, **quote):
    base = {"id": "q1", "fragments": [[10, 15], [21, 26]], "status": "accepted", "confidence": 0.1 + 0.2}
    return decode(
        json.dumps({"id": "007", "text": text, "quotes": [base | quote]}), where="x", reading=Reading(at="2026-01-01")
    )


def written(*lines):
    out = io.BytesIO()
    assert Xlsx().write(lines, out) == sum(len(one.layer.quotes) or 1 for one in lines)
    assert not out.closed
    return out.getvalue()


def read(data: bytes, reading: Reading | None = None):
    problems = Problems()
    return list(Xlsx().read(io.BytesIO(data), problems, reading)), problems


def workbook(*rows):
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@given(annotated())
def test_what_was_written_is_read_but_for_what_is_told_as_lost(line):
    found, problems = read(written(line, line))
    assert problems.first == []
    assert [replace(one, layer=replace(one.layer, speakers=())) for one in found] == [without_losses(line)] * 2


def test_the_same_lines_give_the_same_bytes():
    data = written(line())
    assert data == written(line())
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {part.date_time for part in packed.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_nothing_is_a_formula_and_numbers_are_numbers():
    sheet = openpyxl.load_workbook(io.BytesIO(written(line(comment="=1+1", speaker_name="+1")))).active
    row = dict(zip(COLUMNS, sheet[2], strict=True))
    assert (row["comment"].value, row["comment"].data_type, row["speaker"].data_type) == ("=1+1", "s", "s")
    assert (row["confidence"].value, row["start"].value, row["document_id"].value) == (0.1 + 0.2, 10, "007")


def test_a_long_text_goes_on_in_further_rows():
    text = "He said “yes” 👩🏽‍🚀. " * 5000
    data = written(line(text))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    cells = [row[COLUMNS.index("article")] or "" for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(cells) > 3
    assert max(len(cell.encode("utf-16-le")) // 2 for cell in cells) <= 32_767
    assert read(data)[0] == [line(text)]


def test_workbooks_of_others_are_read():
    rows = [
        ["ID", "Body", "Date", "Rank", "Formula"],
        [7, "Ja, sagt er.", datetime(2020, 6, 19), 1.5, "=1+1"],
        [8.0, None],
        [],
        [9, 5],
    ]
    found, problems = read(workbook(*rows))
    assert [(one.document.id, one.document.text, one.document.date) for one in found] == [
        ("7", "Ja, sagt er.", "2020-06-19"),
        ("9", "5", None),
    ]
    assert found[0].document.extra == {"Rank": "1.5"}
    assert problems.first == ["standard input, row 3: has no text in the column Body"]


def test_dates_that_are_numbers_are_days_and_merged_rows_are_told():
    book = openpyxl.Workbook()
    for row in (["id", "text", "date", "source"], [1, "One.", 45000, "AP"], [2, "Two.", 2024], [3, "Three."]):
        book.active.append(row)
    book.active.merge_cells("D2:D4")
    book.active.merge_cells("A6:C6")
    out = io.BytesIO()
    book.save(out)
    found, problems = read(out.getvalue())
    assert [(one.document.date, one.document.source) for one in found] == [
        ("2023-03-15", "AP"), ("2024", None), (None, None),
    ]  # fmt: skip
    assert problems.remarks == [
        "standard input: has cells that are merged over several rows (1, the first is D2:D4); what they say was taken "
        "for the first of these rows only",
        "standard input: dates that are numbers were read as spreadsheets count days: 45000 as 2023-03-15",
    ]


def test_a_person_may_say_which_column_is_which():
    data = workbook(["a", "b"], [1, "Words."])
    assert Xlsx().columns(io.BytesIO(data)) == ["a", "b"]
    assert read(data, Reading(columns={"text": "b"}))[0][0].document.text == "Words."
    with pytest.raises(BadInput, match=r"standard input: has no column for the text of an article.*It has: a, b"):
        read(data)


def test_an_empty_workbook_is_told():
    assert read(workbook())[1].first == ["standard input: is empty"]
    assert Xlsx().columns(io.BytesIO(workbook())) == []


@pytest.mark.parametrize("data", [b"", b"text", written(line())[:900], b"PK\x03\x04" * 99])
def test_what_is_no_workbook_is_told(data):
    with pytest.raises(BadInput, match=r"standard input: is no Excel workbook \(.xlsx\) that can be read"):
        read(data)


def test_damaged_workbooks_end_in_a_sentence():
    data, chance = written(line()), random.Random(1)
    with zipfile.ZipFile(io.BytesIO(data)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    for _ in range(60):
        name = chance.choice(list(parts))
        place = chance.randrange(len(parts[name]))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for each, content in parts.items():
                if each != name:
                    packed.writestr(each, content)
                elif chance.random() < 0.8:
                    packed.writestr(each, content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :])
        # Whatever is damaged, nothing but a sentence may come out.
        with contextlib.suppress(BadInput):
            read(out.getvalue())


def test_a_row_far_below_ends_soon():
    sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
    cell = '<c r="A{0}" t="inlineStr"><is><t>text</t></is></c>'
    row = "".join(f'<row r="{n}">{cell.format(n)}</row>' for n in (1, 2, 99_999_999_999))
    with zipfile.ZipFile(io.BytesIO(written(line()))) as given:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for name in given.namelist():
                packed.writestr(name, sheet.format(row) if "sheet1" in name else given.read(name))
    assert [one.document.text for one in read(out.getvalue())[0]] == ["text"]


def test_a_workbook_is_found_by_its_name_or_content(tmp_path):
    for name in ("a.xlsx", "a.data"):
        (tmp_path / name).write_bytes(written(line()))
        assert list(articles([tmp_path / name], Problems())) == [line()]
    assert not Xlsx().recognises(b"PK\x03\x04 word/document.xml")


def test_every_sheet_with_articles_is_read(tmp_path):

    book = openpyxl.Workbook()
    book.active.append(["Made by Ann"])
    for year in ("2023", "2024"):
        sheet = book.create_sheet(year)
        sheet.append(["id", "text"])
        sheet.append([year, f"In {year}."])
    book.save(tmp_path / "years.xlsx")
    problems = Problems()
    found = list(Xlsx().read(tmp_path / "years.xlsx", problems))
    assert [(line.document.id, line.document.text) for line in found] == [("2023", "In 2023."), ("2024", "In 2024.")]
    assert problems.remarks == [f"{tmp_path / 'years.xlsx'}: left out 1 sheet without a column for texts: “Sheet”"]
    assert Xlsx().columns(tmp_path / "years.xlsx") == ["id", "text"]
