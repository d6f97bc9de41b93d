"""Finding words in the article: every place, one after the other and round, framed on the page."""

import pytest

from core.model.spans import Span
from gui.theme import Theme
from gui.views.article.find import MOST, Find
from gui.views.article.page import Page
from tests.support.articles import article_of

TEXT = "Spring came. The spring was late.\n\nNo SPRING\nat all; winter\r\n spring. “Frühling”, said ß."


@pytest.fixture
def find(qapp):
    page = Page()
    made = Find(page, Theme("light"), qapp)
    made.page = page
    page.show(TEXT)
    page.fit(812, 1.0)
    page.visible(0, 2000)
    made.heard = []
    made.changed.connect(lambda: made.heard.append(made.at))
    return made


def words(find):
    return [find.page.text[slice(*span)] for span in find.found]


def test_capitals_do_not_count(find):
    assert find.look_for("spring") == 4
    assert words(find) == ["Spring", "spring", "SPRING", "spring"]
    assert (find.at, find.heard) == (-1, [-1])


def test_any_white_space_stands_for_any_other(find):
    assert find.look_for("  no   spring at ") == 1
    assert words(find) == ["No SPRING\nat"]
    assert find.look_for("winter spring") == 1
    assert words(find) == ["winter\r\n spring"]
    assert find.words == "winter spring"


@pytest.mark.parametrize(
    "nothing", ["", "  ", "\n\t", "autumn", "*", '"', "(", "\\", "[a-z]", "x" * 10_000, "😀", "صيف"]
)
def test_what_is_not_there_is_not_found(find, nothing):
    assert find.look_for(nothing) == 0
    assert find.step(0, forward=True) is None
    assert find.step(0, forward=False) is None
    assert find.at == -1


@pytest.mark.parametrize("sign", ["“", ".", ";", "ß", "FRÜHLING", "at all; winter"])
def test_signs_and_letters_of_any_kind_are_found(find, sign):
    assert find.look_for(sign) >= 1


def test_places_after_and_before_an_offset_and_round_the_end(find):
    find.look_for("spring")
    starts = [span.start for span in find.found]
    seen, here = [], -1
    for _ in range(5):
        here = find.step(here, forward=True).start
        seen.append(find.at)
    assert seen == [0, 1, 2, 3, 0]
    here, seen = len(TEXT), []
    for _ in range(5):
        here = find.step(here, forward=False).start
        seen.append(find.at)
    assert seen == [3, 2, 1, 0, 3]
    assert find.step(starts[1] - 1, forward=True).start == starts[1]
    assert len(find.heard) == 12


def test_the_same_words_are_looked_for_in_another_text(find):
    find.again()
    assert find.heard == [], "nothing was looked for yet"
    find.look_for("spring")
    find.page.show("Spring only once.")
    find.again()
    assert (words(find), find.at) == (["Spring"], -1)
    find.look_for("")
    find.again()
    assert find.found == []


def test_pictures_and_other_scripts_stay_in_place(find):
    text = "👩‍👩‍👧 قال نعم 😀 نعم. İstanbul spring"
    find.page.show(text)
    assert find.look_for("نعم") == 2
    assert words(find) == ["نعم", "نعم"]
    find.look_for("spring")
    assert words(find) == ["spring"]
    assert find.look_for("👩‍👩‍👧") == 1


def test_a_flood_of_places_is_cut(find):
    find.page.show("a " * (MOST + 100))
    assert find.look_for("a") == MOST


def painted(drawn, colours, find, top=0, bottom=200):
    find.page.visible(0, 5000)
    image = drawn(lambda painter: find.paint(painter, top=top, bottom=bottom), 812, 200)
    return image.width() * image.height() - colours(image)["#ffffff"]


def test_each_place_is_framed_and_the_one_looked_at_stronger(find, drawn, colours):
    assert painted(drawn, colours, find) == 0
    find.look_for("came")
    thin = painted(drawn, colours, find)
    assert thin > 0
    find.step(-1, forward=True)
    assert painted(drawn, colours, find) > thin


def test_a_place_over_two_lines_has_a_frame_on_each(find, drawn, colours):
    find.look_for("no spring")
    one = painted(drawn, colours, find)
    find.look_for("no spring at all")
    assert painted(drawn, colours, find) > one


def test_places_out_of_view_are_not_painted(find, drawn, colours):
    find.page.show("spring\n\n" * 200)
    find.look_for("spring")
    one, some = painted(drawn, colours, find, bottom=10), painted(drawn, colours, find)
    assert 5 * one < some <= 6 * one, "a paragraph stands on 36 of the 200 pixels"
    assert painted(drawn, colours, find, top=2000, bottom=2200) == 0
    find.page.show("")
    find.again()
    assert painted(drawn, colours, find) == 0


def test_the_view_shows_and_forgets_frames(show):
    parts = show(article_of(TEXT, []))
    bare = parts.view.grab().toImage()
    parts.view.finding.look_for("spring")
    framed = parts.view.grab().toImage()
    assert framed != bare
    parts.source.articles["other"] = article_of("No season.", [], id="other")
    parts.model.show_document("other")
    assert parts.view.finding.found == []
    parts.model.show_document("sample")
    assert parts.view.finding.found[0].start == 0
    assert parts.view.grab().toImage() == framed
    parts.view.finding.look_for("")
    assert parts.view.grab().toImage() == bare


def test_a_place_can_be_shown(show):
    parts = show(article_of("word\n\n" * 300 + "spring\n\n" + "word\n\n" * 300, []))
    parts.view.finding.look_for("SPRING")
    span = parts.view.finding.step(-1, forward=True)
    parts.view.show_words(span)
    assert parts.view.selected_span() == span == Span(1800, 1806)
    top = parts.view.canvas.page.line_top(span.start)
    assert parts.view.scrolling.top < top < parts.view.scrolling.top + parts.view.viewport().height()


def test_frames_are_sharp(find, drawn, colours):
    find.look_for("spring")
    find.at = 0
    image = drawn(lambda painter: find.paint(painter, top=0, bottom=200), 700, 200)
    accent = find._theme.colour("accent").name()
    for place, wide in ((0, 2), (1, 1)):
        row = find.page.rows(find.found[place])[0]
        x = round((row.left + row.right) / 2)
        column = [image.pixelColor(x, y).name() for y in range(row.top, int(row.top) + 6)]
        assert column.count(accent) == wide
        assert set(column) == {accent, "#ffffff"}
