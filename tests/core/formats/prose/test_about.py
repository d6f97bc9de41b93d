import pytest

from core.formats.prose.about import day_of, language_of


@pytest.mark.parametrize(
    ("said", "tag"),
    [("en", "en"), (" pt_BR ", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ("English", None), ("", None), (None, None)],
)
def test_a_language_is_a_tag_or_nothing(said, tag):
    assert language_of(said) == tag


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2020-06-19T10:00:00Z", "2020-06-19"),
        ("2020-06-19", "2020-06-19"),
        ("2020-06-19 10:00", "2020-06-19"),
        (" June 2020 ", "June 2020"),
        ("2020", "2020"),
        (" ", None),
        (None, None),
    ],
)
def test_a_date_is_cut_to_its_day_and_other_words_stay(said, day):
    assert day_of(said) == day
