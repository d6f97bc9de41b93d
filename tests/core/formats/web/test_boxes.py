import pytest
from lxml import html

from core.formats.web.boxes import Boxes
from core.formats.web.standing import standing

TEXT = "The bridge over the river was closed on Monday, and nobody knows for how long"


def is_inside(box, known=TEXT):
    page = f"<body><nav>Menu</nav><div id=story class=with-ads><p>{TEXT} one.</p>{box}<p>{TEXT} two.</p></div><div><p id=far>far</p></div>"
    root = html.fromstring(page)
    found = list(standing(root))
    boxes = Boxes(root, found, frozenset(number for number, each in enumerate(found) if known in each.block.text))
    return boxes.is_inside(root.get_element_by_id("x", None) if "id=x" in box else root.get_element_by_id("far"))


@pytest.mark.parametrize(
    "box",
    [
        "<p id=x>Words.</p>",
        "<div><p id=x>Words.</p><p>More of them.</p></div>",
        "<section class=story-part><div id=x>Words with <a href=y>one link</a>.</div></section>",
        "<div class=shadow><p id=x>Words.</p></div>",
        f"<div><p>{TEXT}</p><div><p id=x>Words.</p><p>And words, so that {TEXT} is less than half.</p></div><form><input></form></div>",
        f"<div class=promo-box><p>{TEXT}</p><p id=x>Words.</p></div>",
    ],
)
def test_what_stands_amid_the_article_is_inside(box):
    assert is_inside(box)


@pytest.mark.parametrize(
    "box",
    [
        "<aside><p id=x>Words.</p></aside>",
        "<div class='c readAlso'><p id=x>Words.</p></div>",
        "<div class=CookieBox><p id=x>Words.</p></div>",
        "<div id=newsletter-2><p id=x>Words.</p></div>",
        "<div class=ad><p id=x>Words.</p></div>",
        "<div role=dialog><p id=x>Words.</p></div>",
        "<div><p id=x>Words.</p><form><input></form></div>",
        "<div><h3><a href=y>Another story</a></h3><p id=x>What it tells, in so many words.</p></div>",
        "<div><p id=x>Read <a href=y>another story of ours</a></p></div>",
        "<article><p id=x>Words.</p></article>",
        "<figure><p id=x>Words.</p></figure>",
    ],
)
def test_offers_teasers_and_notes_are_not(box):
    assert not is_inside(box)


def test_what_stands_elsewhere_is_not_inside():
    assert not is_inside("")


def test_half_of_the_words_may_be_links():
    root = html.fromstring("<body><ul><li>ab<a>cd</a></ul><ol><li>a<a>bcd</a></ol></body>")
    boxes = Boxes(root, list(standing(root)), frozenset())
    assert [boxes.is_words(node) for node in root] == [True, False]
