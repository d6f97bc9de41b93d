import pytest

from core.corpus.agreement import Agreement, agreement, disagreements, same_speaker
from core.evaluation.units import Unit
from tests.core.formats.inline.test_reading import line_of

FIRST = '{by1=ana:Ana} {cue1:said} {m1:that it was {q:"dead"} at last}. {by2=ben:Ben} {cue2:wrote}: {d2:"No, never."}'


def counts(second, unit):
    found = agreement([(line_of(FIRST), line_of(second))], unit)
    return found.first, found.second, found.same, found.same_speaker


@pytest.mark.parametrize("unit", Unit)
def test_an_annotator_agrees_with_oneself(unit):
    assert counts(FIRST, unit) == (2, 2, 2, 2)


def test_the_marked_parts_tell_nothing_of_indirect_speech():
    second = 'Ana said that it was {word:"dead"} at last. {by2=ben:Ben} wrote: {d2:"No, never."}'
    assert counts(second, Unit.MARKED) == (2, 1, 1, 1)
    assert counts(second, Unit.QUOTE) == (2, 1, 1, 1)


def test_another_speaker_is_the_same_quote_but_not_end_to_end():
    second = FIRST.replace("{by2=ben:Ben}", "Ben").replace("{d2:", "{d2=ana:")
    assert counts(second, Unit.QUOTE) == (2, 2, 2, 1)


def test_of_a_mixed_quote_the_marked_part_alone_is_enough():
    second = (
        FIRST.replace("{m1:that it was ", "that it was {m1:")
        .replace(' at last}"', "")
        .replace('"} at last}', '"}} at last')
    )
    assert counts(second, Unit.QUOTE) == (2, 2, 2, 2)


def test_half_of_the_words_is_the_least():
    first = line_of("{i1=ana:abcdefghij}klmnop")
    for marked, same in [
        ("{i1=ana:abcde}fghijklmnop", 1),
        ("{i1=ana:abcd}efghijklmnop", 0),
        ("abcdefghij{i1=ana:klmnop}", 0),
    ]:
        assert agreement([(first, line_of(marked))], Unit.QUOTE).same == same


def test_each_quote_is_paired_once_with_the_best():
    first = line_of("{i1=ana:abcdef} {i2=ben:ghijkl}")
    second = line_of("{i1=ana:abcdef ghi}jkl")
    assert agreement([(first, second)], Unit.QUOTE) == Agreement(first=2, second=1, same=1, same_speaker=1)


def test_speakers_are_the_same_by_mention_or_by_name_or_as_none():
    def only(marked):
        return line_of(marked).layer.quotes[0]

    ana = only("{by1=ana:Ana Ruiz} said {i1:so}")
    assert same_speaker(ana, only("Ana {by1=unnamed:Ruiz} said {i1:so}"))
    assert same_speaker(ana, only("Ana Ruiz said {i1=ana:so}"))
    assert not same_speaker(ana, only("Ana Ruiz said {i1=ben:so}"))
    assert not same_speaker(ana, only("Ana Ruiz said {i1:so}"))
    assert same_speaker(only("Ana Ruiz said {i1:so}"), only("Ana Ruiz said {i1:so}"))


def test_f1_is_of_both_and_one_where_there_is_nothing():
    found = Agreement(first=3, second=1, same=1, same_speaker=0)
    assert (found.detection, found.end_to_end) == (0.5, 0)
    assert agreement([(line_of("Rain."), line_of("Rain."))], Unit.QUOTE).end_to_end == 1


def test_disagreements_are_listed_once_each():
    second = (
        '{by1=ana:Ana} {cue1:said} {m1:that it was {q:"dead"}} at last. Ben wrote: {word:"No, never."} {i3=ben:Aha}'
    )
    found = [(one and one.id, two and two.id) for one, two in disagreements(line_of(FIRST + " Aha"), line_of(second))]
    assert found == [("q1", "q1"), ("q2", None), (None, "q3")]
    assert list(disagreements(line_of(FIRST), line_of(FIRST))) == []
