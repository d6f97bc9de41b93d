from core.formats.file_names import FileNames


def test_ids_become_names_and_a_second_annotators_name_is_added():
    names = FileNames()
    assert names.stem("a/b é", "ana") == "a%2Fb %C3%A9"
    assert names.stem("a/b é", "ben/x") == "a%2Fb %C3%A9.ben%2Fx"
    assert names.stem("A/b é", None) == "A%2Fb %C3%A9.model"
    assert names.stem("a/b é", "ben/x") == "a%2Fb %C3%A9.ben%2Fx.2"


def test_no_name_is_hidden_or_too_long():
    names = FileNames()
    assert names.stem("..", None) == "%2E."
    long = {names.stem("x" * 500 + str(number), "a" * 500) for number in range(5)}
    assert len(long) == 5
    assert max(len(name) for name in long) < 250
