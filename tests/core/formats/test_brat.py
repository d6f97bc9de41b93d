import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from core.errors import BadInput
from core.formats.brat import Brat
from core.formats.folder import without_companions
from core.formats.line.decoding import decode_object
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from tests.core.formats.drawing import annotated

TEXT = 'Čapek 😀 said: "It rains.\r\nIt pours," and she agreed. "So be it."'


def line(**more):
    raw = {"id": "wire/7", "text": TEXT, "annotator": "ana", "title": "Rain"} | more
    return decode_object(raw, where="x", reading=Reading())


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def read(folder: Path, name: str, reading: Reading | None = None):
    problems = Problems()
    return list(Brat().read(folder / name, problems, reading)), problems


def foreign(folder: Path, text: str, *annotations: str):
    (folder / "a.txt").write_bytes(text.encode())
    (folder / "a.ann").write_text("\n".join(annotations) + "\n", encoding="utf-8")
    return read(folder, "a.ann", Reading())


def example():
    quotes = [
        {
            "id": "q1",
            "fragments": [span('"It rains.\r\nIt pours,"'), span('"So be it."')],
            "kind": "direct",
            "speaker": dict(zip(("start", "end"), span("Čapek"), strict=True)),
            "speaker_name": "Karel Čapek",
            "cue": dict(zip(("start", "end"), span("said"), strict=True)),
            "status": "corrected",
            "comment": "two\nlines",
            "sure": False,
        },
        {"id": "q2", "fragments": [span("It rains")], "kind": "mixed", "quoted": [span("rains")], "parent": "q1"},
    ]
    speakers = [{"id": "s1", "name": "Karel Čapek", "external_id": "Q155855"}]
    return line(quotes=quotes, speakers=speakers)


@given(annotated())
def test_what_was_written_is_read_as_it_was(given_line):
    with TemporaryDirectory() as name:
        folder = Path(name)
        assert Brat().write_folder([given_line], folder) == 1
        (path,) = folder.glob("*.ann")
        found, problems = read(folder, path.name)
        assert (found, problems.first, problems.remarks) == ([given_line], [], [])
        assert path.with_suffix(".txt").read_bytes() == given_line.document.text.encode()


def test_everything_is_kept():
    assert Brat().keeps == EVERYTHING


def test_a_quote_stands_in_the_file_as_brat_has_it(tmp_path):
    Brat().write_folder([example()], tmp_path)
    written = (tmp_path / "wire%2F7.ann").read_text(encoding="utf-8").splitlines()
    assert written[0] == 'T1\tDirect 14 24;26 36;53 64\t"It rains. It pours," "So be it."'
    assert written[1] == "T2\tMixed 15 23\tIt rains"
    assert "T3\tSpeaker 0 5\tČapek" in written
    assert "R1\tSaid_by Arg1:T1 Arg2:T3" in written
    assert "R2\tCue_of Arg1:T4 Arg2:T1" in written
    assert "R3\tInside Arg1:T5 Arg2:T2" in written
    assert "R4\tInside Arg1:T2 Arg2:T1" in written
    assert "A1\tStatus T1 corrected" in written
    assert "A3\tUnsure T1" in written
    assert "#1\tAnnotatorNotes T1\tKarel Čapek" in written
    assert "#2\tComment T1\ttwo lines" in written
    assert "Said_by\tArg1:Direct|Mixed|Indirect, Arg2:Speaker" in (tmp_path / "annotation.conf").read_text()


def test_the_same_line_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        Brat().write_folder([example()], tmp_path / name)
    assert (tmp_path / "one/wire%2F7.ann").read_bytes() == (tmp_path / "two/wire%2F7.ann").read_bytes()


def test_two_annotators_of_an_article_have_files_of_their_own(tmp_path):
    lines = [line(annotator="ana"), line(annotator="ben", state="complete")]
    assert Brat().write_folder(lines, tmp_path) == 2
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["annotation.conf", "wire%2F7.ann", "wire%2F7.ben.ann", "wire%2F7.ben.txt", "wire%2F7.txt"]
    assert without_companions(names) == ["wire%2F7.ann", "wire%2F7.ben.ann"]
    assert [read(tmp_path, name)[0] for name in names if name.endswith(".ann")] == [[one] for one in lines]


