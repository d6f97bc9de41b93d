import pytest
from lxml import html

from core.formats.report.article import Entry
from core.formats.report.page import closing, colours, opening

SLOTS = range(8)
PAIRS = [
    *((ink, "paper", 4.5) for ink in ("ink", "ink2", "ink3", "accent", "doubttext")),
    ("ink3", "panel", 4.5),
    ("doubttext", "doubtfill", 4.5),
    *((f"s{slot}", ground, 4.5) for slot in SLOTS for ground in ("paper", "panel", f"t{slot}")),
    *(("ink", f"t{slot}", 7.0) for slot in SLOTS),
]


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_of_colours_on_the_page_can_be_read(theme):
    known = colours(theme)
    weak = {}
    for upper, lower, least in PAIRS:
        low, high = sorted((luminance(known[upper]), luminance(known[lower])))
        if (high + 0.05) / (low + 0.05) < least:
            weak[upper, lower] = (high + 0.05) / (low + 0.05)
    assert weak == {}


def written(*entries):
    return "".join([*opening(entries), closing()])


def test_the_list_of_contents_leads_to_each_article():
    root = html.fromstring(written(Entry("<One>", "Wire · 2020", 4, 3, 1), Entry("Two", "", 0, 0, 0)))
    assert [(link.get("href"), link.text) for link in root.xpath("//nav//a")] == [("#a1", "<One>"), ("#a2", "Two")]
    assert "2 articles · 4 quotes · 3 checked · 1 doubtful" in root.text_content()
    assert "3 of 4 quotes checked" in root.text_content()


def test_nothing_runs_and_nothing_is_fetched():
    page = written()
    assert "default-src 'none'" in page
    assert not [word for word in ("<script", "<link", "<img", "@import", "url(", "src=") if word in page]


def test_the_page_has_both_themes_and_one_for_paper():
    page = written()
    assert "prefers-color-scheme:dark" in page
    assert "@media print" in page
    assert '<html lang="en">' in page
