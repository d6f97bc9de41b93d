from msgspec.structs import replace

from core.evaluation.matching import matching
from core.evaluation.units import Unit, found_units, gold_units
from tests.core.formats.inline.test_reading import line_of

GOLD = '{by1=ana:Ana} {cue1:said} {i1:that it was dead and gone}. {d2=ben:"No, never,"} said Ben.'


def met(gold, found, *, aside=()):
    standard, answer = line_of(gold), line_of(found)
    assert standard.document.text == answer.document.text
    quotes = [
        replace(quote, extra={"ignore": True}) if place in aside else quote
        for place, quote in enumerate(standard.layer.quotes)
    ]
    unit = Unit.QUOTE
    result = matching(standard.document.text, gold_units(quotes, unit), found_units(answer.layer.quotes, unit))
    return len(result.wanted), len(result.pairs), len(result.alarms), result.exact


def test_all_is_found_in_itself():
    assert met(GOLD, GOLD) == (2, 2, 0, 2)


def test_half_of_the_characters_is_enough_but_not_to_the_letter():
    assert met(GOLD, GOLD.replace("{i1:that it was dead", "that it {i1:was dead")) == (2, 2, 0, 1)
    assert met(GOLD, GOLD.replace("{i1:that it was dead and ", "that it was dead and {i1:")) == (2, 1, 1, 1)


def test_marks_and_signs_at_the_edges_make_no_difference_to_the_letter():
    assert met(GOLD, GOLD.replace('{d2=ben:"No, never,"}', '"{d2=ben:No, never},"')) == (2, 2, 0, 2)


def test_what_is_set_aside_is_neither_missed_nor_a_false_alarm():
    assert met(GOLD, GOLD, aside=(0,)) == (1, 1, 0, 1)
    assert met(GOLD, GOLD.replace("{i1:that it was dead and gone}", "that it was {i1:dead and gone}"), aside=(0,)) == (
        1,
        1,
        0,
        1,
    )
    without = GOLD.replace(
        "{by1=ana:Ana} {cue1:said} {i1:that it was dead and gone}", "Ana said that it was dead and gone"
    )
    assert met(GOLD, without.replace("2", "1"), aside=(0,)) == (1, 1, 0, 1)


def test_a_span_besides_is_a_false_alarm_and_one_missing_is_missed():
    besides = GOLD + " Then {i3=ana:they all went home}."
    assert met(besides, besides.replace("{i3=ana:they all went home}", "they all went home")) == (3, 2, 0, 2)
    assert met(besides.replace("{i3=ana:they all went home}", "they all went home"), besides) == (2, 2, 1, 2)


def test_signs_alone_are_compared_as_they_are():
    assert met('{d1=ana:"…?"} said Ana.', '{d1=ana:"…?"} said Ana.') == (1, 1, 0, 1)
    assert met('{d1=ana:"."} said Ana.', '{d1=ana:"."} said Ana.') == (1, 1, 0, 1)
