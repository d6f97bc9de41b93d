from core.rank.ranker import Ranker
from core.rank.training import Lesson, Pulls, train
from core.rank.weights import Weights, start_weights
from tests.core.rank.layers import layer
from tests.core.rank.readings import reading

LESSONS = [Lesson(reading(), layer())] * 10


def test_what_a_person_says_is_learnt():
    learnt = Ranker(train(LESSONS, Weights({}), Pulls(0.1, 0.1, 0.1)))
    first, second = learnt.elect(reading())
    assert (first.winner.person, first.winner.mention.sort) == (0, "nominal")
    assert second.winner is None
    assert first.confidence > 0.6


def test_a_strong_pull_keeps_the_hand_set_weights():
    kept = train(LESSONS, start_weights(), Pulls(1e9, 1e9, 1e9))
    assert all(abs(kept[name] - value) < 0.01 for name, value in start_weights().by_name.items())


def test_the_same_lessons_give_the_same_weights():
    assert train(LESSONS, start_weights()) == train(LESSONS, start_weights())


def test_no_lessons_change_nothing():
    kept = train([], start_weights())
    assert {name: value for name, value in kept.by_name.items() if value} == {
        name: value for name, value in start_weights().by_name.items() if value
    }
