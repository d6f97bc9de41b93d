import pytest

from core.errors import BadInput
from core.formats.web import piece as module
from core.formats.web.piece import words_of


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (
            "<p>One “A spark”&nbsp;said.<br/>Line</p>\n<p>Two  words\n on</p>",
            "One “A spark”\xa0said.\nLine\n\nTwo words on",
        ),
        ("before<div>in<p>deeper</p>tail</div>after", "before\n\nin\n\ndeeper\n\ntail\n\nafter"),
        ("<p>a<script>x()</script>b<style>c</style><!-- no -->d</p>", "abd"),
        ("<p>3 < 4 &amp; 5 &gt; 4 &lt;b&gt; AT&T</p>", "3 < 4 & 5 > 4 <b> AT&T"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>", "1 2\n\n3"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<odd>kept</odd> <form>too</form>", "kept\n\ntoo"),
        ("<b>👩🏽‍🚀</b> e\u0301 <i>שלום</i>", "👩🏽‍🚀 e\u0301 שלום"),
        ("Plain\n  lines &amp; 3 < 4 &#8220;x&#8221;", "Plain\n  lines & 3 < 4 “x”"),
        ("", ""),
        ("<!-- only -->", ""),
        ("<br>", ""),
    ],
)
def test_html_becomes_words_in_paragraphs(piece, words):
    assert words_of(piece, "a") == words


def test_long_texts_come_whole():
    assert words_of("<p>" + "x" * 11_000_000 + "<p>end", "a") == "x" * 11_000_000 + "\n\nend"


def test_depth_is_no_matter_until_it_is_refused():
    def deep(depth: int) -> str:
        return "<p>start<div>" + "<b>" * depth + "deep" + "</b>" * depth + "</div><p>end"

    assert words_of(deep(1000), "a") == "start\n\ndeep\n\nend"
    with pytest.raises(BadInput, match=r"^a: holds HTML that is nested too deeply to be read$"):
        words_of(deep(3000), "a")


def test_too_many_tags_are_refused(monkeypatch):
    monkeypatch.setattr(module, "_MOST_TAGS", 10)
    with pytest.raises(BadInput, match=r"^a: holds more than 10 tags of HTML"):
        words_of("<p>x" * 11, "a")
