import pytest


def found(reading) -> list[tuple[str, str | None, str | None]]:
    words = reading.analysis.words
    return [
        (
            passage.how,
            passage.cue and passage.cue.lemma,
            None if not passage.cue or passage.cue.subject is None else words[passage.cue.subject],
        )
        for passage in reading.passages
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go,” Lavrov noted.", ("after", "note", "lavrov")),
        ("“Only his hat,” said Rosa.", ("after", "say", "rosa")),
        ("“Did you see him?” asked Rosa.", ("after", "ask", "rosa")),
        ("Rosa said: “We will go.”", ("before", "say", "rosa")),
        ("Rosa said, “We will go.”", ("before", "say", "rosa")),
        ("Asked about it, the contractor was blunt: “Nobody paid us.”", ("colon", "be", "contractor")),
        ("“We will go home now.”", ("none", None, None)),
        ("“We will go.” he said.", ("after", "say", "he")),
    ],
)
def test_the_cue_of_marked_words(reading_of, text: str, expected: tuple[str, str, str]):
    assert found(reading_of(text)) == [expected]


def test_the_next_sentence_is_not_their_attribution(reading_of):
    assert found(reading_of("“We will go home.” He added that it was late."))[0][0] == "none"


def test_a_thing_before_a_colon_does_not_speak(reading_of):
    assert found(reading_of("A note was taped to the door: “Back in ten minutes.”"))[0][1] is None


def test_each_of_two_quotes_has_its_own_cue(reading_of):
    text = "“A spark is needed,” Lavrov noted. “I agree,” Otto said."
    assert found(reading_of(text)) == [("after", "note", "lavrov"), ("after", "say", "otto")]
