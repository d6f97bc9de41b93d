"""What a table of quotes must say, whatever program has opened it."""

from truth import ends, lines, who_and_what

GAP = " […] "


def check(which, rows):
    """Compare rows, all cells as text, with the dataset."""
    known = {who_and_what(line): line for line in lines(which)}
    articles, told = {}, {key: [] for key in known}
    for row in rows:
        key = (row["document_id"], row["annotator"] or None)
        if row["article"]:
            articles[key] = articles.get(key, "") + row["article"]
        if row["quote_id"]:
            told[key].append(row)
    assert articles == {key: line["text"] for key, line in known.items()}
    for key, line in known.items():
        assert [row["quote_id"] for row in told[key]] == [quote["id"] for quote in line["quotes"]]
        for row, quote in zip(told[key], line["quotes"], strict=True):
            same(line, quote, row)


def same(line, quote, row):
    """Compare one row with its quote."""
    text = line["text"]
    assert row["text"] == GAP.join(quote["surface"])
    assert spans(row["fragments"]) == [tuple(one) for one in quote["fragments"]]
    assert spans(row["quoted"]) == [tuple(one) for one in quote["quoted"]]
    assert (int(row["start"]), int(row["end"])) == (quote["start"], quote["end"])
    for name, place in (("mention", quote["speaker"]), ("cue", quote["cue"])):
        assert spans(row[f"{name}_at"]) == [ends(place)] * bool(place)
        assert row[name] == (text[slice(*ends(place))] if place else "")
    for key in ("kind", "speaker_type", "status", "comment"):
        assert row[key] == quote[key]
    for key, value in (("speaker", "speaker_name"), ("speaker_id", "speaker_id"), ("parent", "parent")):
        assert (row[key] or None) == quote[value]
    assert (row["flagged"], row["sure"]) == tuple("yes" if quote[key] else "no" for key in ("flagged", "sure"))
    assert (float(row["confidence"]) if row["confidence"] else None) == quote["confidence"]
    assert (row["via"] or None) == (quote["decided"] or {}).get("via")
    assert all((second["speaker_name"] or "") in row["more_speakers"] for second in quote["more_speakers"])
    assert all(second["relation"] in row["more_speakers"] for second in quote["more_speakers"])
    assert all(key in row["attributes"] and value in row["attributes"] for key, value in quote["attributes"].items())


def spans(cell):
    """Return the spans of a cell: "3:9 12:20"."""
    return [tuple(map(int, one.split(".."))) for one in cell.split()]
