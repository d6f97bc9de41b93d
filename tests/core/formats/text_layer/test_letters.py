import pytest

from core.formats.text_layer.letters import cleaned, unreadable_share


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
