from msgspec.structs import replace

from core.evaluation.units import Unit, found_units, gold_units
from tests.core.formats.inline.test_reading import line_of

TEXT = (
    '{by1=ana:Ana} {cue1:said} {m1:that it was {q:"dead"} and {q:"gone"}}. '
    '{d2=ben:"No,"} he went on, {d2:"never."} {i3=ana:It was so}, said Ana.'
)


def texts(units, line):
    return [[line.document.text[slice(*span)] for span in said.spans] for said in units]


def test_a_quote_is_all_its_fragments_and_a_marked_part_stands_for_itself():
    line = line_of(TEXT)
    whole = [['that it was "dead" and "gone"'], ['"No,"', '"never."'], ["It was so"]]
    assert texts(found_units(line.layer.quotes, Unit.QUOTE), line) == whole
    assert texts(gold_units(line.layer.quotes, Unit.QUOTE), line) == whole
    marked = [['"dead"'], ['"gone"'], ['"No,"'], ['"never."']]
    assert texts(found_units(line.layer.quotes, Unit.MARKED), line) == marked
    assert texts(gold_units(line.layer.quotes, Unit.MARKED), line) == marked


def test_a_mixed_quote_of_the_standard_is_recognised_by_its_marked_words_too():
    mixed = gold_units(line_of(TEXT).layer.quotes, Unit.QUOTE)[0]
    assert len(mixed.forms) == 2
    assert all(len(said.forms) == 1 for said in found_units([mixed.quote], Unit.QUOTE))


def test_what_a_standard_sets_aside_comes_last_and_is_not_asked_for():
    quotes = line_of(TEXT).layer.quotes
    aside = [replace(quotes[0], extra={"ignore": True}), replace(quotes[1], extra={"speech": False}), quotes[2]]
    whole = gold_units(aside, Unit.QUOTE)
    assert [(said.quote.kind.value, said.wanted) for said in whole] == [
        ("indirect", True),
        ("mixed", False),
        ("direct", False),
    ]
    marked = gold_units(aside, Unit.MARKED)
    assert [said.wanted for said in marked] == [True, True, False, False]


def test_speech_without_marks_is_set_aside_among_marked_parts():
    line = line_of("{by1=ana:ANA}: {d1:We go.}")
    assert [said.wanted for said in gold_units(line.layer.quotes, Unit.MARKED)] == [False]
    assert found_units(line.layer.quotes, Unit.MARKED) == []