def test_what_somebody_changed_in_brat_counts(tmp_path):
    Brat().write_folder([example()], tmp_path)
    path = tmp_path / "wire%2F7.ann"
    words = path.read_text(encoding="utf-8")
    words = words.replace("AnnotatorNotes T1\tKarel Čapek", "AnnotatorNotes T1\tKarel C.")
    words = words.replace("T1\tDirect 14 24;26 36;53 64\t", "T1\tIndirect 53 64\t").replace(
        '"It rains. It pours," ', ""
    )
    path.write_text(words.replace("Comment T1\ttwo lines", "Comment T1\tother"), encoding="utf-8", newline="")
    (found,), problems = read(tmp_path, path.name)
    quote = found.layer.quotes[0]
    assert (quote.kind, quote.fragments, quote.speaker_name, quote.comment) == (
        "indirect",
        (span('"So be it."'),),
        "Karel C.",
        "other",
    )
    assert [one.name for one in found.layer.speakers] == ["Karel Čapek", "Karel C."]
    assert not problems


def test_a_quote_deleted_in_brat_is_gone_and_one_inside_it_stays(tmp_path):
    Brat().write_folder([example()], tmp_path)
    path = tmp_path / "wire%2F7.ann"
    kept = [one for one in path.read_text(encoding="utf-8").splitlines() if "T1 " not in one and "T1\t" not in one]
    path.write_text("\n".join(one for one in kept if not one.endswith("Arg2:T1")), encoding="utf-8")
    (found,), problems = read(tmp_path, path.name)
    assert [(one.id, one.parent) for one in found.layer.quotes] == [("q2", None)]
    assert not problems


def test_a_quote_made_in_brat_gets_an_id_and_the_readings_status(tmp_path):
    Brat().write_folder([line()], tmp_path)
    path = tmp_path / "wire%2F7.ann"
    path.write_text(path.read_text() + "T1\tIndirect 37 52\tand she agreed.\n", encoding="utf-8")
    (found,), _ = read(tmp_path, path.name)
    (quote,) = found.layer.quotes
    assert (quote.kind, quote.status, len(quote.id)) == ("indirect", "accepted", 36)


def test_a_project_with_events_such_as_polnears_is_read(tmp_path):
    (found,), problems = foreign(
        tmp_path,
        "The Post reports that it rains.",
        "T1\tSource 0 8\tThe Post",
        "T2\tCue 9 16\treports",
        "T3\tContent 17 30\tthat it rains",
        "T4\tAttribution 9 16\treports",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "T5\tPlace 0 3\tThe",
    )
    (quote,) = found.layer.quotes
    assert (found.document.id, quote.kind, quote.fragments) == ("a", "indirect", ((17, 30),))
    assert (quote.mention, quote.cue, quote.speaker_type) == ((0, 8), (9, 16), "undecided")
    assert problems.remarks == [f"{tmp_path / 'a.ann'}: left out what is no quote, speaker or cue: Place (1)."]


@pytest.mark.parametrize("link", ["R1\tspeaker_of Arg1:T1 Arg2:T2", "R1\tsays Arg1:T2 Arg2:T1"])
def test_a_relation_is_read_either_way_round(tmp_path, link):
    (found,), _ = foreign(
        tmp_path, "Ana: “Rain.”", "T1\tQuoteSpeaker 0 3\tAna", "T2\tDirectQuotation 5 12\t“Rain.”", link,
        "N1\tReference T1 Wikidata:Q1\tAna Novak", "#1\tAnnotatorNotes T2\tloud",
    )  # fmt: skip
    (quote,) = found.layer.quotes
    assert (quote.kind, quote.mention, quote.speaker_name, quote.comment) == ("direct", (0, 3), "Ana Novak", "loud")
    assert quote.quoted == ((5, 12),)
    (speaker,) = found.layer.speakers
    assert (speaker.id, speaker.name, speaker.external_id) == (quote.speaker_id, "Ana Novak", "Q1")


def test_names_out_of_a_list_are_those_of_second_speakers_too_and_of_one_person_with_one_identifier(tmp_path):
    (found,), problems = foreign(
        tmp_path, "Ana and Ben: “Rain.” Novak: “Sun.”", "T1\tSpeaker 0 3\tAna", "T2\tSpeaker 8 11\tBen",
        "T3\tQuote 13 20\t“Rain.”", "T4\tSpeaker 21 26\tNovak", "T5\tQuote 28 34\t“Sun.”", "R1\tby Arg1:T3 Arg2:T1",
        "R2\tby Arg1:T3 Arg2:T2", "R3\tby Arg1:T5 Arg2:T4", "N1\tReference T1 Wikipedia:7\tAna Novak",
        "N2\tReference T2 Wikipedia:8\tBen", "N3\tReference T4 Wikipedia:7\tMrs Novak",
    )  # fmt: skip
    first, second = found.layer.quotes
    assert (first.speaker_name, first.more_speakers[0].speaker_name) == ("Ana Novak", "Ben")
    assert (second.speaker_id, second.speaker_name) == (first.speaker_id, "Ana Novak")
    assert [(one.external_id, one.aliases) for one in found.layer.speakers] == [
        ("Wikipedia:7", ("Mrs Novak",)), ("Wikipedia:8", ()),
    ]  # fmt: skip
    assert problems.remarks == []


