from core.resources import seed

TEXT = seed("000_4c9c392237cbb535.txt").read_text(encoding="utf-8")


def test_the_seed_has_twelve_passages(reading_of):
    reading = reading_of(TEXT)
    assert [str(passage.kind) for passage in reading.passages].count("direct") == 7
    assert [str(passage.kind) for passage in reading.passages].count("mixed") == 1
    assert [str(passage.kind) for passage in reading.passages].count("indirect") == 4
    assert all(passage.cue is not None and passage.cue.subject is not None for passage in reading.passages)


def test_people_and_mentions_agree(reading_of):
    reading = reading_of(TEXT)
    assert {"Lukashenko", "Lavrov", "Vladimir Putin"} <= {person.name for person in reading.people}
    assert all(mention.person is None or mention.person < len(reading.people) for mention in reading.mentions)
    assert [mention.head for mention in reading.mentions] == sorted(mention.head for mention in reading.mentions)


def test_a_transcript_is_read_as_one(reading_of):
    reading = reading_of("KELLER: You signed.\n\nMS. ADEYEMI: I did not say “yes”.\n\nKELLER: Is it so?")
    assert {passage.how for passage in reading.passages} == {"turn"}
