import pytest
from lxml import html

from core.formats.web.furniture import Zones, left_out, zones_of
from core.model.terms import ZoneType
from tests.support.pace import in_time

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
    assert Zones(dict(zones_of(html.fromstring(PAGE)))).zone_of(words) is zone


def test_what_is_left_out_is_counted_once_and_empty_things_are_not():
    said = left_out(html.fromstring(PAGE), frozenset({"Kept words", "Time to go"}))
    assert said == "1 menu, 1 byline, 1 caption, 1 embed, 1 related list, 1 comment list, 2 scripts and 1 footer"


def test_dialogs_and_notes_on_cookies_are_told_whatever_they_are_called():
    page = "<body><dialog>a</dialog><div role=dialog>b</div><div role=alertdialog id=CookieBox>c</div><p role=note>d</p></body>"
    assert left_out(html.fromstring(page), frozenset({"x"})) == "2 dialogs and 1 cookie notice"


def test_nothing_left_out_is_not_told():
    assert left_out(html.fromstring("<html><body><p>x</p></body></html>"), frozenset({"x"})) == ""


def test_a_note_for_those_without_scripts_is_left_out_whatever_is_in_it():
    assert (
        left_out(html.fromstring("<body><noscript><p>x</p></noscript></body>"), frozenset({"x"})) == "1 no-script note"
    )


def test_the_innermost_zone_is_that_of_a_paragraph():
    page = "<aside class='pullquote'><p>a</p><blockquote class='twitter-tweet'>b<p>c</p></blockquote></aside>"
    assert dict(zones_of(html.fromstring(page))) == {
        "a b c": ZoneType.PULL_QUOTE,
        "a": ZoneType.PULL_QUOTE,
        "b c": ZoneType.EMBED,
        "c": ZoneType.EMBED,
    }


def test_depth_and_numbers_take_no_time():
    inside = "".join(f"<p>The minister said {n} that she would leave.</p>" for n in range(20_000))
    kept = "The minister said 5 that she would leave."
    with in_time(10):
        for name in ("pullquote", "share"):
            root = html.fromstring(f"<body>{f'<div class={name}>' * 200}{inside}")
            assert left_out(root, frozenset({kept})) == ""
            assert dict(zones_of(root)).get(kept) is (ZoneType.PULL_QUOTE if name == "pullquote" else None)
        zones = Zones({f"We thank the minister {n} for all": ZoneType.EMBED for n in range(20_000)})
        assert [zones.zone_of(f"The minister said {n} that she would leave.") for n in range(5_000)] == [None] * 5_000
