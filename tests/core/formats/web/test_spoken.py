import pytest

from core.formats.web.extraction import extracted
from core.formats.web.piece import words_of
from core.formats.web.tree import parsed

WORDS = (
    "The city council voted on Tuesday night to close the bridge after engineers warned that its cables had corroded."
)
SAID = "We shall see what happens next, and we shall not wait."


def text_of(inside):
    body = (
        f"<article><h1>Bridge</h1><p>{WORDS}</p><p>{WORDS[9:]}</p>{inside}<p>That was all that they said.</p></article>"
    )
    page = extracted(parsed(f"<!DOCTYPE html><html><body>{body}</body></html>"))
    assert page is not None
    return page.fields["text"].split("\n\n")[3:-1]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<q>we shall see</q> and", "“we shall see” and"),
        ("<q> <b>we</b> shall <i>see</i> </q> and", "“we shall see” and"),
        ("<q>he told us <q>no</q>, and <q>no</q></q>, then", "“he told us ‘no’, and ‘no’”, then"),
        ("<q>“we shall see”</q> and", "“we shall see” and"),
        ("“<q>we shall see</q>” and", "“we shall see” and"),
    ],
)
def test_the_marks_that_an_element_stands_for_are_in_the_text(inside, text):
    said = "The mayor of the city said {} left the room with all the engineers of the state."
    assert text_of(f"<p>{said.format(inside)}</p>") == [said.format(text)]
    assert words_of(f"<p>{said.format(inside)}</p>", "a") == said.format(text)


def test_who_said_a_block_quote_stays_with_it():
    quote = f"<blockquote><p>{SAID}</p><footer>— Bob Jones, <cite>engineer</cite></footer></blockquote>"
    assert text_of(quote) == [SAID, "— Bob Jones, engineer"]
    assert words_of(quote, "a") == f"{SAID}\n\n— Bob Jones, engineer"
    assert text_of("<footer>© The Daily</footer>") == []
