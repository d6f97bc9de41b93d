"""`make run` without a display: the whole program on the sample article, as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.tour import has_display

PNG = b"\x89PNG\r\n"


def test_the_round_of_work_leaves_project_dataset_and_picture(tmp_path: Path):
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "gui.tour"],
        cwd=tmp_path,
        env=environment | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = [line for line in done.stdout.splitlines() if "│" in line]
    assert len(rows) == 12
    assert sum("accepted" in row for row in rows) == 1
    run = tmp_path / "build" / "run"
    (line,) = (run / "seed.jsonl").read_text(encoding="utf-8").splitlines()
    quotes = json.loads(line)["quotes"]
    assert [quote["kind"] for quote in quotes].count("direct") == 7
    assert {quote["speaker_name"] for quote in quotes} == {"Lukashenko", "Lavrov"}
    assert (run / "window.png").read_bytes().startswith(PNG)
    assert sorted(path.name for path in run.glob("seed.qdesk*")) == ["seed.qdesk"]


@pytest.mark.parametrize(("display", "seen"), [(":0", True), ("", False)])
def test_a_display_is_noticed(display: str, seen: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    assert has_display() is seen
