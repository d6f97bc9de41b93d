import pytest

from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.table.own import own_lines
from core.model.identity import sha256_of

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


def test_a_confidence_that_was_spoilt_costs_no_more_than_itself():
    (line,), problems = read(ROW | {"confidence": "875"}, OTHER | {"confidence": "high"})
    assert [quote.confidence for quote in line.layer.quotes] == [None, None]
    assert problems.remarks == ["t.csv: 2 times a confidence that is no number from 0 to 1 was left out."]


@pytest.mark.parametrize(
    ("word", "is_so"), [("yes", True), ("TRUE", True), ("x", True), ("no", False), ("FALSE", False)]
)
def test_yes_and_no_may_be_said_as_a_spreadsheet_says_them(word, is_so):
    (line,), _ = read(ROW | {"flagged": word, "sure": word, "kind": "Direct", "status": "Accepted "})
    (quote,) = line.layer.quotes
    assert (quote.flagged, quote.sure, quote.kind, quote.status) == (is_so, is_so, "direct", "accepted")


def test_blanks_round_a_name_make_nobody_else():
    (line,), _ = read(ROW, OTHER | {"speaker": "Eva "})
    assert [quote.speaker_id for quote in line.layer.quotes] == ["s1", "s1"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_that_a_spreadsheet_changed_are_as_they_were(end):
    text = f"“Ja”,{end}sagt Eva.{end}"
    for found in (
        text,
        text.replace("\r\n", "\n").replace("\r", "\n"),
        text.replace("\r\n", "\n").replace("\n", "\r\n"),
    ):
        (line,), problems = read(ROW | {"article": found, "sha256": sha256_of(text)})
        assert (line.document.text, problems.count) == (text, 0)


def test_a_text_that_was_cut_off_is_told_as_such():
    _, problems = read(ROW | {"article": "a" * 32_767, "sha256": sha256_of("a" * 40_000)})
    assert "the text was cut off at 32,767 characters by a spreadsheet" in problems.first[0]


def test_a_row_that_is_wrong_is_named_itself():
    _, problems = read(ROW, OTHER | {"parent": "gone"})
    assert problems.first == ["t.csv, row 3: parent: gone is no quote of this line"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"article": ""},
            "t.csv, row 2: no row of d holds its text (column article). Export the table anew, or put that row back.",
        ),
        ({"fragments": "0-4"}, "t.csv, row 2, fragments: “0-4” is no span such as 10..15"),
        ({"fragments": "0:99"}, "t.csv, row 2: fragments: 0-99 lies outside the text of 33 characters"),
        ({"fragments": ""}, "t.csv, row 2: says nowhere where the quote stands: fragments is empty, and start or end"),
        (
            {"fragments": "04:19:00 PM"},
            "t.csv, row 2, fragments: a spreadsheet made the time “04:19:00 PM” of a position. Export anew, and let it "
            "keep that column as text.",
        ),
        ({"sure": "nein"}, "t.csv, row 2, sure: “nein” is neither yes nor no"),
        ({"kind": "loud"}, "t.csv, row 2: kind: 'loud' is not one of direct, mixed, indirect"),
        (
            {"sha256": "0"},
            "t.csv, row 2: the text (column article) is another one than was exported; sometimes a spreadsheet reads it "
            "in another encoding or changes its line ends. Export anew as .xlsx, or open the CSV as UTF-8.",
        ),
        ({"document_id": ""}, "t.csv, row 2: id: is empty"),
    ],
)
def test_a_wrong_row_is_told_and_the_next_article_read(change, said):
    found, problems = read(ROW | change, ROW | {"document_id": "next", "article": TEXT})
    assert [line.document.id for line in found] == ["next"]
    assert problems.first == [said]
