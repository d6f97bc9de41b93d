"""brat's stand-off files by bioc, whose parser follows brat's own documentation."""

import re

import pytest
from bioc import brat
from truth import by_file, ends, exports, slices

KINDS = {"Direct": "direct", "Mixed": "mixed", "Indirect": "indirect"}
SECONDS = {"Joint": "joint", "Alternative": "alternative", "Relayed_by": "relayed_by"}


def opened(folder, stem):
    # Without the change of line ends that bioc's own `scandir` makes: brat counts each character of the file.
    texts = ((folder / f"{stem}.{suffix}").open(encoding="utf-8", newline="") for suffix in ("txt", "ann"))
    text, ann = texts
    with text, ann:
        return brat.load(text, ann, stem)


def places(entity):
    return sorted([one.begin, one.end] for one in entity.locations)


@pytest.mark.parametrize(("which", "folder"), exports("brat"))
def test_annotations_are_the_quotes(which, folder):
    assert {path.stem for path in folder.glob("*.ann")} == by_file(which).keys()
    for stem, line in by_file(which).items():
        same(opened(folder, stem), line)


def same(doc, line):
    text = line["text"]
    assert doc.text == text
    entities = {one.id: one for one in doc.entities}
    for one in entities.values():
        assert one.text == " ".join(slices(text, places(one))).rstrip()
        assert not re.search("[\r\n]", one.text)
    quotes = [one for one in entities.values() if one.type in KINDS]
    names = {note.refid: note.text for note in doc.notes if note.type == "AnnotatorNotes"}
    marks = {(mark.refid, mark.type): next(iter(mark.attributes), "") for mark in doc.attributes}
    links = {}
    for one in doc.relations:
        links.setdefault((one.type, one.arguments["Arg1"]), []).append(places(entities[one.arguments["Arg2"]]))
    cues = {
        one.arguments["Arg2"]: places(entities[one.arguments["Arg1"]]) for one in doc.relations if one.type == "Cue_of"
    }
    told = [
        (
            KINDS[one.type],
            places(one),
            names.get(one.id),
            marks[one.id, "Status"],
            marks[one.id, "Speaker_type"],
            marks.get((one.id, "Factuality")),
            links.get(("Said_by", one.id), [[]])[0],
            sorted((kind, place) for name, kind in SECONDS.items() for place in links.get((name, one.id), ())),
            cues.get(one.id, []),
        )
        for one in quotes
    ]
    assert sorted(map(repr, told)) == sorted(repr(expected(quote, text)) for quote in line["quotes"])


def expected(quote, text):
    seconds = [
        (one["relation"], pieces(text, [ends(one["speaker"])])) for one in quote["more_speakers"] if one["speaker"]
    ]
    return (
        quote["kind"],
        pieces(text, quote["fragments"]),
        " ".join((quote["speaker_name"] or "").split()) or None,
        quote["status"],
        quote["speaker_type"],
        quote["attributes"].get("factuality"),
        pieces(text, [ends(quote["speaker"])]) if quote["speaker"] else [],
        sorted(seconds),
        pieces(text, [ends(quote["cue"])]) if quote["cue"] else [],
    )


def pieces(text, spans):
    """Return spans without line breaks, at which brat parts them."""
    return [
        [start + found.start(), start + found.end()]
        for start, end in spans
        for found in re.finditer("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", text[start:end])
    ]
