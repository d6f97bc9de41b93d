"""Letters over all quotes and names in view: to go there, or to settle the current quote."""

import pytest

from core.model.records import Candidate
from core.model.spans import Span
from core.model.terms import Relation, Status, Via
from gui.actions import point
from gui.selection import Mode
from tests.support.articles import quote_of


def letters(frame, value):
    """Return the letters that stand for a quote's id or over words."""
    for label, target in frame.view.hints.labels.items():
        if value in (target.value, frame.models.article.text[slice(*target.span)]):
            return label
    raise AssertionError(f"no letters for {value}")


def test_a_quotes_letters_make_it_the_current_one(frame):
    ids = [quote.id for quote in frame.models.article.quotes]
    for number in (12, 1, 7):
        frame.press(";")
        frame.press(*letters(frame, ids[number - 1]))
        assert (frame.at, frame.view.hints.active) == (number, False)
    assert frame.models.watch.history.rows == []


def test_a_names_letters_settle_the_current_quote_as_a_key_does(frame):
    frame.press(";")
    target = next(
        each
        for each in frame.view.hints.labels.values()
        if isinstance(each.value, Candidate) and each.value.name == "Lavrov"
    )
    frame.press(*letters(frame, target.value))
    stored = frame.stored().quotes[0]
    assert (stored.speaker_name, stored.mention, stored.status) == ("Lavrov", target.span, Status.CORRECTED)
    assert (stored.decided.via, frame.at) == (Via.DIGIT, 2)
    assert not frame.desktop.by_key


def test_a_names_letters_add_the_second_speaker_that_is_asked_for(frame):
    first = frame.quote(1)
    frame.press("a", ";")
    letter = next(
        label
        for label, target in frame.view.hints.labels.items()
        if isinstance(target.value, Candidate) and target.value.name == "Lavrov"
    )
    frame.press(*letter)
    stored = frame.stored().quotes[0]
    assert (stored.speaker_name, stored.status) == (first.speaker_name, first.status)
    assert [(each.speaker_name, each.relation) for each in stored.more_speakers] == [("Lavrov", Relation.JOINT)]
    assert (frame.at, frame.models.selection.mode) == (1, Mode.PICK)


def test_there_are_letters_for_every_quote_and_name_in_view_and_once(frame):
    frame.press(";")
    spans = [target.span for target in frame.view.hints.labels.values()]
    assert len(spans) == len(set(spans))
    assert {quote.fragments[0] for quote in frame.models.article.quotes} <= set(spans)
    assert {quote.mention for quote in frame.models.article.quotes} <= set(spans)
    assert spans == sorted(spans)


def test_escape_and_other_signs_decide_nothing(frame):
    frame.press(";", "1", "enter", "tab", ";", "esc")
    assert (frame.at, frame.view.hints.active, frame.models.watch.history.rows) == (1, False, [])
    assert "Esc leaves" in frame.told[0]


def test_an_article_without_quotes_has_nothing_to_point_at(over):
    frame = over("Nothing is said.")
    frame.press(";")
    assert (frame.view.hints.active, frame.told) == (False, [])


def test_where_nothing_is_in_view_the_keys_stay_as_they_are(over):
    text = "“Go,” she said.\n\n" + "\n\n".join(f"Paragraph {n} says nothing at all." for n in range(200))
    frame = over(text, quote_of(text, "“Go,”"))
    frame.view.scrolling.jump(2000)
    frame.press(";")
    assert not frame.view.hints.active
    assert frame.told[-1].startswith("No quote and no name is in view.")
    frame.press("f")
    assert frame.quote(1).flagged


@pytest.mark.parametrize("zoom", [0.8, 1.8])
def test_after_scrolling_and_zoom_the_letters_are_those_of_what_is_seen(ten_thousand, zoom):
    frame = ten_thousand
    frame.view.zoom = zoom
    frame.view.scrolling.jump(200_000)
    frame.press(";")
    top, page = frame.view.scrolling.top, frame.view.canvas.page
    tops = [page.line_top(target.span.start) for target in frame.view.hints.labels.values()]
    assert len(tops) > 10
    assert top <= min(tops)
    assert max(tops) <= top + frame.view.viewport().height() - page.pitch
    label, target = list(frame.view.hints.labels.items())[10]
    frame.press(*label)
    assert frame.models.selection.quote_id == target.value


def test_a_rejected_quote_is_not_pointed_at_and_takes_no_name(frame):
    frame.press("x", ";")
    values = [target.value for target in frame.view.hints.labels.values()]
    assert frame.models.selection.quote_id not in values
    assert all(isinstance(value, str) for value in values)


def test_without_a_current_quote_only_quotes_are_pointed_at(frame):
    frame.models.selection.select_quote("")
    point.point(frame.desktop)
    assert {type(target.value) for target in frame.view.hints.labels.values()} == {str}
    frame.press(*letters(frame, frame.quote(3).id))
    assert frame.at == 3


def test_words_that_are_quote_and_name_at_once_are_the_quote(over):
    text = "“Bo Lind” is a title."
    candidate = Candidate(name="Bo Lind", speaker_id="s1", mention=Span(0, 9))
    frame = over(text, quote_of(text, "“Bo Lind”", candidates=(candidate,)))
    frame.press(";")
    assert [target.value for target in frame.view.hints.labels.values()] == [frame.quote(1).id]
