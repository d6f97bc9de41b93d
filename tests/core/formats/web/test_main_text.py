import pytest

from core.formats.web.blocks import blocks
from core.formats.web.extraction import extracted
from core.formats.web.main_text import main_text
from core.formats.web.tree import parsed

GO, STAY = "“We will go,” said Minister Ann Lee.", "“We will stay,” said Bob Fox."
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sports</a></li></ul></nav>'
LINKS = '<div class="menu"><a href="/">Home</a> <a href="/s">Sports</a></div>'
HEAD = "<html lang='en'><head><title>Late story - Daily</title></head><body>"


def page(body):
    return parsed(f"{HEAD}{body}</body></html>")


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        (f"{MENU}<main><h1>Late story</h1><p>{GO}</p><p>{STAY}</p></main><footer><p>© Daily</p></footer>", "1 menu"),
        (f"{LINKS}<h1>Late story</h1><div>{GO}</div><div>{STAY}</div>", ""),
        (f"{MENU}<h1>Late story</h1><div><div>{GO}</div><div>{STAY}</div></div>", "1 menu"),
        (f"{MENU}<main><h1>Late story</h1><ul><li>{GO}</li><li>{STAY}</li></ul></main>", "1 menu"),
        (
            f"<article><h1>Late story</h1><figure><img src='x'><figcaption>A picture of it</figcaption></figure>"
            f"<p>{GO}</p><p>{STAY}</p><aside>Read more of this</aside></article>",
            "1 caption",
        ),
    ],
    ids=["main", "divs", "div in div", "list", "caption"],
)
def test_a_short_article_has_its_paragraphs_and_nothing_else(body, left_out):
    found = extracted(page(body))
    assert found.fields["text"].split("\n\n") == ["Late story", GO, STAY]
    (zone,) = found.fields["zones"]
    assert (zone["type"], zone["start"], zone["end"]) == ("headline", 0, 10)
    assert left_out in found.left_out


def test_one_short_paragraph_is_an_article():
    assert extracted(page(f"{MENU}<h1>Late story</h1><p>{GO}</p>")).fields["text"] == f"Late story\n\n{GO}"


def test_a_page_of_one_block_stays_as_it_was_read():
    tree = page(f"<p>{GO} {STAY} And so it went on for a long time, as everybody had thought that it would.</p>")
    assert next(blocks(main_text(tree.page, tree.root).body)).text.startswith(GO)


def test_a_page_without_words_has_no_text():
    tree = page("")
    assert main_text(tree.page, tree.root) is None
