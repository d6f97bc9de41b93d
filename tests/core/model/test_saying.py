from core.model.saying import counted, listed, plural


def test_numbers_have_their_nouns():
    assert [plural(count, "quote") for count in (0, 1, 2000)] == ["0 quotes", "1 quote", "2,000 quotes"]
    assert plural(2, "text box") == "2 text boxes"


def test_lists_are_said_as_people_say_them():
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_what_there_is_none_of_is_not_told():
    assert counted({"menu": 1, "form": 0, "script": 2}) == "1 menu and 2 scripts"
