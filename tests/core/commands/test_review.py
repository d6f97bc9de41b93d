"""What is no quote, and when an article is complete."""

import pytest
from msgspec import structs

from core.commands import review
from core.commands.attribution import AcceptSuggestion
from core.commands.review import CompleteDocument, RejectQuote, ReopenDocument
from core.errors import UserMistake
from core.model.records import Decision, SecondSpeaker
from core.model.spans import Span
from core.model.terms import Reason, Relation, State, Status, Via
from tests.support.projects import act, bare, dump, empty_desk, ids, line, opened, quote, rows, seed_line, seen

TEXT = "“Yes, ‘we’ can,” she said. “No,” he said."


def reject(quote_id, reason=None, document_id="seed"):
    return RejectQuote(document_id=document_id, quote_id=quote_id, reason=reason, act=act(Via.CLICK))


def complete(desk, document_id="seed"):
    for each in ids(desk, document_id):
        desk.run(AcceptSuggestion(document_id=document_id, quote_id=each, act=act()))
    return desk.run(CompleteDocument(document_id=document_id))


def test_a_rejected_quote_goes_to_its_own_list(desk):
    first = ids(desk)[0]
    shown = seen(desk, first)
    change = desk.run(reject(first))
    assert (change.code, change.words) == (
        "reject",
        {"speaker": "Lukashenko", "reason": "", "begins": "We really did have an"},
    )
    assert first not in ids(desk)
    (rejection,) = desk.queries.article("seed").rejected
    assert (rejection.reason, rejection.quote.decided.via) == (None, Via.CLICK)
    assert structs.replace(rejection.quote, decided=None) == shown
    assert desk.queries.document_row("seed").total == 11


def test_the_reason_belongs_to_the_same_step(desk, project):
    first = ids(desk)[0]
    start = dump(project)
    desk.run(reject(first))
    desk.run(reject(first, Reason.SCARE))
    assert [step.words["reason"] for step in desk.queries.history()] == ["scare"]
    desk.run(reject(first, Reason.TITLE))
    assert desk.queries.article("seed").rejected[0].reason is Reason.TITLE
    assert len(desk.queries.history()) == 1
    desk.undo()
    assert dump(project) == start
    desk.redo()
    assert desk.queries.article("seed").rejected[0].reason is Reason.TITLE


def test_a_reason_after_a_restart_is_still_the_same_step(desk, project):
    first = ids(desk)[0]
    desk.run(reject(first))
    with opened(project) as again:
        again.run(reject(first, Reason.SCARE))
        assert len(again.queries.history()) == 1


@pytest.mark.parametrize("edited", [False, True])
def test_what_a_person_made_goes_altogether_and_comes_back_whole(edited):
    second = SecondSpeaker(relation=Relation.JOINT, speaker_name="B")
    made = quote(0, 16, status=Status.ADDED, decided=Decision(via=Via.EDIT, at=""), more_speakers=(second,))
    if edited:
        made = structs.replace(made, status=Status.SUGGESTED)
    inner = quote(6, 10, parent="q0-16", status=Status.ACCEPTED)
    with empty_desk(line(TEXT, made, inner, annotator="ana")) as desk:
        desk.take_labels(line(TEXT, quote(0, 14)))
        assert rows(desk.path, 'SELECT "by" FROM settled') == [{"by": "q0-16"}]
        start = dump(desk.path)
        change = desk.run(reject("q0-16", document_id="doc"))
        assert ("doc", "q0-16") in change.quotes
        article = desk.queries.article("doc")
        assert ([each.id for each in article.quotes], article.rejected) == (["q0-14", "q6-10"], ())
        assert all(each.parent is None for each in article.quotes)
        end = dump(desk.path)
        desk.undo()
        assert dump(desk.path) == start
        desk.redo()
        assert dump(desk.path) == end


def test_what_is_left_is_counted(desk, project):
    for each in ids(desk)[:9]:
        desk.run(AcceptSuggestion(document_id="seed", quote_id=each, act=act()))
    before = dump(project)
    with pytest.raises(UserMistake, match="3 of 12 quotes are not checked"):
        desk.run(CompleteDocument(document_id="seed"))
    assert dump(project) == before
    for each in ids(desk)[9:]:
        desk.run(reject(each))
    change = desk.run(CompleteDocument(document_id="seed"))
    assert (change.code, change.documents) == ("complete", {"seed"})
    assert desk.queries.document_row("seed").state is State.COMPLETE
    assert desk.run(CompleteDocument(document_id="seed")).revision is None


def test_complete_is_said_by_each_for_themselves(desk, project):
    complete(desk)
    with opened(project, "ben") as other:
        with pytest.raises(UserMistake, match="12 of 12"):
            other.run(CompleteDocument(document_id="seed"))
        assert other.queries.document_row("seed").state is State.NEW


def test_an_article_without_quotes_can_be_complete(empty):
    empty.bring_in([bare(seed_line())])
    empty.run(CompleteDocument(document_id="seed"))
    assert empty.queries.document_row("seed").state is State.COMPLETE
    assert empty.queries.document_row("seed").labelled


def test_in_work_again(desk):
    complete(desk)
    assert desk.run(ReopenDocument(document_id="seed")).code == "reopen"
    assert desk.queries.document_row("seed").state is State.IN_WORK


def test_a_mention_is_no_hindrance():
    with empty_desk(line(TEXT, quote(0, 16, mention=Span(17, 20)))) as desk:
        desk.run(reject("q0-16", Reason.NOT_SPEECH, "doc"))
        assert desk.queries.article("doc").rejected[0].quote.mention == Span(17, 20)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We wait,” she said.", "We wait,"),
        ("«Nous attendons depuis longtemps la fin»", "Nous attendons depuis"),
        ("a" * 400, "a" * 24),
        ("“”", ""),
    ],
)
def test_a_rejected_quote_is_known_by_its_first_words(text, words):
    end = text.index("” ") + 1 if "” " in text else len(text)
    assert review._first_words(text, Span(0, end)) == words
