import numpy as np
import pytest

from core.rank.fitting import Choice, fit


def pulled(pull):
    return {"loud": pull, "tall": pull}


def choice(*rows, right):
    return Choice(np.array(rows, dtype=float), np.array([place in right for place in range(len(rows))]))


def test_what_is_right_weighs_more():
    choices = [choice([1, 0], [0, 1], right=[0])] * 8 + [choice([1, 0], [0, 1], right=[1])] * 2
    found = fit(pulled(1e-6), choices, {})
    assert found["loud"] - found["tall"] == pytest.approx(np.log(8 / 2), abs=1e-3)


def test_a_strong_pull_keeps_the_start():
    choices = [choice([1, 0], [0, 1], right=[0])] * 8
    assert fit(pulled(1e9), choices, {"tall": 3.0}) == pytest.approx({"loud": 0.0, "tall": 3.0}, abs=1e-3)


def test_two_right_options_share_the_credit():
    choices = [choice([1, 0], [0, 1], [0, 0], right=[0, 1])]
    found = fit(pulled(1.0), choices, {})
    assert found["loud"] == pytest.approx(found["tall"])
    assert found["loud"] > 0


def test_choices_without_a_lesson_teach_nothing():
    choices = [choice([1, 0], [0, 1], right=[]), choice([1, 0], [0, 1], right=[0, 1])]
    assert fit(pulled(1.0), choices, {"loud": 2.0}) == {"loud": 2.0, "tall": 0.0}
    assert fit({}, [], {}) == {}


def test_the_same_choices_give_the_same_weights():
    rows = np.random.default_rng(7).normal(size=(30, 4, 2))
    choices = [choice(*options, right=[place % 4]) for place, options in enumerate(rows)]
    assert fit(pulled(0.1), choices, {}) == fit(pulled(0.1), choices, {})


def test_each_weight_has_a_pull_of_its_own():
    choices = [choice([1, 1], [0, 0], right=[0])] * 8
    found = fit({"loud": 0.1, "tall": 1000.0}, choices, {})
    assert found["loud"] > 1
    assert abs(found["tall"]) < 0.1
