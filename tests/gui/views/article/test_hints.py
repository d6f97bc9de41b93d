"""Letters over words: short ones, none the beginning of another, and what was meant comes out once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from core.model.spans import Span
from gui.theme import Theme
from gui.views.article.hints import ALPHABET, HEIGHT, Hints, Target, labels_for
from gui.views.article.page import Page
from tests.support.articles import SEED_TEXT

TEXT = SEED_TEXT.read_text(encoding="utf-8")


@pytest.fixture
def hints(qapp):
    page = Page()
    page.show(TEXT)
    page.fit(812, 1.0)
    page.visible(0, 2000)
    made = Hints(page, Theme(), qapp)
    made.page, made.changes, made.meant = page, [], []
    made.changed.connect(lambda: made.changes.append(made.typed))
    return made


def targets(count: int) -> list[Target]:
    return [Target(Span(9 * number, 9 * number + 5), number) for number in range(count)]


@pytest.mark.parametrize(("count", "length"), [(0, 0), (1, 1), (26, 1), (27, 2), (676, 2), (677, 3), (2000, 3)])
def test_there_are_as_many_labels_as_targets_all_as_short_as_can_be(count, length):
    labels = labels_for(count)
    assert len(set(labels)) == len(labels) == count
    assert {len(label) for label in labels} <= {length}


def test_letters_under_the_fingers_come_first_and_no_label_begins_another():
    assert labels_for(3) == ["a", "s", "d"]
    assert len(set(ALPHABET)) == 26
    for count in (26, 27, 700):
        labels = set(labels_for(count))
        assert not any(label[:cut] in labels for label in labels for cut in range(1, len(label)))


def test_one_letter_points_and_the_letters_go(hints):
    assert not hints.active
    hints.begin(targets(3), hints.meant.append)
    assert (hints.active, list(hints.labels)) == (True, ["a", "s", "d"])
    hints.type("s")
    assert (hints.meant, hints.active, hints.labels, hints.typed) == ([1], False, {}, "")


def test_pairs_are_typed_one_by_one_and_the_first_can_be_taken_back(hints):
    hints.begin(targets(60), hints.meant.append)
    hints.type("S")
    assert (hints.typed, hints.meant) == ("s", [])
    hints.back()
    assert hints.typed == ""
    hints.back()
    for letter in "as":
        hints.type(letter)
    assert hints.meant == [1]


def test_letters_that_lead_nowhere_are_not_taken(hints):
    hints.begin(targets(30), hints.meant.append)
    for letter in ("1", "", "m", "ö", "ß", "ф", "İ"):
        hints.type(letter)
    assert (hints.typed, hints.meant, hints.active) == ("", [], True)
    hints.type("a")
    hints.type("m")
    assert hints.meant == [25]


def test_a_sharp_s_is_not_two_letters(hints):
    hints.begin(targets(60), hints.meant.append)
    assert "ss" in hints.labels
    hints.type("ß")
    assert (hints.meant, hints.active) == ([], True)


def test_with_nothing_to_point_at_no_letter_does_anything(hints):
    hints.begin([], hints.meant.append, takes_words=True)
    hints.type("a")
    assert (hints.active, hints.takes_words, hints.meant) == (True, True, [])
    hints.finish(Span(3, 7))
    assert (hints.active, hints.takes_words, hints.meant) == (False, False, [Span(3, 7)])


def test_what_is_given_up_means_nothing(hints):
    hints.begin(targets(3), hints.meant.append, takes_words=True)
    hints.cancel()
    hints.cancel()
    hints.type("a")
    hints.finish("late")
    assert (hints.meant, hints.active, hints.takes_words) == ([], False, False)
    assert len(hints.changes) == 2, "once for the beginning and once for the end"


def test_they_are_away_before_what_was_meant_happens(hints):
    seen = []
    hints.begin(targets(2), lambda value: seen.append((value, hints.active)))
    hints.type("a")
    assert seen == [(0, False)]


def test_what_was_meant_can_ask_again(hints):
    hints.begin(targets(2), lambda value: hints.begin(targets(2), hints.meant.append))
    hints.type("a")
    assert hints.active
    hints.type("s")
    assert hints.meant == [1]


def test_each_is_painted_at_the_upper_left_of_its_words_until_it_can_not_be_meant(hints, drawn, colours):
    def seen(number):
        x, line = hints.page.caret_at(9 * number)
        image = drawn(lambda painter: hints.paint(painter, top=0, bottom=300), 700, 300)
        around = QRect(round(x) - 4, line - HEIGHT // 2, 12, HEIGHT)
        return colours(image, around)[Theme().colour("primary").name()]

    hints.begin([replace(target, decides=False) for target in targets(30)], hints.meant.append)
    assert min(seen(number) for number in range(28)) > 40
    hints.type("s")
    assert [seen(number) > 40 for number in (0, 25, 26, 27)] == [False, False, True, True]


def test_letters_that_decide_are_outlined_and_those_that_only_go_there_are_filled(hints, drawn, colours):
    found = []
    for decides in (True, False):
        hints.begin([Target(Span(0, 5), 1, decides=decides)], hints.meant.append)
        image = drawn(lambda painter: hints.paint(painter, top=0, bottom=300), 700, 300)
        found.append([colours(image)[Theme().colour(role).name()] for role in ("primary", "line2")])
    (_, line), (ground, none) = found
    assert line > 20 > none
    assert ground > 60 > found[0][0]


def test_letters_hide_neither_capitals_of_their_line_nor_the_words_of_the_one_before(hints, drawn, inked):
    hints.begin([Target(Span(300, 305), 1)], hints.meant.append)
    _, line = hints.page.caret_at(300)
    box = inked(drawn(lambda painter: hints.paint(painter, top=0, bottom=600), 700, 600))
    assert line - 9 <= box.top() < box.bottom() <= line + 6


def test_out_of_view_nothing_is_painted(hints, drawn, colours):
    hints.begin([Target(Span(len(TEXT) - 5, len(TEXT)), 0)], hints.meant.append)
    image = drawn(lambda painter: hints.paint(painter, top=0, bottom=200), 700, 300)
    assert set(colours(image)) == {"#ffffff"}
