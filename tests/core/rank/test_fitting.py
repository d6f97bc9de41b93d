import numpy as np
import pytest

from core.rank.fitting import Choice, fit

NAMES = ["loud", "tall"]


def choice(*rows, right):
    return Choice(np.array(rows, dtype=float), np.array([place in right for place in range(len(rows))]))


def test_what_is_right_weighs_more():
    choices = [choice([1, 0], [0, 1], right=[0])] * 8 + [choice([1, 0], [0, 1], right=[1])] * 2
    found = fit(NAMES, choices, {}, 1e-6)
    assert found["loud"] - found["tall"] == pytest.approx(np.log(8 / 2), abs=1e-3)


def test_a_strong_pull_keeps_the_start():
    choices = [choice([1, 0], [0, 1], right=[0])] * 8
    assert fit(NAMES, choices, {"tall": 3.0}, 1e9) == pytest.approx({"loud": 0.0, "tall": 3.0}, abs=1e-3)


def test_two_right_options_share_the_credit():
    choices = [choice([1, 0], [0, 1], [0, 0], right=[0, 1])]
    found = fit(NAMES, choices, {}, 1.0)
    assert found["loud"] == pytest.approx(found["tall"])
    assert found["loud"] > 0


def test_choices_without_a_lesson_teach_nothing():
    choices = [choice([1, 0], [0, 1], right=[]), choice([1, 0], [0, 1], right=[0, 1])]
    assert fit(NAMES, choices, {"loud": 2.0}, 1.0) == {"loud": 2.0, "tall": 0.0}
    assert fit([], [], {}, 1.0) == {}


def test_the_same_choices_give_the_same_weights():
    rows = np.random.default_rng(7).normal(size=(30, 4, 2))
    choices = [choice(*options, right=[place % 4]) for place, options in enumerate(rows)]
    assert fit(NAMES, choices, {}, 0.1) == fit(NAMES, choices, {}, 0.1)
