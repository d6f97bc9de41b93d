"""Ctrl+E writes the dataset; the dialog asks what, in which format, where."""

import json

from tests.gui.answers import answer


def test_checked_quotes_are_written(frame):
    frame.press("enter", "2")
    seen = []

    def accept(dialog):
        seen.append(dialog.out)
        frame.click(dialog.export)

    answer(accept)
    frame.press("ctrl+e")
    out = frame.folder / "work.jsonl"
    assert seen == [out]
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [quote["status"] for quote in records[0]["quotes"]] == ["accepted", "corrected"]
    assert "written to" in frame.told[-1]


def test_everything_as_a_table(frame):
    def accept(dialog):
        dialog.choose("all")
        dialog.formats.setCurrentIndex([each.name for each in dialog._offer.formats].index("csv"))
        frame.click(dialog.export)

    answer(accept)
    frame.application.menus.run("export")
    assert len((frame.folder / "work.csv").read_text(encoding="utf-8").splitlines()) > 12


def test_a_place_that_can_not_be_written_is_told(frame):
    def accept(dialog):
        dialog.file.setText(str(frame.folder))
        frame.click(dialog.export)

    answer(accept)
    frame.press("ctrl+e")
    assert "Nothing was written" in frame.told[-1]


def test_escape_writes_nothing(frame):
    answer(lambda dialog: dialog.reject())
    frame.press("ctrl+e")
    assert not (frame.folder / "work.jsonl").exists()
