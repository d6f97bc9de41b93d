"""The queue's order and parts: chosen by button or menu, looked up in the project, kept for the next time."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.commands.roster import EditSpeaker
from core.desk.desk import Desk
from core.settings import Settings
from gui.actions import opening, queue
from gui.models.queue_parts import Order, Show
from tests.gui.frame import ANNOTATOR, Frame
from tests.support.projects import line, quote


def picture(frame):
    return frame.window.queue.order()


def chip(frame):
    last = frame.window.queue.chips.chips[-1]
    return last.text() if last.isVisible() else ""


def ticked(frame):
    frame.application.menus.refresh()
    return sorted(action.id for action in queue.ACTIONS if frame.application.menus.actions[action.id].isChecked())


def check_the_second(frame):
    """Check the one quote of the second article, so that it is the most done one."""
    frame.models.selection.select_document("two")
    frame.press("enter")
    assert picture(frame) == ["seed", "two"]


def test_another_order_is_kept_for_the_next_time(frame):
    check_the_second(frame)
    queue.sort_by(frame.desktop, Order.PROGRESS)
    assert picture(frame) == ["two", "seed"]
    assert frame.window.queue.ordering.text() == "Most done first ⌄"
    assert Settings.load(frame.desktop.settings.path)["queue_order"] == "Most done first"
    again = Frame(frame.folder)
    assert again.window.queue.filtered.order is Order.PROGRESS
    again.close()


@pytest.mark.parametrize("order", ["no such order", "", "أ", "x" * 10_000])
def test_an_order_that_there_is_not_is_passed_over(qapp, tmp_path, order):
    settings = Settings(tmp_path / "settings.toml")
    settings.choose("queue_order", order)
    settings.save()
    made = Frame(tmp_path)
    assert made.window.queue.filtered.order is Order.IMPORT
    made.close()


def test_each_order_and_part_has_an_entry_that_is_ticked(frame):
    assert ticked(frame) == ["order_import", "show_all"]
    for order in Order:
        frame.application.menus.run(f"order_{order.name.lower()}")
        assert frame.window.queue.filtered.order is order
        assert ticked(frame) == sorted([f"order_{order.name.lower()}", "show_all"])
    for show in Show:
        frame.application.menus.run(f"show_{show.name.lower()}")
        assert frame.window.queue.filtered.show_only is show
        assert f"show_{show.name.lower()}" in ticked(frame)


def test_the_next_article_is_that_of_the_order(frame):
    check_the_second(frame)
    queue.sort_by(frame.desktop, Order.PROGRESS)
    frame.press("ctrl+pgdown")
    assert frame.models.selection.document_id == "seed"
    frame.press("ctrl+pgdown")
    assert frame.models.selection.document_id == "seed"
    frame.press("ctrl+pgup")
    assert frame.models.selection.document_id == "two"


def test_work_leaves_the_article_where_it_is(frame):
    queue.sort_by(frame.desktop, Order.DOUBT)
    before = picture(frame)
    frame.press("enter", "enter", "ctrl+pgdown", "enter", "ctrl+enter")
    assert picture(frame) == before


def test_completing_goes_on_in_the_order_of_the_queue(frame):
    check_the_second(frame)
    queue.sort_by(frame.desktop, Order.PROGRESS)
    frame.press("ctrl+enter")
    assert frame.models.selection.document_id == "seed"
    assert picture(frame) == ["two", "seed"]


def test_flagged_articles_are_looked_up(frame):
    queue.show_part(frame.desktop, Show.FLAGGED)
    assert (picture(frame), chip(frame)) == ([], "Flagged 0")
    frame.press("ctrl+pgdown")
    frame.models.selection.select_document("two")
    frame.press("f")
    queue.show_part(frame.desktop, Show.FLAGGED)
    assert (picture(frame), chip(frame)) == (["two"], "Flagged 1")
    queue.show_part(frame.desktop, Show.ALL)
    assert (picture(frame), chip(frame)) == (["seed", "two"], "")


def test_articles_with_the_speaker_of_the_quote(frame):
    queue.show_part(frame.desktop, Show.SPEAKER)
    assert (picture(frame), chip(frame)) == (["seed"], "With Lukashenko 1")
    frame.models.selection.select_document("two")
    queue.show_part(frame.desktop, Show.SPEAKER)
    assert (picture(frame), chip(frame)) == (["two"], "With Ana Ruiz 1")


def test_articles_with_the_speaker_marked_in_the_list(frame):
    frame.window.speakers.list.setFocus()
    frame.window.speakers.list.setCurrentIndex(frame.application.speakers.index(1))
    queue.show_part(frame.desktop, Show.SPEAKER)
    assert chip(frame) == "With Lavrov 1"


def test_without_a_speaker_it_says_what_to_do_and_shows_what_it_showed(frame):
    frame.models.selection.select_quote("")
    queue.show_part(frame.desktop, Show.SPEAKER)
    assert frame.told[-1].startswith("No speaker is chosen.")
    assert (picture(frame), frame.window.queue.filtered.show_only) == (["seed", "two"], Show.ALL)


@pytest.mark.parametrize("name", ["x" * 10_000, "أنا رويز", "👩‍👩‍👧", "<b>&amp;</b>"])
def test_a_speaker_of_any_name_can_be_looked_up(frame, name):
    speaker = frame.quote(1).speaker_id
    assert frame.desktop.bridge.run(EditSpeaker(speaker_id=speaker, name=name)) is not None
    width = frame.window.queue.width()
    queue.show_part(frame.desktop, Show.SPEAKER)
    frame.settle()
    assert (picture(frame), chip(frame)) == (["seed"], f"With {name} 1")
    assert frame.window.queue.width() == width


def test_the_button_in_the_window_sorts_and_looks_up(frame):
    check_the_second(frame)
    frame.window.queue.order_chosen.emit(Order.PROGRESS)
    assert (picture(frame), frame.desktop.settings["queue_order"]) == (["two", "seed"], "Most done first")
    frame.models.selection.select_document("seed")
    frame.press("f")
    frame.window.queue.part_asked.emit(Show.FLAGGED)
    assert picture(frame) == ["seed"]


def test_a_looked_up_part_does_not_outlive_its_project(frame, made_project):
    queue.show_part(frame.desktop, Show.SPEAKER)
    other = shutil.copy(made_project, frame.folder / "other.qdesk")
    assert opening.open_project(frame.desktop, other)
    assert (picture(frame), chip(frame)) == (["seed", "two"], "")
    queue.show_part(frame.desktop, Show.TO_DO)
    assert opening.open_project(frame.desktop, other)
    assert frame.window.queue.filtered.show_only is Show.TO_DO, "this holds for any project"


def test_settings_that_can_not_be_saved_are_told_and_the_order_holds_for_now(frame):
    (frame.folder / "file").write_text("in the way")
    frame.desktop.settings.path = frame.folder / "file" / "settings.toml"
    queue.sort_by(frame.desktop, Order.TITLE)
    assert "They hold until you close the program." in frame.told[-1]
    assert frame.window.queue.filtered.order is Order.TITLE


def test_rows_of_a_narrow_part_can_be_chosen(frame):
    queue.sort_by(frame.desktop, Order.TITLE)
    queue.show_part(frame.desktop, Show.DOUBTFUL)
    assert picture(frame) == ["seed"]
    frame.models.selection.select_document("two")
    frame.click_row(frame.window.queue.list, 0)
    assert frame.models.selection.document_id == "seed"
    frame.window.queue.list.setFocus()
    QTest.keyClick(frame.window.queue.list, Qt.Key.Key_Down)
    QTest.keyClick(frame.window.queue.list, Qt.Key.Key_Return)
    assert frame.models.selection.document_id == "seed"


def test_nothing_is_enabled_without_a_project(start):
    assert not any(action.enabled(start.desktop) for action in queue.ACTIONS)


@pytest.fixture
def four(qapp, tmp_path):
    """The window on four articles with a doubtful quote of Ana Ruiz in each."""
    texts = {f"doc{number}": f"“The harbour number {number} stays closed,” said Ana Ruiz." for number in range(4)}
    desk = Desk.create(tmp_path / "four.qdesk", ANNOTATOR)
    desk.bring_in(
        line(text, quote(0, text.index("”") + 1, speaker_id="s1", speaker_name="Ana Ruiz", confidence=0.3), id=name)
        for name, text in texts.items()
    )
    desk.close()
    made = Frame(tmp_path)
    made.application.open([tmp_path / "four.qdesk"])
    made.settle()
    yield made
    made.close()


def test_the_flagged_part_follows_the_flags(four):
    four.press("f")
    queue.show_part(four.desktop, Show.FLAGGED)
    assert (picture(four), chip(four)) == (["doc0"], "Flagged 1")
    four.press("f")
    assert (picture(four), chip(four)) == ([], "Flagged 0")
    for name in ("doc3", "doc1"):
        four.models.selection.select_document(name)
        four.press("f")
    assert (picture(four), chip(four)) == (["doc1", "doc3"], "Flagged 2")
    four.press("ctrl+z", "ctrl+z")
    assert (picture(four), chip(four)) == ([], "Flagged 0")


def test_the_part_of_a_speaker_follows_what_is_decided_and_what_they_are_called(four):
    queue.show_part(four.desktop, Show.SPEAKER)
    assert chip(four) == "With Ana Ruiz 4"
    four.press("/")
    four.press(*"Bo Lind", "enter", on=four.window.panel.name_box)
    assert (picture(four), chip(four)) == (["doc1", "doc2", "doc3"], "With Ana Ruiz 3")
    four.press("ctrl+pgdown")
    assert four.models.selection.document_id == "doc1"
    four.desktop.bridge.run(EditSpeaker(speaker_id=four.quote(1).speaker_id, name="Ana Ruiz Cano"))
    four.settle()
    assert chip(four) == "With Ana Ruiz Cano 3"


@pytest.mark.parametrize(("key", "place"), [("ctrl+pgdown", "doc3"), ("ctrl+pgup", "doc1"), ("ctrl+enter", "doc3")])
def test_from_an_article_that_has_left_the_queue_one_goes_on_where_it_stood(four, key, place):
    queue.show_part(four.desktop, Show.DOUBTFUL)
    four.models.selection.select_document("doc2")
    four.press("enter")
    assert picture(four) == ["doc0", "doc1", "doc3"]
    four.press(key)
    assert four.models.selection.document_id == place


def test_beyond_the_last_article_on_show_it_says_that_there_is_none(four):
    queue.show_part(four.desktop, Show.DOUBTFUL)
    for name, key, way in (("doc3", "ctrl+pgdown", "after"), ("doc0", "ctrl+pgup", "before")):
        four.models.selection.select_document(name)
        four.press("enter")
        four.press(key)
        assert four.models.selection.document_id == name
        assert four.told[-1] == f"The queue shows no article {way} this one."


def test_where_the_queue_hides_what_is_left_to_do_it_says_so(four):
    four.window.queue.filter.setText("number 1")
    four.models.selection.select_document("doc1")
    four.press("enter", "ctrl+enter")
    assert four.told[-1].startswith("This article is complete, and no other that the queue shows is left to do.")
    four.window.queue.filter.clear()
    for _ in range(3):
        four.press("ctrl+enter", "enter")
    four.window.queue.filter.setText("number 1")
    four.press("ctrl+enter")
    assert four.told[-1] == "This article is complete, and no other is left to do."
