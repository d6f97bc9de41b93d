import pytest
from lxml import html

from core.formats.web.dates import date_of
from tests.support.pace import in_time

WORDS = "<h1>On 3 May 2020</h1><p>It opened on 2019-03-01T10:00:00 and on 5.6.2021, in 2022.</p><p>© 2018</p>"


def found(head="", body="", url=None):
    page = f"<html><head><title>From 2017-01-02</title>{head}</head><body>{WORDS}{body}</body></html>"
    return date_of(html.fromstring(page), url)


def in_json(words):
    return f'<script type="application/ld+json">{words}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-05T10:00:00Z">',
        '<meta name="date" content="5 March 2024">',
        '<meta name="DC.date.issued" content="20240305">',
        '<meta http-equiv="date" content="2024-03-05">',
        '<meta itemprop="datePublished" content="2024-03-05">',
        in_json(
            '{"@type": "NewsArticle", "description": "2016-01-01T10:00:00", "datePublished" : "2024-03-05T10:00:00+01:00"}'
        ),
    ],
)
def test_metadata_state_the_day(head):
    assert found(head) == "2024-03-05"


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2024-03-05T09:00">Tuesday</time><time datetime="2024-03-06">updated</time>',
        '<time datetime="2015-07-08">then</time><time pubdate datetime="2024-03-05"></time>',
        '<span itemprop="datePublished" content="2024-03-05">Tuesday</span>',
        '<aside><p><time datetime="2016-01-01">old</time></p></aside><p class=byline><time datetime="2024-03-05">x</time>',
    ],
)
def test_an_element_states_the_day(body):
    assert found(body=body) == "2024-03-05"


def test_an_address_may_hold_the_day():
    assert found(url="https://daily.example/2024/03/05/bridge") == "2024-03-05"
    assert found(url="https://daily.example/2024/bridge-of-2019") is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", ""),
        ('<meta name="description" content="On 2024-03-05T10:00:00 it opened">', ""),
        ('<meta name="date" content="2024">', ""),
        ('<meta name="created" content="00:00:00">', ""),
        ('<meta itemprop="copyrightYear" content="2024">', ""),
        (in_json('{"description": "2024-03-05T10:00:00"}'), ""),
        (in_json('{"datePublished": "2024-03"}'), ""),
        ("", "<time>2024-03-05</time>"),
        ("", '<time datetime="2024-03">March</time>'),
        ("", '<time datetime="PT5M">5 minutes</time>'),
        ("", '<div class=related><time datetime="2024-03-05">x</time></div>'),
        (
            "",
            f'<p>The first one sank on <time datetime="1998-05-01">1 May</time>, {"a very long time ago, " * 9}they say.</p>',
        ),
        ("", '<table><tr><td>2024</td></tr></table><span class="date">ON 2026-01-02T10:00:00</span>'),
    ],
)
def test_no_day_is_made_up(head, body):
    assert found(head, body) is None


def test_many_statements_take_no_time():
    with in_time(5):
        assert found(in_json('"datePublished":"' * 20_000), '<time datetime="2024-03-05">' * 200) == "2024-03-05"
