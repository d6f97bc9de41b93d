"""Recent projects: those that still exist, newest first."""

import os
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.models.recent import MOST, PROJECT, RecentModel, from_home, when, with_newest


@pytest.fixture
def model(tmp_path):
    for name in ("Harbour", "Market"):
        (tmp_path / f"{name}.qdesk").touch()
    stamp = datetime(2021, 5, 9, 12).timestamp()
    os.utime(tmp_path / "Market.qdesk", (stamp, stamp))
    made = RecentModel()
    made.show_paths([str(tmp_path / f"{name}.qdesk") for name in ("Market", "Gone", "Harbour")])
    return made


def test_projects_that_are_gone_are_left_out(model, tmp_path):
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken == [f"Market, opened 9 May 2021, in {tmp_path}", f"Harbour, opened today, in {tmp_path}"]


def test_a_row_gives_name_path_and_record(model, tmp_path):
    index = model.index(0, 0)
    path = tmp_path / "Market.qdesk"
    assert (index.data(), index.data(Qt.ItemDataRole.ToolTipRole)) == ("Market", str(path))
    assert index.data(PROJECT).path == path
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert (model.data(QModelIndex()), model.rowCount(index)) == (None, 0)


def test_what_is_no_path_is_left_out(model):
    model.show_paths(["\x00", "a" * 5000])
    assert model.projects == []


def test_a_folder_at_home_is_told_from_there(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert [from_home(tmp_path / "news" / "May"), from_home(tmp_path)] == [str(Path("~/news/May")), "~"]
    assert from_home(Path("/srv/quotes")) == str(Path("/srv/quotes"))


def test_the_newest_stands_in_front_once(tmp_path):
    newest = tmp_path / "b"
    assert with_newest(["a", str(newest), "c"], newest) == [str(newest), "a", "c"]
    assert len(with_newest([str(n) for n in range(20)], newest)) == MOST


def test_days_are_told_as_people_say_them():
    today = date(2024, 5, 10)
    told = [when(day, today) for day in (today, date(2024, 5, 9), date(2023, 12, 31))]
    assert told == ["opened today", "opened 9 May", "opened 31 December 2023"]
