from core.formats.jsonl import decode
from core.formats.table.columns import COLUMNS, MUST, rows_of
from tests.support.pace import in_time

TEXT = "“Ja”, sagt 👩🏽‍🚀. „Nein.“"


def test_the_text_stands_in_the_first_row_only():
    quotes = '{"id": "a", "start": 0, "end": 4, "status": "added"}, {"id": "b", "start": 17, "end": 24, "parent": "a"}'
    line = decode(f'{{"id": "d", "text": "{TEXT}", "quotes": [{quotes}]}}', where="x")
    first, second = rows_of(line)
    assert (first["article"], first["sha256"], first["fragments"]) == (TEXT, line.document.sha256, "0..4")
    assert "article" not in second
    assert (second["document_id"], second["quote_id"], second["parent"]) == ("d", "b", "a")
    assert set(first) <= set(COLUMNS)
    assert set(MUST) <= set(COLUMNS)


def test_an_article_without_quotes_has_a_row():
    (row,) = rows_of(decode(f'{{"id": "d", "text": "{TEXT}"}}', where="x"))
    assert row["article"] == TEXT
    assert "quote_id" not in row


def test_thousands_of_quotes_that_stand_in_others_are_rows_in_time():
    quotes = ", ".join(f'{{"id": "{n}", "start": 0, "end": 4, "parent": "{n // 2}"}}' for n in range(2, 20_000))
    line = decode(
        f'{{"id": "d", "text": "{TEXT}", "quotes": [{{"id": "1", "start": 0, "end": 4}}, {quotes}]}}', where="x"
    )
    with in_time(5):
        assert [row["parent"] for row in rows_of(line)] == [None, *(str(n // 2) for n in range(2, 20_000))]
