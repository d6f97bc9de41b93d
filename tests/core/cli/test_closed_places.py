"""Places that may not be looked at, and names that are too long: one sentence, whatever verb they are given to."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.resources import seed

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import json, sys
from typer.testing import CliRunner
from core.cli.app import app
from gui import open_verb
done = [CliRunner().invoke(app, words) for words in json.load(sys.stdin)]
print(json.dumps([(run.exit_code if isinstance(run.exception, SystemExit | None) else repr(run.exception), run.output) for run in done]))
"""
IN_A_CLOSED_FOLDER, TOO_LONG = "closed/inner/one", "x" * 300
NAMES = pytest.mark.parametrize("name", [IN_A_CLOSED_FOLDER, TOO_LONG], ids=["closed", "long"])


@pytest.fixture
def closed(project, article, dataset, tmp_path):
    """A project, an article and a dataset, and beside them a folder that may not be looked into."""
    (tmp_path / "closed" / "inner").mkdir(parents=True)
    article.rename(tmp_path / "a.txt")
    (tmp_path / "corpus").mkdir()
    shutil.copy(next(seed("corpus").glob("*.inline")), tmp_path / "corpus")
    (tmp_path / "closed").chmod(0)
    yield tmp_path
    (tmp_path / "closed").chmod(0o700)


def as_anybody(folder, runs):
    """Carry out command lines as somebody to whom closed folders are closed, which they are not to root."""
    bound = (
        ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.access(folder / "closed", os.R_OK) else []
    )
    if bound and shutil.which("setpriv") is None:
        pytest.skip("root may look anywhere")
    done = subprocess.run(
        [*bound, sys.executable, "-c", PROGRAM],
        input=json.dumps(runs),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@NAMES
def test_every_verb_ends_in_a_sentence(closed, name):
    runs = [
        [f"{name}.qdesk"],
        ["a.txt", f"{name}.txt"],
        ["open", name],
        ["import", f"{name}.qdesk", "a.txt"],
        ["import", "p.qdesk", f"{name}.txt"],
        ["import", "p.qdesk", "a.txt", "--texts", name],
        ["label", f"{name}.txt"],
        ["label", "a.txt", "-o", name],
        ["export", "p.qdesk", f"{name}.jsonl", "--format", "jsonl"],
        ["export", "p.qdesk", name, "--format", "brat", "--which", "all"],
        ["export", f"{name}.qdesk", "o.jsonl", "--format", "jsonl"],
        ["info", f"{name}.qdesk"],
        ["release", f"{name}.qdesk"],
        ["release", f"{name}.qdesk", "v1"],
        ["diff", f"{name}.jsonl", "set.jsonl"],
        ["diff", "p.qdesk", f"{name}.qdesk@v1"],
        ["evaluate", name, "set.jsonl"],
        ["evaluate", "set.jsonl", f"{name}.jsonl"],
        ["train", name],
        ["corpus-stats", name],
        ["corpus-agreement", name, "corpus"],
        ["corpus-agreement", "corpus", name],
    ]
    before = sorted(os.listdir(closed))
    told = as_anybody(closed, runs)
    wrong = [
        (words, code, said)
        for words, (code, said) in zip(runs, told, strict=True)
        if code not in (1, 2) or name not in said
    ]
    assert wrong == []
    assert sorted(os.listdir(closed)) == before


def test_releases_are_listed_where_the_project_can_only_be_read(closed, quotedesk):
    assert quotedesk("release", closed / "p.qdesk", "one").code == 0
    (closed / "p.qdesk").chmod(0o444)
    [[code, said], [none, why]] = as_anybody(closed, [["release", "p.qdesk"], ["release", "p.qdesk", "two"]])
    assert (code, said.split()[0]) == (0, "one")
    assert (none, "can't be written to" in why) == (1, True)
