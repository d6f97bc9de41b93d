import pytest

from core.model.names import initials, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "sergey lavrov"),
        ("Mr. Lavrov", "Sergey Lavrov"),
        ("Ana Maria Ruiz", "Ana Ruiz"),
        ("the Red Crescent", "Red Crescent"),
        ("DNC", "Democratic National Committee"),
        ("Petra Lang’s", "Lang"),
    ],
)
def test_one_speaker(one, other):
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Karl Vogt", "Emil Vogt"), ("Ana Ruiz", "Ana"), ("", ""), ("Ruiz", "Ruizo"), ("NC", "North Coast")],
)
def test_two_speakers(one, other):
    assert not same_name(one, other)


def test_initials_are_three_capitals_or_more():
    assert initials("Democratic National Committee of the North") == "dncn"
    assert initials("North Coast") == ""
    assert initials("") == ""
