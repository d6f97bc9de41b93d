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
    card.show_words("", 0, hint="Press N.")
    hint = card.grab().toImage()
    card.show_words("", 0)
    assert hint != card.grab().toImage()


def rows_of_ink(card):
    image, ink = card.grab().toImage(), Theme("light").colour("ink").name()
    return [y for y in range(image.height()) if any(image.pixelColor(x, y).name() == ink for x in range(300))]


def test_one_line_stands_in_the_middle_and_two_have_air_between_them(card):
    card.show_words("xxx", 1)
    single = rows_of_ink(card)
    assert abs((single[0] + single[-1]) / 2 - card.height() / 2) <= 3
    card.show_words("xxx " * 60, 1)
    double = rows_of_ink(card)
    assert double[-1] - single[-1] == single[0] - double[0] == 10
    assert card.height() == 52


def test_words_that_read_from_the_right_stand_at_the_right(card):
    card.show_words("דנה לוי", 1)
    image, ink = card.grab().toImage(), Theme("light").colour("ink").name()
    columns = [x for x in range(300) if any(image.pixelColor(x, y).name() == ink for y in range(card.height()))]
    assert min(columns) > 200
