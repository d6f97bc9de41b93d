from gui.models.hits import none_shown


def test_it_says_why_nothing_is_shown():
    assert none_shown("quote", there=False, sought="rain", place="table") == "No quotes yet."
    assert none_shown("quote", there=True, sought=" rain ", place="table") == "No quote fits “rain” here."
    assert none_shown("article", there=True, sought=" ", place="queue") == "No article is in this part of the queue."
