import io
import json
from collections import defaultdict
from urllib.parse import unquote

from hypothesis import given

from core.formats.conll import COLUMNS, Conll, tokens
from core.formats.jsonl import decode
from core.formats.training.apart import apart
from core.model.spans import Span
from tests.core.formats.drawing import annotated
from tests.support.pace import in_time

TEXT = "“Go,” Ana and Ben said on Monday. “Or stay.”\r\n\r\n“I\tnever said he wrote ‘no’,” 👩🏽‍🚀 said.\nMr. Li left. He’s gone."
AT = {word: (TEXT.index(word), TEXT.index(word) + len(word)) for word in ("“Go,”", "“Or stay.”", "said", "Ana")}


def rows(*lines) -> list[str]:
    out = io.BytesIO()
    assert Conll().write(lines, out) == len(lines)
    return out.getvalue().decode().split("\n")


def line(*quotes, **more):
    return decode(json.dumps({"id": "a", "text": TEXT, "quotes": list(quotes)} | more), where="x")


def parsed(written: list[str]) -> dict[str, list[tuple[int, int, str]]]:
    """The spans of each column, with what stands at their B."""
    spans = defaultdict(list)
    for row in written:
        if row and not row.startswith("# "):
            cells = dict(zip(COLUMNS, row.split("\t"), strict=True))
            for column in ("direct", "mixed", "indirect", "cue", "mention"):
                of = {"cue": "cue_of", "mention": "mention_of"}.get(column, "quote")
                if cells[column].startswith("B-"):
                    spans[column].append((int(cells["start"]), int(cells["end"]), cells[of]))
                elif cells[column].startswith("I-"):
                    start, _, ids = spans[column][-1]
                    spans[column][-1] = (start, int(cells["end"]), ids)
    return spans


def test_spans_are_restored_from_the_table_with_their_quotes():
    split = {"id": "q1", "fragments": [AT["“Go,”"], AT["“Or stay.”"]], "kind": "direct"}
    split |= {"cue": dict(zip(("start", "end"), AT["said"], strict=True)), "speaker_name": "Ana|B"}
    split |= {"speaker": dict(zip(("start", "end"), AT["Ana"], strict=True))}
    written = rows(line(split))
    spans = parsed(written)
    assert spans["direct"] == [(*AT["“Go,”"], "q1"), (*AT["“Or stay.”"], "q1")]
    assert spans["cue"] == [(*AT["said"], "q1")]
    assert spans["mention"] == [(*AT["Ana"], "q1")]
    begins = [row.split("\t") for row in written if "B-direct" in row]
    assert [cells[9] for cells in begins] == ["Ana%7CB", "Ana%7CB"]


def test_a_row_has_all_columns_and_an_article_begins_with_its_id():
    written = rows(line(title="Two\nlines", language="en", annotator="ana"))
    assert written[:4] == ["# id = a", "# title = Two%0Alines", "# language = en", "# annotator = ana"]
    assert f"# columns = {' '.join(COLUMNS)}" in written
    row = "Ana	6	9	O	O	O	O	O	_	_	_	_	_	_"
    assert row in written


def test_of_nested_quotes_of_one_kind_the_outermost_wins_and_other_kinds_have_their_own_column():
    start = TEXT.index("“I")
    quotes = [
        {"id": "inner", "start": start + 1, "end": start + 2, "kind": "direct"},
        {"id": "outer", "start": start, "end": start + 26, "kind": "direct"},
        {"id": "said", "start": start, "end": start + 8, "kind": "indirect"},
    ]
    written = rows(line(*quotes))
    spans = parsed(written)
    assert spans["direct"] == [(start, start + 26, "outer|said")]
    assert spans["indirect"][0][:2] == (start, start + 8)


def test_sentences_and_paragraphs_end_with_a_blank_line_but_never_a_span():
    def blocks(*quotes):
        words = [row.partition("\t")[0] for row in rows(line(*quotes)) if not row.startswith("# ")]
        return "\n".join(words).strip().split("\n\n")

    plain = blocks()
    assert [block.split("\n")[0] for block in plain] == ["“", "“", "“", "Mr", "He"]
    whole = {"id": "q", "start": 0, "end": len(TEXT), "kind": "mixed"}
    assert len(blocks(whole)) == 1


def test_a_text_of_nothing_but_closing_marks_takes_no_longer_than_another():
    with in_time(10):
        written = rows(decode(json.dumps({"id": "a", "text": "It ended." + " ”" * 30_000 + " So."}), where="x"))
        assert written.count("") == 30_003


def test_words_keep_their_accents_and_emoji_their_parts():
    text = "e\u0301te\u0301 👩🏽‍🚀 हिन्दी में don't a\x00b"
    assert [text[a:b] for a, b in tokens(text)] == [
        "e\u0301te\u0301",
        "👩🏽‍🚀",
        "हिन्दी",
        "में",
        "don",
        "'",
        "t",
        "a",
        "b",
    ]
    assert tokens("abcd", [1, 3]) == [Span(0, 1), Span(1, 3), Span(3, 4)]


@given(annotated())
def test_no_text_breaks_the_table_and_every_outermost_span_comes_back(given_line):
    written = rows(given_line)
    text = given_line.document.text
    for row in written:
        if row and not row.startswith("# "):
            cells = row.split("\t")
            assert len(cells) == len(COLUMNS)
            assert cells[0] == text[int(cells[1]) : int(cells[2])]
    assert unquote(written[0]) == f"# id = {given_line.document.id}" or given_line.document.id.strip("\t ") in "_%"
    found = parsed(written)
    places = tokens(text, [edge for quote in given_line.layer.quotes for edge in edges(quote)])
    for kind in ("direct", "mixed", "indirect"):
        wanted = []
        for quote in given_line.layer.quotes:
            if quote.kind == kind:
                wanted += [visible(places, one) for one in quote.fragments]
        wanted = [one for one in wanted if one]
        assert [one[:2] for one in found[kind]] == [wanted[number] for number in apart(wanted)]


def edges(quote):
    for span in (*quote.fragments, quote.mention, quote.cue):
        yield from span or ()


def visible(places, span):
    """The span less what is no token at its edges."""
    inside = [one for one in places if span.start <= one.start and one.end <= span.end]
    return Span(inside[0].start, inside[-1].end) if inside else None


def test_the_same_articles_give_the_same_bytes():
    assert rows(line(), line()) == rows(line(), line())
    assert rows() == [""]
