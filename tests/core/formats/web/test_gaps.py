import pytest
from lxml import html

from core.formats.web.blocks import Block
from core.formats.web.gaps import filled

FIRST = "The library will stay open at night, the town said on Friday after long talks."
LAST = "It opens its doors on the first night of May, when the students come back."
LOST = "“We have no other place to read,” said Kaja Lund, who studies law and works by day."
LONG = "A text that has nothing to do with the library, but is as long as a paragraph of it is, and longer."
MADE = [Block("Open at night", 1), Block(FIRST, 0), Block(LAST, 0)]


def put(between, after="", made=MADE):
    page = f"<body><nav>Home</nav><h1>Open at night</h1><div><p>{FIRST}</p>{between}<p>{LAST}</p></div>{after}</body>"
    found = filled(html.fromstring(page), made)
    assert [block for block in found.blocks if block in made] == list(made)
    return [block.text for block in found.blocks if block not in made], found.missed


@pytest.mark.parametrize(
    ("piece", "texts"),
    [
        (f"<div>{LOST}</div>", [LOST]),
        (f"{LOST}", [LOST]),
        ("<p>“No.”</p>", ["“No.”"]),
        ("<blockquote>Not now.</blockquote>", ["Not now."]),
        ("<p>— Kaja Lund, student</p>", ["— Kaja Lund, student"]),
        ("<ul><li>Bring a card.</li><li>No dogs</li></ul>", ["Bring a card.", "No dogs"]),
        (f"<h2>By night</h2><h3>Who reads</h3><p>{LOST}</p>", ["By night", "Who reads", LOST]),
        ("<h2>By night</h2>", ["By night"]),
        ("<div>夜间开放的图书馆很受欢迎，学生们这样说。</div>", ["夜间开放的图书馆很受欢迎，学生们这样说。"]),
        (
            "<div dir=rtl>قال الوزير إن المكتبة ستبقى مفتوحة طوال الليل.</div>",
            ["قال الوزير إن المكتبة ستبقى مفتوحة طوال الليل."],
        ),
    ],
)
def test_what_was_dropped_from_the_midst_is_put_back(piece, texts):
    assert put(piece) == (texts, [])


@pytest.mark.parametrize(
    "piece",
    [
        "<p>Advertisement</p>",
        "<div>The story goes on below.</div>",
        "<ul><li>Facebook</li><li>Copy link</li></ul>",
        "<h2>More stories</h2><ul><li><a href=x>The harbour is closed.</a></li></ul>",
        f"<div class=newsletter><p>{LONG}</p></div>",
        f"<section id=comments><p>{LONG}</p></section>",
        f"<div class=CookieBanner><p>{LONG}</p></div>",
        f"<div role=dialog><p>{LONG}</p></div>",
        f"<aside><h3>Facts</h3><p>{LONG}</p></aside>",
        f"<figure><figcaption>{LONG}</figcaption></figure>",
        f"<p><a href=x>{LONG}</a></p>",
        f"<p hidden>{LONG}</p>",
    ],
)
def test_what_is_no_part_of_the_article_stays_out(piece):
    assert put(piece) == ([], [])


@pytest.mark.parametrize(
    "piece",
    [
        f"<div class=promoBox><p>{LONG}</p></div>",
        f"<div><p>{LONG}</p><form><input></form></div>",
        f"<div><h3><a href=x>Harbour</a></h3><p>{LONG}</p></div>",
    ],
)
def test_what_is_long_and_stays_out_is_named_unless_it_is_told_by_its_kind(piece):
    assert put(piece) == ([], [LONG])


def test_what_stands_after_the_article_is_named_only():
    assert put("", after=f"<div><p>{LONG}</p><p>Short.</p></div>") == ([], [LONG])


def test_it_is_put_at_its_place():
    page = f"<body><h1>Open at night</h1><div>{LOST}</div><p>{FIRST}</p><div>{LONG}</div><p>{LAST}</p></body>"
    found = filled(html.fromstring(page), MADE)
    assert [block.text for block in found.blocks] == ["Open at night", LOST, FIRST, LONG, LAST]


def test_what_the_text_has_in_other_words_is_not_put_twice():
    made = [*MADE[:2], Block(LOST.replace(" other", ""), 0), MADE[2]]
    assert put(f"<p>{LOST}</p>", made=made) == ([], [])


def test_a_text_that_is_nowhere_on_the_page_is_left_as_it_is():
    made = [Block("Something else that the page does not show", 0)]
    assert filled(html.fromstring(f"<body><p>{LONG}</p></body>"), made) == (made, [LONG])
