"""A file that can't be used is told of in words, whether it is written to or only read."""

from contextlib import closing

import pytest
from sqlalchemy import text

from core.commands.quotes import FlagQuote
from core.desk.desk import Desk
from core.desk.manifest import Chosen
from core.desk.trouble import trouble_told
from core.errors import ProjectProblem
from tests.support.projects import ids, line, neighbours, opened, quote

HEADER = 4096


@pytest.fixture
def damaged(project):
    """A project of which all but the first page is overwritten while it is open."""
    with opened(project) as desk:
        desk.bring_in(line(f"“Yes {n}.” " + "it says. " * 500, quote(0, 6), id=f"a{n}") for n in range(40))
        desk.release("one")
    with opened(project) as desk:
        with project.open("r+b") as file:
            file.seek(HEADER)
            file.write(b"\xff" * (project.stat().st_size - HEADER))
        with desk._engine.connect() as connection:
            connection.execute(text("PRAGMA shrink_memory"))
        yield desk


QUESTIONS = {
    "documents": lambda ask: ask.documents(),
    "document_row": lambda ask: ask.document_row("a1"),
    "progress": lambda ask: ask.progress(),
    "article": lambda ask: ask.article("a1"),
    "patch": lambda ask: ask.patch("a1", ["q0-6"]),
    "speakers": lambda ask: ask.speakers(),
    "uses": lambda ask: ask.uses("s1"),
    "flagged_documents": lambda ask: ask.flagged_documents(),
    "documents_of": lambda ask: ask.documents_of("s1"),
    "history": lambda ask: ask.history(),
    "can_undo": lambda ask: ask.can_undo(),
    "can_redo": lambda ask: ask.can_redo(),
    "counts": lambda ask: ask.counts(),
    "annotators": lambda ask: ask.annotators(),
    "releases": lambda ask: ask.releases(),
    "search": lambda ask: ask.search("yes"),
    "quote_rows": lambda ask: ask.quote_rows(),
}


def test_every_question_tells_what_is_wrong_with_the_file(damaged):
    assert QUESTIONS.keys() == {name for name in dir(damaged.queries) if not name.startswith("_")}
    for question in QUESTIONS.values():
        with pytest.raises(ProjectProblem, match=r"can't be used .*What was saved before is untouched"):
            question(damaged.queries)


@pytest.mark.parametrize("release", [None, "one"])
def test_a_count_tells_it_once_and_is_over(damaged, release):
    count = damaged.counting(Chosen(format="jsonl", which="all", release=release))
    with pytest.raises(ProjectProblem, match="can't be used"):
        count.step()
    assert not count.step()


def test_writing_tells_it_too(damaged):
    with pytest.raises(ProjectProblem, match="can't be used"):
        damaged.run(FlagQuote(document_id="a1", quote_id="q0-6", flagged=True))


def test_other_errors_pass(tmp_path):
    with pytest.raises(ValueError, match="ours"), trouble_told(tmp_path):
        raise ValueError("ours")


def decide(desk):
    """Flag a quote and return what the project holds then."""
    desk.run(FlagQuote(document_id="seed", quote_id=ids(desk)[0], flagged=True))
    return desk.queries.article("seed").quotes


def test_a_file_that_was_moved_is_whole_where_it_is_now(project, tmp_path):
    (tmp_path / "there").mkdir()
    moved = tmp_path / "there" / "p.qdesk"
    with opened(project) as desk:
        before = decide(desk)
        project.rename(moved)
        for _ in range(2):
            with pytest.raises(ProjectProblem, match=r"is no longer there.*what was decided before is in that file"):
                decide(desk)
        with opened(moved) as other:
            assert other.queries.article("seed").quotes == before


@pytest.fixture
def other(tmp_path):
    """Another project, to take the place of the first."""
    (tmp_path / "other").mkdir()
    path = tmp_path / "other" / "p.qdesk"
    with closing(Desk.create(path, "ana")) as desk:
        desk.bring_in(line(f"“Yes {n}.” " + "it says. " * 500, quote(0, 6), id=f"a{n}") for n in range(40))
    return path


def test_what_was_decided_in_a_file_that_was_replaced_is_saved_beside_it(project, other):
    taken, rescued = other.read_bytes(), project.with_name(f"{project.stem} (rescued).qdesk")
    with opened(project) as desk:
        before = decide(desk)
        other.replace(project)
        for _ in range(3):
            with pytest.raises(ProjectProblem, match=r"was replaced by another file.*is whole in .*\(rescued\)"):
                decide(desk)
        with pytest.raises(ProjectProblem, match="was replaced"):
            desk.poll()
        log = project.with_name(f"{project.name}-wal")
        assert not log.exists() or log.stat().st_size == 0, "it would damage the other file if the program were killed"
    assert project.read_bytes() == taken
    assert [each for each in neighbours(project) if "rescued" in each] == [rescued.name]
    with opened(rescued) as again:
        assert again.queries.article("seed").quotes == before
        again.undo()
        assert not again.queries.can_undo()


def test_where_there_is_no_room_for_that_it_is_told_and_tried_again(project, other):
    with opened(project) as desk:
        before = decide(desk)
        other.replace(project)
        for number in ("", *range(2, 1000)):
            project.with_name(f"{project.stem} (rescued{number}).qdesk").touch()
        with pytest.raises(ProjectProblem, match="make room there, and do it again"):
            decide(desk)
        free = project.with_name(f"{project.stem} (rescued7).qdesk")
        free.unlink()
        with pytest.raises(ProjectProblem, match=r"is whole in .*\(rescued7\)"):
            decide(desk)
    with opened(free) as again:
        assert again.queries.article("seed").quotes == before
