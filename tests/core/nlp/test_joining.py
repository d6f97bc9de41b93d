import pytest


def fragments(reading) -> list[list[str]]:
    text = reading.analysis.text
    return [[text[slice(*fragment)] for fragment in passage.fragments] for passage in reading.passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“If the river rises,” he said, “we move.”", [["“If the river rises,”", "“we move.”"]]),
        ("“I agree,” he said. “This is good.”", [["“I agree,”", "“This is good.”"]]),
        ("“I agree,” Otto said on Monday. “This is good.”", [["“I agree,”", "“This is good.”"]]),
        ("“I agree,” he said. “Good,” she replied.", [["“I agree,”"], ["“Good,”"]]),
        ("“I agree,” he said.\n\n“This is good.”", [["“I agree,”"], ["“This is good.”"]]),
        ("“I agree,” he said. The rain had stopped. “This is good.”", [["“I agree,”"], ["“This is good.”"]]),
    ],
)
def test_pieces(reading_of, text: str, expected: list[list[str]]):
    assert fragments(reading_of(text)) == expected


def test_three_pieces(reading_of):
    text = "“If it rains,” he said, “we go.” “We go far.”"
    assert fragments(reading_of(text))[0][:2] == ["“If it rains,”", "“we go.”"]
