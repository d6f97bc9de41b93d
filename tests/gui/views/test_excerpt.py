"""The card of the current quote: its words, its speaker's colour, and what a screen reader hears."""

import pytest

from gui.theme import Theme
from gui.views.excerpt import Excerpt
from tests.gui.looks import seen


@pytest.fixture
def card(qtbot):
    made = Excerpt(Theme("light"))
    qtbot.addWidget(made)
    made.resize(300, made.height())
    return made


def test_the_screen_reader_gets_all_of_a_long_quote(card):
    words = "We will wait for the spring. " * 20
    card.show_words(words, 1)
    assert card.accessibleName() == f"Quote: {words}"
    card.show_words("", 0)
    assert card.accessibleName() == "No quote is selected"


def test_the_card_has_the_speakers_seen(card):
    theme = Theme("light")
    for slot in (1, 2):
        card.show_words("It is late.", slot)
        found = seen(card)
        assert found[theme.fill(slot).name()] > 5000
        assert found[theme.line(slot).name()] > 100


def test_without_a_quote_the_card_says_how_to_choose_one(card):
    card.show_words("", 0)
    hint = card.grab().toImage()
    card.show_words(" ", 0)
    assert hint != card.grab().toImage()
