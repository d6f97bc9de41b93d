"""K: the decision takes others along, as one step, and only while it is on."""

import pytest

from core.model.records import Candidate
from core.model.spans import Span
from core.model.terms import Status, Via
from tests.gui.texts import pieces
from tests.support.articles import quote_of

PIECES = ("“One,”", "“Two,”", "“Three,”", "“Four,”")
TEXT = " ".join(f"{piece} the minister said." for piece in PIECES)


@pytest.fixture
def minister(over):
    """Four quotes by "the minister", whom the model takes for Ana Ruiz; Bo Lind is the second candidate."""

    def made(piece):
        start = TEXT.index("the minister", TEXT.index(piece))
        mention = Span(start, start + len("the minister"))
        people = (("Ana Ruiz", "s1", 0.6), ("Bo Lind", "s2", 0.3))
        candidates = tuple(
            Candidate(name=name, speaker_id=key, confidence=share, mention=mention) for name, key, share in people
        )
        return quote_of(TEXT, piece, mention=mention, candidates=candidates)

    return over(TEXT, *map(made, PIECES))


def names(frame):
    """Return who says each quote in the file, checked ones with a star."""
    return " ".join(f"{quote.speaker_name.split()[0]}{'*' * quote.checked}" for quote in frame.stored().quotes)


def test_off_the_decision_is_about_one_quote(minister):
    minister.press("2")
    assert names(minister) == "Bo* Ana Ana Ana"


def test_on_what_follows_follows_and_stays_unchecked_and_is_one_step(minister):
    minister.press("down", "k", "enter")
    assert names(minister) == "Bo* Bo Bo Bo"
    assert [quote.decided.via for quote in minister.stored().quotes] == [Via.ENTER, *[Via.PROPAGATED] * 3]
    assert {quote.status for quote in minister.stored().quotes[1:]} == {Status.SUGGESTED}
    assert minister.at == 2
    minister.press("ctrl+z")
    assert names(minister) == "Ana Ana Ana Ana"


def test_the_offer_is_shown_before_and_on_the_tags(minister):
    panel = minister.window.panel
    minister.press("down")
    minister.models.chain.look()
    assert panel.chain.isVisible()
    assert panel.chain.accessibleName() == "Also set the 3 quotes that follow"
    assert not panel.chain.isChecked()
    assert {one.name for one in minister.view.canvas.tag_painter.followed.values()} == {"Bo Lind"}
    minister.press("k")
    assert panel.chain.isChecked()
    minister.press("k")
    assert not panel.chain.isChecked()
    minister.press("up")
    minister.models.chain.look()
    assert not panel.chain.isVisible()


def test_it_goes_off_with_the_quote(minister):
    minister.press("down", "k", "right", "2")
    assert names(minister) == "Ana Bo* Ana Ana"


@pytest.mark.parametrize("way", ["digit", "name", "new name", "click", "letters"])
def test_by_whatever_way_somebody_is_named(minister, way):
    minister.press("down", "k")
    box = minister.window.panel.name_box
    if way == "digit":
        minister.press("2")
    elif way == "click":
        minister.click_row(minister.window.panel.list, 1)
    elif way == "letters":
        minister.press(";")
        minister.press(next(key for key, each in minister.view.hints.labels.items() if not isinstance(each.value, str)))
    else:
        minister.press("/" if way == "name" else "n")
        minister.press(*("bo l" if way == "name" else "Cy"), "enter", on=box)
    wanted = {"new name": "Cy", "letters": minister.quote(2).speaker_name.split()[0]}.get(way, "Bo")
    assert names(minister) == f"{wanted}* {wanted} {wanted} {wanted}"


def test_what_was_checked_does_not_follow(minister):
    minister.press("right", "enter", "left", "left")
    minister.press("down", "k", "enter")
    assert names(minister) == "Bo* Ana* Bo Bo"


def test_with_the_mouse(minister):
    minister.press("down")
    minister.models.chain.look()
    minister.click(minister.window.panel.chain)
    assert minister.models.chain.on
    minister.click(minister.window.panel.accept)
    assert names(minister) == "Bo* Bo Bo Bo"


def test_the_preview_is_of_the_name_in_the_box(minister):
    minister.press("down", "k", "n")
    box = minister.window.panel.name_box
    minister.press(*"Cy", on=box)
    minister.models.chain.look()
    assert "they become Cy" in minister.window.panel.chain.accessibleDescription()
    assert {one.name for one in minister.view.canvas.tag_painter.followed.values()} == {"Cy"}
    minister.press("esc", on=box)
    minister.models.chain.look()
    assert "they become Bo Lind" in minister.window.panel.chain.accessibleDescription()


def test_while_a_name_is_typed_the_offer_can_be_taken_by_mouse(minister):
    minister.press("n")
    box = minister.window.panel.name_box
    minister.press(*"Cy", on=box)
    minister.models.chain.look()
    minister.click(minister.window.panel.chain)
    assert (box.text(), minister.models.chain.on) == ("Cy", True)
    minister.press("enter", on=box)
    assert names(minister) == "Cy* Cy Cy Cy"


def test_it_can_be_on_before_somebody_is_named(minister):
    minister.press("k")
    assert minister.told[-1] == "Other quotes will follow as soon as you name another speaker."
    minister.press("n")
    minister.press(*"Cy", "enter", on=minister.window.panel.name_box)
    assert names(minister) == "Cy* Cy Cy Cy"


def test_where_nobody_would_follow_it_says_so(minister):
    minister.press("right", "right", "right", "k")
    assert minister.told[-1] == "No other quote would follow this decision."
    assert not minister.models.chain.on
    minister.press("0", "k")
    assert not minister.models.chain.on


def test_kind_edges_and_flags_take_nobody_along(minister):
    minister.press("down", "k", "i", "f", "shift+left")
    assert names(minister) == "Ana Ana Ana Ana"
    assert [pieces(minister, number)[0] for number in (2, 3, 4)] == list(PIECES[1:])