def test_identifiers_that_find_no_room_are_told(tmp_path):
    (found,), problems = foreign(
        tmp_path, "Ana, Ben: “Rain.”", "T1\tSpeaker 0 3\tAna", "T2\tSpeaker 5 8\tBen", "T3\tQuote 10 17\t“Rain.”",
        "T4\tSpeaker 5 8\tBen", "R1\tby Arg1:T3 Arg2:T1", "R2\tby Arg1:T3 Arg2:T2", "R3\tby Arg1:T3 Arg2:T4",
        "N1\tReference T1 L:1\tAna", "N2\tReference T2 L:2\tAna", "N3\tReference T4 L:3\t",
    )  # fmt: skip
    assert [(one.name, one.external_id) for one in found.layer.speakers] == [("Ana", "L:1")]
    assert "second identifier of Ana (1)" in problems.remarks[0]
    assert "identifier without a name (1)" in problems.remarks[0]


def test_speakers_come_through_the_cue_and_further_ones_are_joint(tmp_path):
    (found,), problems = foreign(
        tmp_path, "Ana says it rains; Ben says it, too.", "T1\tHolder 0 3\tAna", "T2\tverb 4 8\tsays", "T3\tContent 9 17\tit rains",
        "R1\tx Arg1:T2 Arg2:T1", "R2\ty Arg1:T3 Arg2:T2", "T4\tContent 28 30\tit", "T5\tHolder 19 22\tBen", "R3\tz Arg1:T5 Arg2:T4", "R4\tz Arg1:T1 Arg2:T4",
        "R5\taddressee Arg1:T3 Arg2:T5", "R6\tcoreference Arg1:T1 Arg2:T5", "A1\tTone T3 angry",
    )  # fmt: skip
    first, second = found.layer.quotes
    assert (first.mention, second.mention) == ((0, 3), (19, 22))
    assert [(one.relation, one.mention) for one in second.more_speakers] == [("joint", (0, 3))]
    assert problems.remarks == [
        f"{tmp_path / 'a.ann'}: left out what is no quote, speaker or cue: addressee (1), coreference (1), Tone (1)."
    ]


def test_what_a_quote_has_no_room_for_and_what_no_quote_has_is_told(tmp_path):
    _, problems = foreign(
        tmp_path, "Joe, late, Roe said, told: “We win.” He spoke.",
        "T1\tQuote 27 36\t“We win.”", "T2\tSpeaker 0 3;11 14\tJoe Roe", "T3\tSpeaker 37 39\tHe", "T4\tCue 15 19\tsaid",
        "T5\tCue 21 25\ttold", "T6\tCue 40 45\tspoke", "R1\tby Arg1:T1 Arg2:T2", "R2\tby Arg1:T1 Arg2:T4", "R3\tby Arg1:T1 Arg2:T5",
        "#1\tAnnotatorNotes T1\tfirst", "#2\tAnnotatorNotes T1\tsecond", "#3\tAnnotatorNotes T3\twho?", "#4\tAnnotatorNotes R1\tsure?",
        "*\tEquiv T2 T3", "A1\tFlagged T3",
    )  # fmt: skip
    (remark,) = problems.remarks
    assert sorted(remark.partition("cue: ")[2].removesuffix(".").split(", ")) == [
        "AnnotatorNotes of Speaker (1)", "AnnotatorNotes of something else (1)", "Cue without a quote (1)", "Equiv (link) (1)",
        "Flagged (1)", "Speaker without a quote (1)", "gap in a Speaker of several pieces (1)",
        "second AnnotatorNotes of one annotation (1)", "second Cue of a quote (1)",
    ]  # fmt: skip


def test_a_pair_in_capitals_finds_each_other(tmp_path):
    (tmp_path / "UP.TXT").write_text("“Yes.”", encoding="utf-8")
    (tmp_path / "UP.ANN").write_text("T1\tQuote 0 6\t“Yes.”\n", encoding="utf-8")
    (found,), problems = read(tmp_path, "UP.ANN")
    assert (found.document.text, len(found.layer.quotes), problems.first) == ("“Yes.”", 1, [])
    assert without_companions(["UP.ANN", "UP.TXT"]) == ["UP.ANN"]


def test_pieces_that_brat_parted_at_line_breaks_are_one_again(tmp_path):
    (found,), _ = foreign(tmp_path, "“One\r\n\r\n  two” x three", "T1\tQuote 0 4;10 14;17 22\t“One two” three")
    assert found.layer.quotes[0].fragments == ((0, 14), (17, 22))


