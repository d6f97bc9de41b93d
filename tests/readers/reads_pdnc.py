"""The tables of PDNC as its users read them: csv, and ast for the lists in cells."""

import ast
import csv

import pytest
from truth import by_file, exports

MARKS = "“”„‟«»‹›‘’‚\"'「」"


def rows_of(path):
    csv.field_size_limit(1 << 25)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("which", "folder"), exports("pdnc"))
def test_quotations_are_the_quotes(which, folder):
    assert {path.name for path in folder.iterdir() if path.is_dir()} == by_file(which).keys()
    for stem, line in by_file(which).items():
        text = (folder / stem / "novel_text.txt").read_text("utf-8")
        assert text == line["text"].replace("\r\n", "\n").replace("\r", "\n")
        names = {row["Main Name"] for row in rows_of(folder / stem / "character_info.csv")}
        rows = rows_of(folder / stem / "quotation_info.csv")
        for row, quote in zip(rows, line["quotes"], strict=True):
            spans = ast.literal_eval(row["quoteByteSpans"])
            words = [text[start:end] for start, end in spans]
            assert ast.literal_eval(row["subQuotationList"]) == words
            assert row["quoteText"] == " ".join(words)
            said = [each.replace("\r\n", "\n") for each in quote["surface"]]
            assert all(each in (one, one[1:], one[:-1], one[1:-1]) for each, one in zip(words, said, strict=True))
            assert all(one.replace(each, "").strip(MARKS) == "" for each, one in zip(words, said, strict=True))
            assert row["speaker"] == (quote["speaker_name"] if quote["speaker_name"] is not None else "nan")
            assert (row["kind"], row["status"], row["speakerType"]) == (
                quote["kind"],
                quote["status"],
                quote["speaker_type"],
            )
            assert (row["parentID"] or None) == quote["parent"]
            assert quote["speaker_id"] is None or row["speaker"] in names
