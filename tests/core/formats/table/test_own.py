import pytest

from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.table.own import own_lines

TEXT = "“Ja”, sagt Eva. „Nein“, sagt Ben."
ROW = {"document_id": "d", "annotator": "ana", "quote_id": "a", "fragments": "0:4", "status": "added", "kind": "direct",
       "speaker": "Eva", "speaker_id": "s1", "speaker_type": "named"}  # fmt: skip
OTHER = ROW | {"quote_id": "b", "fragments": "16:22", "mention_at": "29:32"}


def read(*rows):
    problems = Problems()
    first, *others = rows
    numbered = list(enumerate([{"article": TEXT} | first, *others], 2))
    return list(own_lines(numbered, "t.csv", problems, Reading(annotator="me"))), problems


def test_the_rows_of_an_article_are_one_line():
    (line,), problems = read(ROW, OTHER)
    assert (line.document.id, line.document.text, line.layer.annotator) == ("d", TEXT, "ana")
    assert [(quote.id, quote.speaker_id, quote.mention) for quote in line.layer.quotes] == [
        ("a", "s1", None),
        ("b", "s1", (29, 32)),
    ]
    assert not problems


def test_another_annotator_or_another_text_begins_a_line():
    assert len(read(ROW, OTHER | {"annotator": "ben", "article": TEXT})[0]) == 2
    assert len(read(ROW, ROW | {"article": TEXT})[0]) == 2


def test_a_name_that_was_changed_in_a_row_is_somebody_else():
    (line,), _ = read(ROW, OTHER | {"speaker": "Ben"})
    first, second = line.layer.quotes
    assert (first.speaker_id, first.speaker_name) == ("s1", "Eva")
    assert (second.speaker_id != "s1", second.speaker_name) == (True, "Ben")


def test_a_name_that_was_emptied_is_nobody():
    (line,), _ = read(ROW, OTHER | {"speaker": ""})
    assert (line.layer.quotes[1].speaker_name, line.layer.quotes[1].speaker_type) == (None, "undecided")


def test_a_row_that_a_person_added_needs_only_a_place():
    (line,), problems = read(
        ROW, {"document_id": "d", "annotator": "ana", "start": "16", "end": "22", "speaker": "Ben"}
    )
    quote = line.layer.quotes[1]
    assert (quote.fragments, quote.kind, quote.quoted, quote.status) == (((16, 22),), "direct", ((16, 22),), "accepted")
    assert not problems


def test_a_number_may_have_a_comma():
    (line,), _ = read(ROW | {"confidence": "0,5"})
    assert line.layer.quotes[0].confidence == 0.5


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"article": ""},
            "t.csv, row 2: the rows of d hold no text (column article). The rows of an article must stand together.",
        ),
        ({"fragments": "0-4"}, "t.csv, row 2, fragments: “0-4” is no span such as 10:15"),
        ({"fragments": "0:99"}, "t.csv, row 2: quotes[0].fragments: 0-99 lies outside the text of 33 characters"),
        ({"fragments": ""}, "t.csv, row 2, fragments: “:” is no span such as 10:15"),
        ({"confidence": "high"}, "t.csv, row 2, confidence: “high” is no number"),
        ({"kind": "loud"}, "t.csv, row 2: quotes[0].kind: 'loud' is not one of direct, mixed, indirect"),
        ({"sha256": "0"}, "t.csv, row 2: sha256: is not that of the text, so one of them was changed"),
        ({"document_id": ""}, "t.csv, row 2: id: is empty"),
    ],
)
def test_a_wrong_row_is_told_and_the_next_article_read(change, said):
    found, problems = read(ROW | change, ROW | {"document_id": "next", "article": TEXT})
    assert [line.document.id for line in found] == ["next"]
    assert problems.first == [said]
