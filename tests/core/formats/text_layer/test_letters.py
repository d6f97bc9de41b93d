import pytest

from core.formats.text_layer.letters import cleaned, has_right_to_left, unreadable_share


@pytest.mark.parametrize(
    ("given", "letters"),
    [
        ("oﬃcial ﬁnding, ﬂuﬀ", "official finding, fluff"),
        ("\ud83d\ude80 \ud83d!", "🚀 \ufffd!"),
        ("a\x00b\x1b\x9f\ufffec\td\n", "abc\td\n"),
        ("e\u0301\u00ad é 👩🏽‍🚀", "e\u0301\u00ad é 👩🏽‍🚀"),
    ],
)
def test_the_signs_of_fonts_become_letters(given, letters):
    assert cleaned(given) == letters


@pytest.mark.parametrize(
    ("text", "share"), [("", 0), (" \n", 0), ("words 👩🏽‍🚀", 0), ("\x01\x02 a b", 0.5), ("\ue000\ufffd", 1)]
)
def test_what_can_be_no_letter_is_measured(text, share):
    assert unreadable_share(text) == share


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("", False),
        ("plain 1/2", False),
        ("“é” 会议 👩 ²", False),
        ("said שלום", True),
        ("قال", True),
        ("\ufeec\ufe8e", True),
    ],
)
def test_scripts_from_right_to_left_are_known(text, has):
    assert has_right_to_left(text) is has
