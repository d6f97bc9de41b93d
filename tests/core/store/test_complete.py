"""What is unchecked of complete articles, and the steps that may not add to it."""

import pytest
from sqlalchemy.orm import Session

from core.commands.attribution import AcceptSuggestion
from core.commands.bulk import InBulk
from core.commands.quotes import FlagQuote
from core.commands.review import CompleteDocument, ReopenDocument
from core.errors import UserMistake
from core.model.terms import State
from core.store import engine as engines
from core.store import past
from core.store.complete import unchecked_of_complete
from tests.support.projects import act, dump, line, opened, quote

TEXT = "“Yes,” she said."
ONE, TWO = line(TEXT, quote(0, 6), id="other"), line(TEXT, quote(0, 6), quote(7, 10), id="other")


def accept(document_id):
    return AcceptSuggestion(document_id=document_id, quote_id="q0-6", act=act())


@pytest.fixture
def complete(desk):
    """Ana's desk, with an article of one quote, which is complete."""
    desk.bring_in([ONE])
    desk.run(accept("other"))
    desk.run(CompleteDocument(document_id="other"))
    return desk


def test_only_steps_that_bear_on_it_are_counted_for(complete, project):
    steps = [step.revision for step in complete.queries.history()]
    steps.append(complete.run(FlagQuote(document_id="other", quote_id="q0-6", flagged=True)).revision)
    complete.take_labels(TWO)
    with opened(project, "ben") as other:
        steps.append(other.run(accept("other")).revision)
    engine = engines.connect(project)
    with Session(engine.execution_options(writing=True)) as session:
        counted = [unchecked_of_complete(session, past.rows_of(session, each)) for each in steps]
    engines.close(engine)
    assert counted == [{("other", "ana"): 1}, {("other", "ana"): 1}, {}, {}]


def test_a_step_on_several_articles_keeps_the_quotes_of_complete_ones_checked(desk, project):
    desk.bring_in([line(f"{TEXT} {each}", quote(0, 6), id=each) for each in ("one", "two")])
    step = desk.run(InBulk(commands=(accept("one"), accept("two"))))
    done = desk.run(CompleteDocument(document_id="two"))
    before = dump(project)
    with pytest.raises(UserMistake, match="The article two is complete"):
        desk.revert(step.revision)
    assert dump(project) == before
    desk.revert(done.revision)
    assert desk.revert(step.revision).documents == {"one", "two"}


def test_an_article_is_not_complete_again_with_a_quote_that_came_meanwhile(complete, project):
    complete.undo()
    complete.take_labels(TWO)
    before = dump(project)
    with pytest.raises(UserMistake, match="1 of its quotes is not checked"):
        complete.redo()
    assert dump(project) == before
    complete.take_labels(ONE)
    complete.redo()
    assert complete.queries.document_row("other").state is State.COMPLETE


def test_what_a_labelling_adds_to_a_complete_article_does_not_block_other_steps(complete):
    flag = complete.run(FlagQuote(document_id="other", quote_id="q0-6", flagged=True))
    complete.take_labels(TWO)
    complete.undo()
    assert complete.redo().words["code"] == "flag"
    complete.revert(flag.revision)


def test_a_step_that_put_it_in_work_is_not_taken_back_alone_over_a_quote_that_came_meanwhile(complete):
    step = complete.run(ReopenDocument(document_id="other"))
    complete.take_labels(TWO)
    with pytest.raises(UserMistake, match="can't be complete again"):
        complete.revert(step.revision)
    assert complete.queries.document_row("other").state is State.IN_WORK
