"""Steps through the text: never inside a letter, a word as the script has it, over paragraphs and to both ends."""

import pytest

from gui.views.article.page import Page
from gui.views.article.text_steps import Unit, places, stepped


def page(text: str) -> Page:
    made = Page()
    made.show(text)
    made.fit(812, 1.0)
    return made


def stops(text: str, unit: Unit, *, to_end: bool = False) -> list[int]:
    """Walk from before the text to its end and return every place that was stopped at."""
    made, found, at = page(text), [], -1
    while (at_next := stepped(made, at, unit, forward=True, to_end=to_end)) != at:
        at = at_next
        found.append(at)
    return found


def picture(text: str, unit: Unit, *, to_end: bool = False) -> str:
    """Return the text with a stroke at every stop."""
    places = stops(text, unit, to_end=to_end)
    return "".join("|" * (place in places) + letter for place, letter in enumerate([*text, ""]))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc", "|a|b|c|"),
        ("e\u0301te\u0301", "|e\u0301|t|e\u0301|"),
        ("a👩\u200d🚀b", "|a|👩\u200d🚀|b|"),
        ("🇩🇪🇫🇷", "|🇩🇪|🇫🇷|"),
        ("👍🏽!", "|👍🏽|!|"),
        ("한글", "|한|글|"),
        ("नमस्ते", "|न|म|स्ते|"),
        ("שָׁלוֹם", "|שָׁ|ל|וֹ|ם|"),
        ("中文。", "|中|文|。|"),
        ("x\ufeffy", "|x|\ufeff|y|"),
    ],
)
def test_a_step_by_a_character_takes_the_letter_with_its_marks(text, seen):
    assert picture(text, Unit.CHARACTER) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Don't go “now,” she said.", "|Don't |go |“|now,” |she |said."),
        ("He's 3.5 (ok)", "|He's |3.5 |(|ok)"),
        ("中文的。他走", "|中|文|的。|他|走"),
        ("日本カタカナです", "|日|本|カタカナ|で|す"),
        ("שלום עולם!", "|שלום |עולם!"),
        ("caf\u00e9 cafe\u0301 🚀 x", "|café |cafe\u0301 |🚀 |x"),
    ],
)
def test_words_begin(text, seen):
    assert picture(text, Unit.WORD) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Don't go “now,” she said.", "Don't| go| “now|,”| she| said|.|"),
        ("中文的。他走", "中|文|的|。他|走|"),
        ("cafe\u0301, 🚀 x", "cafe\u0301|,| 🚀| x|"),
        ("שלום עולם!", "שלום| עולם|!|"),
    ],
)
def test_words_end(text, seen):
    assert picture(text, Unit.WORD, to_end=True) == seen


def test_sentences_begin_and_end_without_the_white_space_between():
    text = "One is here. “Is it?”  Yes!\n\n中文。我们等。他走了。"
    assert picture(text, Unit.SENTENCE) == "|One is here. |“Is it?”  |Yes!\n\n|中文。|我们等。|他走了。"
    assert picture(text, Unit.SENTENCE, to_end=True) == "One is here.| “Is it?”|  Yes!|\n\n中文。|我们等。|他走了。|"


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n\r\n\r\nthree", "one\ntwo\n\nthree", "one\u2028two\x0bthree"])
def test_the_white_space_between_paragraphs_is_no_place(text):
    ends = [(text.index(word), text.index(word) + len(word)) for word in ("one", "two", "three")]
    places = stops(text, Unit.CHARACTER)
    assert places == [place for start, end in ends for place in range(start, end + 1)]
    assert stops(text, Unit.WORD) == [start for start, _ in ends]
    assert stops(text, Unit.WORD, to_end=True) == [end for _, end in ends]


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("to_end", [False, True])
def test_the_way_back_has_the_same_places(unit, to_end):
    text = "“Tout va bien 👩\u200d🚀,” he said.\r\n\r\nשלום עולם! Next 中文。\r\n“E\u0301nd.”\r\n"
    made, found, at = page(text), [], len(text)
    while (at_next := stepped(made, at, unit, forward=False, to_end=to_end)) != at:
        at = at_next
        found.append(at)
    assert found[::-1] == stops(text, unit, to_end=to_end)
    assert len(found) >= 4


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_in_a_text_with_nothing_in_it_nothing_goes_anywhere_odd(unit, text):
    made = page(text)
    for forward in (False, True):
        assert 0 <= stepped(made, 0, unit, forward=forward) <= len(text)


def test_from_inside_a_letter_or_between_paragraphs_the_next_place_is_found():
    text = "e\u0301x\n\ny"
    made = page(text)
    assert stepped(made, 1, Unit.CHARACTER, forward=True) == 2
    assert stepped(made, 1, Unit.CHARACTER, forward=False) == 0
    assert stepped(made, 4, Unit.CHARACTER, forward=True) == 5
    assert stepped(made, 4, Unit.CHARACTER, forward=False) == 3


def test_what_qt_would_change_moves_no_place():
    text = "\ufeffOdd\ufdd0 \ud83d text\x00 end"
    assert stops(text, Unit.CHARACTER) == list(range(len(text) + 1))


def test_pieces_of_a_very_long_paragraph_are_walked_through_like_one():
    text = "Words in a row. " * 2000
    made = page(text.strip())
    cut = made.blocks[1].start
    assert len(made.blocks) > 2
    assert stepped(made, cut - 1, Unit.CHARACTER, forward=True) == cut
    assert stepped(made, cut, Unit.CHARACTER, forward=True) == cut + 1
    assert stepped(made, cut, Unit.CHARACTER, forward=False) == cut - 1


def test_all_places_of_a_paragraph_in_order():
    made = page("One.\n\nHe said “now.”")
    assert places(made, 1, Unit.WORD, to_end=False) == [6, 9, 14, 15]
    assert places(made, 1, Unit.WORD, to_end=True) == [8, 13, 18, 20]
