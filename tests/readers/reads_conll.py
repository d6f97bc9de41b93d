"""Columns by a reader of ten lines."""

from urllib.parse import unquote

import pytest
from truth import ends, exports, lines, told_apart, visible, who_and_what

KINDS = ("direct", "mixed", "indirect")


def articles(path):
    found = []
    for row in path.read_text("utf-8").split("\n"):
        if row.startswith("# ") and "\t" not in row:
            key, _, value = row[2:].partition(" = ")
            if key == "id":
                found.append(({}, []))
            found[-1][0][key] = unquote(value)
        elif row:
            found[-1][1].append(dict(zip(found[-1][0]["columns"].split(), row.split("\t"), strict=True)))
    return found


def spans(rows, column):
    """Yield where each span of a column begins and ends, with the row in which it begins."""
    for number, row in enumerate(rows):
        label = "speaker" if column == "mention" else column
        assert row[column] in ("O", f"B-{label}", f"I-{label}")
        if row[column].startswith("B-"):
            last = number
            while last + 1 < len(rows) and rows[last + 1][column].startswith("I-"):
                last += 1
            yield (int(row["start"]), int(rows[last]["end"])), row


@pytest.mark.parametrize(("which", "path"), exports("conll"))
def test_columns_are_the_quotes(which, path):
    found = articles(path)
    assert [(head["id"], head.get("annotator")) for head, _ in found] == list(map(who_and_what, lines(which)))
    for (_, rows), line in zip(found, lines(which), strict=True):
        text = line["text"]
        assert all(text[int(row["start"]) : int(row["end"])] == row["token"] for row in rows)
        quotes = {quote["id"]: quote for quote in line["quotes"]}
        told = [(kind, place, row) for kind in KINDS for place, row in spans(rows, kind)]
        pieces = told_apart([(kind, visible(text, *one)) for kind in KINDS for quote in quotes.values()
                             for one in quote["fragments"] if quote["kind"] == kind])  # fmt: skip
        for kind in KINDS:
            wanted = apart(pieces.get(kind, []))
            assert [place for each, place, _ in told if each == kind] == wanted
        for kind, (start, _), row in told:
            ids = [unquote(one) for one in row["quote"].split("|")]
            named = [quotes[one] for one in ids if quotes[one]["kind"] == kind]
            assert any(start in [visible(text, *one)[0] for one in quote["fragments"]] for quote in named)
            assert [unquote(one) for one in row["speaker"].split("|")] == [
                quotes[one]["speaker_name"] or "_" for one in ids
            ]
            assert row["speaker_type"].split("|") == [quotes[one]["speaker_type"] for one in ids]
        for column, key in (("cue", "cue"), ("mention", "speaker")):
            wanted = apart({visible(text, *ends(quote[key])) for quote in quotes.values() if quote[key]})
            assert [place for place, _ in spans(rows, column)] == wanted


def apart(places):
    """Return spans without those that share words with one that stays: the first, of equals the longest."""
    kept, reached = [], 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached and start < end:
            kept.append((start, end))
            reached = end
    return kept