def test_a_byte_order_mark_is_no_text_and_offsets_follow(tmp_path):
    (found,), problems = foreign(tmp_path, "\ufeff“Yes.”", "T1\tQuote 1 7\t“Yes.”")
    assert (found.document.text, found.layer.quotes[0].fragments, problems.first) == ("“Yes.”", ((0, 6),), [])


def test_annotations_that_do_not_fit_are_told_and_the_others_taken(tmp_path):
    (found,), problems = foreign(
        tmp_path, "“Yes,” he said.", "T1\tQuote 0 6\t“Yes,”", "T2\tQuote 5 99\tx", "T3\tSpeaker 7 9\tshe", "rubbish", "T4\tQuote 0\tx", "R1\tonly",
        "T5\tQuote 4 4\t", "*\tEquiv T1 T2", "T1\tQuote 0 6\t“Yes,”", "T6\tQuote 0 99999999999\tx", "Z1\ta b",
    )  # fmt: skip
    assert len(found.layer.quotes) == 1
    name = tmp_path / "a.ann"
    assert problems.first == [
        f"{name}, line 4: is no brat annotation",
        f"{name}, line 5: is no brat annotation",
        f"{name}, line 6: is no brat annotation",
        f"{name}, line 9: is no brat annotation",
        f"{name}, line 10: is no brat annotation",
        f"{name}, line 11: is no brat annotation",
        f"{name}, line 2: T2: 5-99 lies outside the text of 15 characters",
        f"{name}, line 3: T3: has the words “she”, but the text there is “he”",
        f"{name}, line 7: T5: 4-4 is empty",
    ]


def test_an_empty_file_is_an_article_without_quotes(tmp_path):
    (found,), problems = foreign(tmp_path, "Nothing here.")
    assert (found.layer.quotes, found.layer.state, problems.first) == ((), "new", [])


def test_a_text_that_is_missing_or_no_text_is_told(tmp_path):
    (tmp_path / "b.ann").write_bytes(b"T1\tQuote 0 1\tx\n")
    with pytest.raises(BadInput, match=r"b\.ann: there is no b\.txt beside it, in which brat keeps the text"):
        read(tmp_path, "b.ann")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    with pytest.raises(BadInput, match=r"b\.txt, which holds the text, is not UTF-8 \(byte 4\)"):
        read(tmp_path, "b.ann")
    (tmp_path / "b.txt").write_bytes(b" \n")
    (tmp_path / "b.ann").write_bytes(b"")
    assert read(tmp_path, "b.ann")[1].first == [f"{tmp_path / 'b.ann'}: text: is empty"]
    (tmp_path / "b.ann").write_bytes("T1\tx".encode("utf-16"))
    with pytest.raises(BadInput, match=r"b\.ann: is not UTF-8 \(byte 1\)"):
        read(tmp_path, "b.ann")
    with pytest.raises(BadInput, match="standard input: there is no"):
        list(Brat().read(io.BytesIO(b""), Problems()))


@pytest.mark.parametrize(
    "note",
    ["[]", "{", '{"article": [], "order": {}, "unshown": 3}', '{"article": {"quotes": 7, "speakers": [1, {"id": []}]}}', "[" * 5000,
     '{"article": {"id": 5}}', '{"unshown": [5, {"id": []}]}', '{"order": [[], 1]}'],
)  # fmt: skip
def test_a_spoilt_note_is_told_or_does_no_harm(tmp_path, note):
    found, problems = foreign(
        tmp_path, "“Yes.”", "T1\tQuote 0 6\t“Yes.”", f"#1\tQuotedesk T1\t{note}", f"#2\tQuotedesk_article T0\t{note}"
    )
    assert found or problems


@pytest.mark.parametrize(
    "note", ['{"rest": 1, "finer": 2}', '{"rest": {"id": 4, "start": "x"}, "finer": {"kind": [1]}}']
)
def test_a_spoilt_note_of_a_quote_is_told_or_does_no_harm(tmp_path, note):
    found, problems = foreign(tmp_path, "“Yes.”", "T1\tQuote 0 6\t“Yes.”", f"#1\tQuotedesk T1\t{note}")
    assert found or problems


def test_a_file_is_known_by_its_first_span():
    assert Brat().recognises(b"T1\tQuote 0 5\twords")
    assert Brat().recognises(b"\xef\xbb\xbfT12\tQuote 0 5;7 9\twords")
    assert not Brat().recognises(b"T1 Quote 0 5")
    assert not Brat().recognises(b"{}")


def test_settings_of_folders_above_are_read_along_too():
    assert without_companions(["a/b/x.ann", "a/b/x.txt", "a/annotation.conf", "visual.conf", "a/y.txt"]) == [
        "a/b/x.ann",
        "a/y.txt",
    ]
