"""An open project keeps SQLite's locks whatever else this process does, so that no other program takes away its log."""

import subprocess
import sys

import pytest

from core.commands.attribution import AcceptSuggestion
from core.desk.desk import Desk
from core.desk.manifest import Chosen
from core.desk.whole_file import is_project
from core.errors import ProjectProblem, UserMistake
from core.formats.articles import articles
from core.formats.problems import Problems
from core.held_files import hold, is_held, let_go
from core.store import engine as engines
from core.store import project
from tests.support.projects import act, line, quote

OTHER_PROGRAM = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM quote WHERE status = 'accepted'").fetchone()[0])
connection.close()
"""


@pytest.fixture
def desk(tmp_path):
    made = Desk.create(tmp_path / "p.qdesk", "ana")
    made.bring_in([line("“One,” she said. “Two,” he said.", quote(0, 6), quote(17, 23))])
    yield made
    made.close()


def opened_again(desk):
    Desk.open(desk.path, "ben").close()


def opened_under_another_name(desk):
    other = desk.path.with_name("link.qdesk")
    other.symlink_to(desk.path)
    Desk.open(other, "ben").close()


def made_once_more(desk):
    with pytest.raises(ProjectProblem, match="exists already"):
        project.create(desk.path)


def imported_with_its_folder(desk):
    problems = Problems()
    assert list(articles([desk.path.parent], problems)) == []
    assert all("is the project that is open, not an article" in said for said in problems.first)
    assert problems.count == 3  # the file, its log and its index


def imported_itself(desk):
    problems = Problems()
    assert list(articles([desk.path], problems)) == []
    assert problems.count == 1


def overwritten_by_a_dataset(desk):
    with pytest.raises(UserMistake):
        desk.export(desk.path, Chosen(format="jsonl", which="all"))
    hard = desk.path.with_name("hard.qdesk")
    hard.hardlink_to(desk.path)
    with pytest.raises(UserMistake):
        desk.export(hard, Chosen(format="jsonl", which="all"))


def looked_at(desk):
    assert is_project(desk.path)
    assert engines.identify(desk.path) == engines.SCHEMA


@pytest.mark.parametrize(
    "done",
    [
        opened_again,
        opened_under_another_name,
        made_once_more,
        imported_with_its_folder,
        imported_itself,
        overwritten_by_a_dataset,
        looked_at,
    ],
)
def test_the_log_of_an_open_project_stays_when_another_program_comes_and_goes(desk, done):
    done(desk)
    assert accepted(desk) == 0
    desk.run(AcceptSuggestion(document_id="doc", quote_id="q0-6", act=act()))
    assert accepted(desk) == 1


def accepted(desk):
    """What another program sees that opens the project and closes it again; it must not be the last one to do so."""
    seen = subprocess.run([sys.executable, "-c", OTHER_PROGRAM, str(desk.path)], check=True, capture_output=True)
    assert desk.path.with_name("p.qdesk-wal").exists(), "the log was taken away"
    return int(seen.stdout)


def test_a_closed_project_is_held_no_longer(desk):
    assert is_held(desk.path)
    desk.close()
    assert not is_held(desk.path)
    assert not is_held(desk.path.with_name("none"))


def test_who_lets_go_twice_does_no_harm(tmp_path):
    class Owner:
        pass

    owner, path = Owner(), tmp_path / "a"
    path.write_bytes(b"")
    hold(owner, path)
    assert is_held(path)
    let_go(owner)
    let_go(owner)
    assert not is_held(path)
