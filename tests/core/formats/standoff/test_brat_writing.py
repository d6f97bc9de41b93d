import json

from core.formats.jsonl import decode
from core.formats.reading import Reading
from core.formats.standoff.brat_writing import CONFIGURATION, annotations


def lines(quotes: list[dict], text: str) -> list[str]:
    raw = json.dumps({"id": "x", "text": text, "quotes": quotes})
    return annotations(decode(raw, where="x", reading=Reading())).splitlines()


def test_a_quote_of_nothing_but_a_line_break_is_kept_in_the_note():
    found = lines([{"id": "q", "start": 1, "end": 2, "kind": "indirect"}], "a\nb")
    assert len(found) == 1
    assert found[0].startswith("#1\tQuotedesk_article T0\t")
    assert '"unshown":[{"id":"q"' in found[0]


def test_a_mention_of_several_quotes_is_one_annotation():
    quotes = [{"start": n, "end": n + 1, "kind": "indirect", "speaker": {"start": 0, "end": 1}} for n in (2, 3)]
    assert sum("\tSpeaker " in line for line in lines(quotes, "abcd")) == 1


def test_every_line_is_one_also_for_programs_that_break_at_other_signs():
    quote = {"start": 0, "end": 7, "kind": "direct", "comment": "x\u2028y", "speaker_name": "A\x85B", "x": "\x0c\u2029"}
    found = lines([quote], "a\u2028b\x0cc\x85d")
    assert found[0] == "T1\tDirect 0 1;2 3;4 5;6 7\ta b c d"
    assert all("\t" in line for line in found)


def test_the_configuration_has_the_sections_that_brat_wants():
    assert [line for line in CONFIGURATION.splitlines() if line.startswith("[")] == [
        "[entities]", "[relations]", "[events]", "[attributes]",
    ]  # fmt: skip
    assert "Joint\tArg1:Direct|Mixed|Indirect, Arg2:Speaker" in CONFIGURATION.splitlines()
