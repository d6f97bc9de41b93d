import pytest

from core.formats.line.bare import completed, foreign, text_key


@pytest.mark.parametrize("key", ["text", "content", "body", "article"])
def test_a_text_is_found_under_its_usual_names(key):
    assert completed({key: "t", "title": "x"}, "f-1") == {"text": "t", "title": "x", "id": "f-1"}


def test_text_goes_before_the_others_and_they_stay():
    assert completed({"content": "c", "text": "t", "id": "a"}, "f-1") == {"content": "c", "text": "t", "id": "a"}


def test_a_number_may_be_an_id():
    assert completed({"id": 12, "text": "t"}, "f-1")["id"] == "12"
    assert completed({"id": True, "text": "t"}, "f-1")["id"] is True


def test_what_says_its_format_keeps_its_rules():
    raw = {"format": "quotedesk/1", "content": "c"}
    assert completed(raw, "f-1") is raw


def test_words_of_ours_count_only_where_they_mean_the_same():
    raw = {"title": "t", "source": {"name": "n"}, "state": "Texas", "quotes": 3, "section": "Sport"}
    assert foreign(raw) == {"title": "t", "section": "Sport"}


def test_the_likeliest_text_goes_first():
    assert text_key({"article": "a", "body": "b", "content": 3}) == "body"
    assert text_key({"content": None}) is None
