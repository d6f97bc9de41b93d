"""Export: which quotes, which format, which file."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton

from core.desk.manifest import Chosen
from core.desk.outlet import Exported
from core.desk.splits import Split
from gui.dialogs.export import Export, FormatChoice, Offer
from gui.theme import Theme
from tests.gui.looks import click, shown

OFFER = Offer(
    [
        FormatChoice("jsonl", "Quotes, JSON Lines", ".jsonl", can_stand_off=True),
        FormatChoice("csv", "Table", ".csv"),
        FormatChoice("brat", "brat", "", usual="complete"),
    ],
    people=["ana", "ben"],
    releases=["one", "two"],
)


@pytest.fixture
def dialog(qtbot, tmp_path):
    return shown(qtbot, Export(OFFER, tmp_path / "my talks.jsonl", Theme()))


def press(dialog, words):
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == words))


def test_at_first_it_is_the_checked_quotes_in_the_first_format_beside_the_project(dialog, tmp_path):
    assert (dialog.which, dialog.format.name, dialog.out) == ("checked", "jsonl", tmp_path / "my talks.jsonl")


def test_another_format_has_its_ending(dialog, tmp_path):
    dialog.formats.setFocus()
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert (dialog.format.name, dialog.out) == ("csv", tmp_path / "my talks.csv")


def test_without_a_file_there_is_no_ending_to_change(dialog):
    dialog.file.clear()
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert dialog.file.text() == ""


@pytest.mark.parametrize("name", [".", "..", "/", ".jsonl", "/tmp/.jsonl", "x" * 300])
def test_what_has_no_name_or_too_long_a_one_can_be_typed_whatever_the_format(dialog, name):
    dialog.file.setFocus()
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, name)
    assert dialog.told.text() in ("", f"{dialog.out.name} is there already and will be replaced.")
    dialog.formats.setFocus()
    for _ in OFFER.formats[1:]:
        QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert dialog.format.name == "brat"
    assert dialog.file.text() == name


@pytest.mark.parametrize(("place", "which"), [(0, "checked"), (1, "complete"), (2, "all")])
def test_one_of_three_is_chosen_by_a_click(dialog, place, which):
    click(dialog.findChildren(QRadioButton)[place])
    assert dialog.which == which
    dialog.choose("complete")
    assert dialog.which == "complete"


@pytest.mark.parametrize(("chosen", "out"), [("/data/out.jsonl", "/data/out.jsonl"), ("", "my talks.jsonl")])
def test_the_file_can_be_chosen_or_stays(dialog, monkeypatch, tmp_path, chosen, out):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda parent, title, start: (chosen, ""))
    press(dialog, "Choose…")
    assert dialog.out == tmp_path / out
    assert dialog.isVisible()


def test_what_would_be_replaced_is_told_before_it_is(dialog, tmp_path):
    assert dialog.told.text() == ""
    (tmp_path / "old.jsonl").write_text("x")
    dialog.file.setText(str(tmp_path / "old.jsonl"))
    assert dialog.told.text() == "old.jsonl is there already and will be replaced."
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert dialog.told.text() == ""


def test_a_typed_file_is_taken_without_blanks_around_it(dialog):
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, "  /data/out.jsonl ")
    assert dialog.out == Path("/data/out.jsonl")


@pytest.mark.parametrize(("words", "ends"), [("Export", 1), ("Cancel", 0)])
def test_export_and_cancel_end_it(dialog, words, ends):
    press(dialog, words)
    assert (dialog.isVisible(), dialog.result()) == (False, ends)


def test_the_fields_are_named(dialog):
    assert (dialog.formats.accessibleName(), dialog.file.accessibleName()) == ("Format", "File")


def test_a_folder_has_no_ending_and_a_format_for_training_takes_complete_articles(dialog, tmp_path):
    dialog.formats.setCurrentIndex(2)
    assert (dialog.out, dialog.which) == (tmp_path / "my talks", "complete")
    dialog.formats.setCurrentIndex(1)
    assert (dialog.out, dialog.which) == (tmp_path / "my talks.csv", "checked")
    dialog.splits.setCurrentIndex(1)
    assert dialog.out == tmp_path / "my talks"


def test_all_that_was_chosen_is_the_answer(dialog):
    assert dialog.chosen == Chosen(format="jsonl", which="checked")
    dialog.choose("all")
    dialog.people.setCurrentText("ben")
    dialog.releases.setCurrentIndex(1)
    dialog.splits.setCurrentText("70/15/15")
    dialog.together.setCurrentText("outlet")
    QTest.keyClick(dialog.stand_off, Qt.Key.Key_Space)
    assert dialog.chosen == Chosen(
        format="jsonl",
        which="all",
        annotator="ben",
        release="two",
        stand_off=True,
        split=Split(shares=(70, 15, 15), by="outlet"),
    )


def test_texts_stay_in_where_the_format_cannot_do_without(dialog):
    QTest.keyClick(dialog.stand_off, Qt.Key.Key_Space)
    dialog.formats.setCurrentIndex(1)
    assert not dialog.stand_off.isEnabled()
    assert not dialog.stand_off.isChecked()
    assert not dialog.chosen.stand_off


class Counted:
    def __init__(self, chosen):
        self.chosen, self.steps = chosen, 3

    def step(self):
        self.steps -= 1
        return self.steps > 0

    @property
    def so_far(self):
        losses = ("Left out: comments (2 quotes).",) if self.chosen.format == "csv" else ()
        return Exported(count=1, articles=1, quotes=3 - self.steps, losses=losses)


def test_what_it_holds_and_leaves_out_is_counted_while_one_chooses(qtbot, tmp_path):
    begun = []

    def count(chosen):
        begun.append(chosen)
        return Counted(chosen)

    dialog = shown(qtbot, Export(OFFER, tmp_path / "x.jsonl", Theme(), count=count))
    qtbot.waitUntil(lambda: dialog.told.text() == "1 article, 3 quotes.")
    assert dialog.losses.words.text() == "This format keeps everything."
    dialog.formats.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.losses.words.text() == "Left out: comments (2 quotes).")
    qtbot.waitUntil(lambda: dialog.told.text() == "1 article, 3 quotes.")
    click(dialog.findChildren(QRadioButton)[2])
    assert begun[-1] == Chosen(format="csv", which="all")


def test_what_else_stands_behind_a_dot_belongs_to_the_name(dialog, tmp_path):
    dialog.file.setText(str(tmp_path / "Dr. Smith 2026.11.jsonl"))
    names = []
    for place in (2, 1, 0, 2, 0):
        dialog.formats.setCurrentIndex(place)
        names.append(dialog.out.name.removeprefix("Dr. Smith 2026.11"))
    assert names == ["", ".csv", ".jsonl", "", ".jsonl"]


def test_what_goes_wrong_with_a_count_is_told_once(qtbot, tmp_path):
    steps = []

    class Broken:
        so_far = Exported(count=0, articles=0, quotes=0)

        def step(self):
            steps.append(1)
            raise ValueError("odd")

    with qtbot.captureExceptions() as caught:
        made = shown(qtbot, Export(OFFER, tmp_path / "x.jsonl", Theme(), count=lambda chosen: Broken()))
        qtbot.wait(60)
    assert (steps, [str(error) for _, error, _ in caught], made.isVisible()) == ([1], ["odd"], True)


def test_a_choice_is_no_wider_than_its_words(dialog):
    radios = dialog.findChildren(QRadioButton)
    assert len({radio.width() for radio in radios}) == 3
    assert all(radio.width() == radio.sizeHint().width() < dialog.width() - 60 for radio in radios)
    assert all(lower.y() - upper.geometry().bottom() >= 8 for upper, lower in pairwise(radios))
