import pytest

from core.evaluation.calibration import Bin, calibration, reliability, right_of_surest


def test_nothing_has_no_calibration():
    assert calibration([]) is None


def test_the_error_is_the_mean_distance_of_confidence_and_right_ones():
    seen = calibration([(0.9, True), (0.9, False), (0.3, False), (0.3, False)])
    assert seen.units == 4
    assert seen.ece == pytest.approx((2 * 0.4 + 2 * 0.3) / 4)
    assert seen.brier == pytest.approx((0.01 + 0.81 + 0.09 + 0.09) / 4)


def test_bins_are_of_equal_width_and_never_empty():
    assert reliability([(1.0, True), (0.95, False), (0.0, False)]) == (
        Bin(units=1, confidence=0.0, right=0.0),
        Bin(units=2, confidence=0.975, right=0.5),
    )


def test_the_surest_are_taken_from_the_top_and_equals_share():
    sure = [(0.9, True), (0.5, False), (0.5, True), (0.1, False)]
    assert right_of_surest(sure, 0.5) == pytest.approx(0.75)
    assert right_of_surest(sure, 1.0) == pytest.approx(0.5)
    assert right_of_surest(sure, 0.25) == pytest.approx(1.0)
