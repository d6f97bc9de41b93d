import pytest

from core.evaluation.scores import scores
from core.evaluation.units import Unit
from tests.core.formats.inline.test_reading import line_of

GOLD = (
    '{by1=ana:Ana} {cue1:said} {m1:that it was {q:"dead"} at last}. {by2=ben:Ben} {cue2:wrote}: {d2:"No, never."} '
    "{by3=ana:Ana} {cue3:added} {i3:that she would go}."
)


def judged(found, unit=Unit.QUOTE, gold=GOLD):
    return scores([(line_of(gold), line_of(found))], unit)


def test_the_standard_against_itself_is_right_in_everything():
    for unit, count in ((Unit.QUOTE, 3), (Unit.MARKED, 2)):
        seen = judged(GOLD, unit)
        assert (seen.detection.right, seen.detection.found, seen.detection.wanted) == (count, count, count)
        assert seen.detection.f1 == seen.exact.f1 == seen.end_to_end.f1 == seen.speakers.right == 1.0
        assert seen.speakers.name_right == 1.0


def test_a_wrong_speaker_is_found_but_not_end_to_end():
    seen = judged(GOLD.replace("{by2=ben:Ben}", "Ben").replace("{d2:", "{d2=ana:"))
    assert seen.detection.f1 == 1.0
    assert seen.end_to_end.f1 == pytest.approx(2 / 3)
    assert (seen.kinds["direct"].recall, seen.kinds["direct"].with_speaker) == (1.0, 0.0)


def test_precision_and_recall_are_told_apart():
    seen = judged(GOLD.replace("{by3=ana:Ana} {cue3:added} {i3:that she would go}", "Ana added that she would go"))
    assert (seen.detection.precision, seen.detection.recall) == (1.0, pytest.approx(2 / 3))
    assert seen.kinds["indirect"].recall == 0.0


def test_quotes_in_quotes_count_only_where_the_standard_has_them():
    outer = '{d1=ana:"They told us it was dead, so we went."}'
    inner = '{d1=ana:"{by2=ben:They} {cue2:told} us {i2:it was dead}, so we went."}'
    assert judged(inner, gold=outer).detection.f1 == 1.0
    assert judged(outer, gold=inner).detection.recall == 0.5


def test_nothing_found_in_nothing_is_right():
    seen = judged("Nobody spoke.", gold="Nobody spoke.")
    assert seen.detection.f1 == 1.0
    assert (seen.speakers.right, seen.speakers.among_first["1"], seen.calibration) == (None, None, None)
