"""A file that can't be used is told of in words, whether it is written to or only read."""

import pytest
from sqlalchemy import text

from core.commands.quotes import FlagQuote
from core.desk.manifest import Chosen
from core.desk.trouble import check_is_there, trouble_told
from core.errors import ProjectProblem
from tests.support.projects import line, opened, quote

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


def test_a_file_that_is_gone_is_named(project):
    check_is_there(project)
    with pytest.raises(ProjectProblem, match="is no longer there"):
        check_is_there(project.with_name("none.qdesk"))
