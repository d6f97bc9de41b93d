"""What views ask; each answer is of this moment and of one annotator's view."""

from core.commands.attribution import AssignSpeaker
from core.commands.review import RejectQuote
from core.desk.queries import Queries
from core.model.overview import Progress
from core.model.terms import State
from tests.support.projects import act, ids, opened


def test_a_new_project_has_nothing(empty):
    ask = empty.queries
    assert (ask.documents(), ask.speakers(), ask.history()) == ([], [], [])
    assert (ask.article("x"), ask.document_row("x"), ask.progress()) == (None, None, Progress())
    assert (ask.uses("x"), ask.documents_of("x"), ask.flagged_documents(), ask.search("x")) == ([], set(), set(), [])
    assert (ask.can_undo(), ask.can_redo(), ask.search("words")) == (False, False, [])
    assert ask.patch("x", ["y"]).state is State.NEW
    assert set(ask.counts().values()) <= {0}


def test_each_question_sees_the_last_change(desk):
    first, second = ids(desk)[:2]
    desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=act()))
    desk.run(RejectQuote(document_id="seed", quote_id=second, act=act()))
    ask = desk.queries
    assert ask.progress() == Progress(checked=1, total=11, doubtful=0)
    assert [row.checked for row in ask.documents()] == [1]
    assert ask.document_row("seed").state is State.IN_WORK
    ana = next(each.id for each in ask.speakers() if each.name == "Ana Ruiz")
    assert [use.quotes for use in ask.uses(ana)] == [1]
    assert (ask.documents_of(ana), ask.flagged_documents()) == ({"seed"}, set())
    assert ask.patch("seed", [first, second]).quotes.keys() == {first}
    assert ask.patch("seed", [first, second]).rejected.keys() == {second}
    assert [step.code for step in ask.history(document_id="seed", limit=1)] == ["reject"]
    assert ask.counts()["rejected"] == 1
    desk.undo()
    assert (ask.can_undo(), ask.can_redo()) == (True, True)


def test_the_same_file_through_other_eyes(desk, project):
    desk.run(RejectQuote(document_id="seed", quote_id=ids(desk)[0], act=act()))
    with opened(project, "ben") as other:
        assert isinstance(other.queries, Queries)
        assert other.queries.progress().total == 12
        assert len(other.queries.article("seed").quotes) == 12
        assert other.queries.counts() == desk.queries.counts()


def test_questions_write_nothing(desk, project):
    before = project.read_bytes()
    ask = desk.queries
    for question in (ask.documents, ask.progress, ask.speakers, ask.history, ask.can_undo, ask.can_redo, ask.counts):
        question()
    ask.article("seed")
    ask.patch("seed", ids(desk))
    ask.flagged_documents()
    for speaker in ask.speakers():
        assert (len(ask.uses(speaker.id)), ask.documents_of(speaker.id)) == (1, {"seed"})
    assert ask.search("health")
    desk.close()
    assert project.read_bytes() == before


def test_a_search_is_of_this_moment_and_of_one_annotator(desk, project):
    assert [hit.where for hit in desk.queries.search("Zoë")] == []
    first = ids(desk)[0]
    desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Zoë Novák", act=act()))
    (hit,) = desk.queries.search("Zoë")
    assert (hit.where, hit.quote_id, hit.title) == ("speaker", first, "A sample")
    with opened(project, "ben") as other:
        assert other.queries.search("Zoë") == []
    assert len(desk.queries.search("the", limit=1)) == 1
