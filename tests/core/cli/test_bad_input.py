"""Bad input alone: one clear sentence, exit code 1 or 2, no traceback, nothing written, the given file untouched."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from core.formats.source import LONGEST
from tests.core.cli.conftest import TEXT

PROGRAM = [sys.executable, "-c", "import sys; from core.cli.app import run; sys.exit(run())"]
ARTICLES = {
    "empty.txt": b"",
    "empty.jsonl": b"",
    "random.txt": bytes(range(256)) * 20,
    "random.jsonl": bytes(range(255, -1, -1)) * 20,
    "latin.jsonl": '{"id": "a", "text": "café"}\n'.encode("latin-1"),
    "control.txt": b"a\x00b",
    "long.txt": b"a" * (LONGEST + 1),
    "long.jsonl": b'{"id": "a", "text": "' + b"a" * LONGEST + b'"}\n',
    "broken.jsonl": b'{"id": "a", "text": "b"\n',
    "array.jsonl": b"[1, 2]\n",
    "surrogate.jsonl": b'{"id": "a", "text": "\\ud800"}\n',
    "odd.docx": b"PK\x03\x04",
    "missing.txt": None,
    "missing.jsonl": None,
    "folder": None,
    "folder.txt": None,
}


def made(folder, name):
    path = folder / name
    content = ARTICLES[name]
    if content is not None:
        path.write_bytes(content)
    elif name.startswith("folder"):
        path.mkdir()
    return path


def snapshot(folder):
    return {path.name: path.is_dir() or path.read_bytes() for path in folder.iterdir()}


def check(done, path, lines=2):
    assert done.code in (1, 2)
    said = done.err.splitlines()
    assert len(said) <= lines
    assert str(path) in said[0]
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.usefixtures("quick_labels")
def test_a_bad_article_writes_nothing(quotedesk, tmp_path, name):
    path = made(tmp_path, name)
    before = snapshot(tmp_path)
    out = tmp_path / "out"
    for words in (["label", path], ["label", path, "-o", out], ["import", tmp_path / "new.qdesk", path]):
        done = quotedesk(*words)
        check(done, path)
        assert done.out == ""
    assert snapshot(tmp_path) == before


def test_bad_articles_leave_an_existing_project_as_it_is(quotedesk, project, tmp_path):
    bad = [made(tmp_path, name) for name in ARTICLES if not name.startswith("long")]
    before = project.read_bytes()
    done = quotedesk("import", project, *bad)
    assert done.code == 1
    assert len(done.err.splitlines()) == 11
    assert done.err.endswith(
        f"{len(bad)} problems, the first 10 are shown. Nothing was taken and nothing was changed.\n"
    )
    assert project.read_bytes() == before


def a_newer_project(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 0x51444B31")
        connection.execute("PRAGMA user_version = 999")
        connection.execute("CREATE TABLE later (a)")
    connection.close()


def a_foreign_database(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    connection.close()


PROJECTS = {
    "text": lambda path: path.write_bytes(b"no database"),
    "empty": lambda path: path.write_bytes(b""),
    "newer": a_newer_project,
    "foreign": a_foreign_database,
    "folder": lambda path: path.mkdir(),
    "missing": lambda path: None,
}


@pytest.mark.parametrize("kind", PROJECTS)
def test_a_bad_project_stays_as_it_is(quotedesk, tmp_path, article, kind):
    path = tmp_path / "p.qdesk"
    PROJECTS[kind](path)
    before = snapshot(tmp_path)
    out = tmp_path / "out"
    runs = [
        ["export", path, out, "--format", "jsonl"],
        ["export", path, "-", "--format", "csv"],
        ["info", path],
        ["info", path, "--json"],
    ]
    if kind != "missing":
        runs.append(["import", path, article])
    for words in runs:
        done = quotedesk(*words)
        check(done, path, lines=1)
        assert done.out == ""
        assert snapshot(tmp_path) == before


@pytest.mark.usefixtures("quick_labels")
def test_a_place_that_cannot_be_written(quotedesk, project, article, tmp_path):
    before = snapshot(tmp_path)
    for place in (article / "below a file", tmp_path / "no" / "such folder"):
        check(quotedesk("import", place.with_suffix(".qdesk"), article), place.parent, lines=1)
        check(quotedesk("label", article, "-o", place), place, lines=1)
        check(quotedesk("export", project, place, "--format", "jsonl"), place, lines=1)
        check(quotedesk("info", place), place, lines=1)
    assert snapshot(tmp_path) == before


def test_a_read_only_folder(quotedesk, project, article, tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    if os.access(folder, os.W_OK):
        pytest.skip("root may write anywhere")
    check(quotedesk("import", folder / "new.qdesk", article), folder, lines=1)
    check(quotedesk("label", article, "-o", folder / "out"), folder, lines=1)
    check(quotedesk("export", project, folder / "out", "--format", "jsonl"), folder, lines=1)
    assert list(folder.iterdir()) == []


def test_an_unreadable_file(quotedesk, article, tmp_path):
    article.chmod(0)
    if os.access(article, os.R_OK):
        pytest.skip("root may read anything")
    check(quotedesk("import", tmp_path / "new.qdesk", article), article)


def program(*words, **more):
    return subprocess.run([*PROGRAM, *map(str, words)], capture_output=True, check=False, **more)


def test_the_real_program_ends_in_sentences_too(tmp_path):
    bad = [made(tmp_path, name) for name in ARTICLES]
    before = snapshot(tmp_path)
    for words in (["label", *bad, "-o", tmp_path / "out"], ["import", tmp_path / "new.qdesk", *bad]):
        done = program(*words)
        err = done.stderr.decode().splitlines()
        assert (done.returncode, done.stdout) == (1, b"")
        assert [line.partition(": ")[0].split(",")[0] for line in err[:10]] == [str(path) for path in bad[:10]]
        assert (len(err), err[10].split(".")[0]) == (11, f"{len(bad)} problems, the first 10 are shown")
    assert snapshot(tmp_path) == before


def test_names_are_never_wrapped_or_cut(tmp_path):
    name = tmp_path / ("long name " * 20 + "\n.txt")
    err = program("label", name).stderr.decode()
    assert err.splitlines()[0] == f"{name}: there is no such file".replace("\n", "\\n")


def test_a_reader_that_stops_early_ends_the_program_quietly(tmp_path, project):
    line = project.with_suffix(".jsonl")
    line.write_text(
        "".join(f'{{"id": "{n}", "text": "{n} {"Words. " * 9999}", "state": "complete"}}\n' for n in range(60))
    )
    many = tmp_path / "many.qdesk"
    program("import", many, line)
    run = subprocess.Popen(
        [*PROGRAM, "export", many, "-", "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    start = run.stdout.read(20)
    run.stdout.close()
    err = run.stderr.read()
    run.stderr.close()
    assert (run.wait(), start, err) == (0, b'{"format":"quotedesk', b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device")
@pytest.mark.parametrize(
    "words", [["info"], ["info", "--json"], ["export", "-", "--format", "jsonl"], ["diff"], ["--help"], ["--version"]]
)
def test_a_stream_without_room_is_told_in_a_sentence(project, words):
    verb, *rest = words
    files = {"info": [project], "export": [project], "diff": [project, project]}.get(verb, [])
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [*PROGRAM, verb, *files, *rest], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    said = "Standard output can't be written: No space left on device. What arrived there is not whole. "
    assert (run.returncode, run.stderr) == (1, f"{said}Make room, or name a file in another place.\n")


def _heeds_control_c():
    """Undo what a shell does to the programs it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_control_c_leaves_nothing_half_written(tmp_path):
    out = tmp_path / "out"
    words = [*PROGRAM, "label", "-", "-o", str(out)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, cwd=tmp_path, preexec_fn=_heeds_control_c, **pipes) as run:
        for number in range(100):  # more than are labelled at a time
            run.stdin.write(f'{{"id": "{number}", "text": "{TEXT[:5]}"}}\n'.encode())
        run.stdin.flush()
        deadline = time.monotonic() + 30
        while not (begun := [each for each in tmp_path.iterdir() if each.stat().st_size]):
            assert time.monotonic() < deadline, "nothing was written"
            time.sleep(0.02)
        assert begun != [out]
        run.send_signal(signal.SIGINT)
        out_, err = run.communicate(timeout=20)
    assert (run.returncode, out_, err) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == []
