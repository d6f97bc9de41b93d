from core.model.terms import Kind


def mixed(reading) -> list[str]:
    text = reading.analysis.text
    return [
        text[passage.fragments[0].start : passage.end] for passage in reading.passages if passage.kind is Kind.MIXED
    ]


def test_marked_parts_under_one_cue_are_one_quote(reading_of):
    reading = reading_of("She called the plan “bad for us” and “good for nobody” on Monday.")
    assert len(mixed(reading)) == 1
    assert mixed(reading)[0].endswith("“bad for us” and “good for nobody”")
    assert len(reading.passages[0].quoted) == 2


def test_a_whole_quotation_stays_direct(reading_of):
    assert mixed(reading_of("She said, “The plan is bad for all of us.”")) == []
