import pytest

from core.formats.training.language_code import language_code


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("DE", "de"), ("yue", "yue")]
)
def test_a_tag_begins_with_the_code_of_its_language(tag, code):
    assert language_code(tag) == code


@pytest.mark.parametrize("tag", ["", None, "English", "e", "e\n", "12", "-en"])
def test_what_begins_with_no_code_has_none(tag):
    assert language_code(tag) is None
