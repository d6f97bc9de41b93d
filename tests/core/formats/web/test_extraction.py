import pytest

from core.formats.web.extraction import extracted
from core.formats.web.tree import parsed

PARAGRAPH = (
    "<p>The minister said on Tuesday that she would leave the government after a long row over the budget, {}.</p>"
)
BODY = "".join(PARAGRAPH.format(f"as paper {n} had it") for n in range(4))


def test_the_headline_stands_first_even_where_it_is_outside_of_the_text():
    page = f"<html lang='de'><head><title>Row</title></head><body><header><div><h1>Minister  quits</h1></div></header><article>{BODY}</article></body></html>"
    found = extracted(parsed(page))
    text, (zone, *_) = found.fields["text"], found.fields["zones"]
    assert text[zone["start"] : zone["end"]] == "Minister quits"
    assert zone["type"] == "headline"
    assert text.count("\n\n") == 4
    assert found.fields["language"] == "de"


def test_a_page_without_text_is_none():
    assert extracted(parsed("")) is None
    assert extracted(parsed("<html><body><nav>x</nav></body></html>")) is None


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + BODY,
        "<p><b><i>x</b>" * 5_000 + BODY,
        BODY.replace(" ", "\x00"),
        "<!--" + BODY,
        "<" * 100_000,
        "&" * 100_000,
        "<html><body><article>" + BODY,
    ],
    ids=["deep", "crossed", "nul", "comment", "signs", "ampersands", "unclosed"],
)
def test_broken_pages_end_well(page):
    found = extracted(parsed(page))
    assert found is None or found.fields["text"].strip()


def test_a_language_is_taken_only_where_it_is_one():
    for said, language in (("en_US", "en-US"), ("English", None)):
        assert (
            extracted(parsed(f"<html lang='{said}'><body><article>{BODY}</article>")).fields.get("language") == language
        )


def test_a_paragraph_in_a_div_and_its_heading_stand_where_they_do_on_the_page():
    lost = (
        "Her party was taken by surprise. “Nobody told us a word,” said its leader, who had been abroad since Sunday."
    )
    page = f"<html><body><h1>Minister quits</h1><div>{lost}</div>{BODY}<h2>The row</h2><ul><li>“It was long,” one said.</li></ul>{PARAGRAPH.format('again')}</body></html>"
    texts = extracted(parsed(page)).fields["text"].split("\n\n")
    assert texts[:2] == ["Minister quits", lost]
    assert texts[6:8] == ["The row", "“It was long,” one said."]
    assert len(texts) == 9
