from core.formats.jsonl import decode
from core.formats.report.words import others, progress, remarks, safe, sign, state, surface, tooltip

LINE = decode(
    """{"id": "a", "text": "one two\\nthree four", "quotes": [
        {"id": "q", "fragments": [[0, 7], [8, 13]], "speaker_name": "Ana", "flagged": true, "sure": false, "comment": "why?",
         "attributes": {"factuality": "denied", "tone": "dry"}, "more_speakers": [{"relation": "relayed_by", "speaker_name": "TASS"}, {"relation": "joint"}]},
        {"id": "r", "start": 0, "end": 3, "status": "suggested", "confidence": 0.86, "kind": "direct"},
        {"id": "s", "start": 0, "end": 3, "status": "suggested", "confidence": 0.5},
        {"id": "t", "start": 0, "end": 3, "status": "suggested"}]}""",
    where="x",
)
QUOTES = LINE.layer.quotes


def test_nothing_in_a_text_is_taken_for_markup():
    assert safe("<a href='x'>&\"\x00\r\n") == "&lt;a href=&#x27;x&#x27;&gt;&amp;&quot;\ufffd\n"


def test_the_state_has_a_class_and_a_sign():
    assert [(state(quote), sign(quote)) for quote in QUOTES] == [
        ("checked", "✓"),
        ("suggested", "86%"),
        ("doubtful", "? 50%"),
        ("doubtful", "?"),
    ]


def test_doubtful_quotes_are_counted_where_there_are_any():
    assert progress(1, 0, 1) == ["1 quote", "0 checked", "1 doubtful"]
    assert progress(2000, 1500, 0) == ["2,000 quotes", "1,500 checked"]


def test_all_that_is_known_stands_in_the_tooltip():
    assert others(QUOTES[0]) == "relayed by TASS; with somebody"
    assert remarks(QUOTES[0]) == ["flagged", "annotator not sure", "denied", "tone: dry", "why?"]
    said = "1 · Ana · relayed by TASS; with somebody · indirect · accepted · flagged · annotator not sure · denied · tone: dry · why?"
    assert tooltip(1, "Ana", QUOTES[0]) == said
    assert tooltip(3, "X", QUOTES[2]) == "3 · X · indirect · suggested · doubtful"


def test_words_for_a_table_are_on_one_line_and_not_too_long():
    assert surface(LINE.document, QUOTES[0]) == "one two […] three"
    long = decode(f'{{"id": "a", "text": "{"word " * 100}", "quotes": [{{"start": 0, "end": 400}}]}}', where="x")
    assert len(surface(long.document, long.layer.quotes[0])) < 200
    assert " … " in surface(long.document, long.layer.quotes[0])
