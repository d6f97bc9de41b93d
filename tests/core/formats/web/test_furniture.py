import pytest
from lxml import html

from core.formats.web.furniture import left_out, zone_of, zones_of
from core.model.terms import ZoneType

PAGE = """<html><body><nav><a>Home</a><form>x</form></nav><article><p>Kept words</p>
<span class="article-byline">By Ana</span><figure><figcaption>A photo</figcaption></figure>
<blockquote class="twitter-tweet"><p>We thank the minister for all of it.</p>— PM</blockquote>
<aside class="pullQuote">Time to go</aside><div class="related"><a>Other</a></div><div id="comments"><p>First!</p></div></article>
<script>a()</script><script>b()</script><aside></aside><footer>©</footer></body></html>"""


def test_zones_are_known_by_tag_or_class():
    known = dict(zones_of(html.fromstring(PAGE)))
    assert known["A photo"] is ZoneType.CAPTION
    assert known["By Ana"] is ZoneType.BYLINE
    assert known["Time to go"] is ZoneType.PULL_QUOTE
    assert known["We thank the minister for all of it."] is ZoneType.EMBED


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("A  photo", ZoneType.CAPTION),
        ("the minister for all of it.", ZoneType.EMBED),
        ("PM", None),
        ("Kept words", None),
    ],
)
def test_a_block_is_a_zone_by_its_words(words, zone):
    assert zone_of(words, dict(zones_of(html.fromstring(PAGE)))) is zone


def test_what_is_left_out_is_counted_once_and_empty_things_are_not():
    said = left_out(html.fromstring(PAGE), frozenset({"Kept words", "Time to go"}))
    assert said == "1 menu, 1 byline, 1 caption, 1 embed, 1 related list, 1 comment list, 2 scripts and 1 footer"


def test_nothing_left_out_is_not_told():
    assert left_out(html.fromstring("<html><body><p>x</p></body></html>"), frozenset({"x"})) == ""
