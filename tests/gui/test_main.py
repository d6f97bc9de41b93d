"""The program's door: every verb is behind it, and who can't be let in is told why in one sentence."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "gui"]


def run(*words: str, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [*PROGRAM, *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=folder,
        env=inherited | {"PYTHONPATH": str(ROOT)} | environment,
    )


def test_one_sentence_and_no_traceback():
    done = run("nowhere.qdesk", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "nowhere.qdesk" in done.stderr


def test_a_file_that_is_there_is_opened_or_refused_as_plainly(tmp_path):
    (tmp_path / "random.qdesk").write_bytes(b"\x93\x00\xff" * 50)
    done = run(str(tmp_path / "random.qdesk"), QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert "random.qdesk is not a Quotedesk project" in done.stderr


def test_a_verb_is_a_verb_whatever_files_there_are(tmp_path):
    (tmp_path / "info").write_text("An article.")
    (tmp_path / "no.qdesk").write_text("An article.")
    done = run("info", "no.qdesk", folder=tmp_path)
    assert done.returncode == 1
    assert "no.qdesk is not a Quotedesk project" in done.stderr


def test_no_display_is_told():
    done = run(QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_verbs_are_reached():
    done = run("--help")
    assert done.returncode == 0
    assert all(verb in done.stdout for verb in ("import", "label", "export", "info"))
    assert run("info", "nowhere.qdesk").returncode == 1
