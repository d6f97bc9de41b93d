from core.formats.web import tree
from core.formats.web.tree import elements, parsed

BODY = "<p>The minister said on Tuesday that she would leave the government.</p>"


def too_much_of(page):
    return parsed(page).too_much


def test_more_than_any_article_has_is_refused_beforehand():
    assert too_much_of(BODY) is None
    assert too_much_of("<a>" * 150_001) == "has more than 150,000 elements"
    assert (
        too_much_of("<div " + " ".join(f"a{n}=1" for n in range(2000)) + ">")
        == "has an element with more than 1,000 attributes"
    )
    assert too_much_of(f"<div data-x='{'a b = ' * 5000}' title=\"{'c ' * 5000}\">") is None


def test_what_is_more_than_any_article_has_is_not_parsed(monkeypatch):
    monkeypatch.setattr(tree, "MOST_ELEMENTS", 2)
    assert parsed("<p>a<p>b<p>c").root is None


def test_a_page_that_the_parser_gives_up_is_known():
    assert too_much_of("<div>" * 5_000 + BODY) == "is nested so deeply that a part of it would be lost"
    assert elements("<b>" * 1_000 + "far down", huge=True)[1] is False


def test_a_nul_is_no_end_of_a_page():
    found = parsed("<p>a\0b</p><p>c</p>")
    assert found.page == "<p>a\ufffdb</p><p>c</p>"
    assert "".join(found.root.itertext()) == "a\ufffdbc"


def test_nothing_has_no_root():
    assert parsed("") == ("", None, None)
