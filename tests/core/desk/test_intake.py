"""Bringing in: all in one transaction, duplicates told, ids that mean another text refused by name; there and back."""

import io
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from core.commands.attribution import AcceptSuggestion
from core.commands.review import CompleteDocument
from core.desk.manifest import Chosen
from core.formats.jsonl import Jsonl
from core.formats.problems import Problems
from core.model.records import (
    AnnotatedDocument,
    Candidate,
    Decision,
    Layer,
    Rejection,
    SecondSpeaker,
    Speaker,
    Suggestion,
    Zone,
)
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerKind, SpeakerType, State, Status, Via, ZoneType
from tests.core.formats.drawing import annotated
from tests.core.test_history import NAMES, wander
from tests.support.projects import (
    MODEL,
    NEWER,
    act,
    bare,
    document,
    dump,
    empty_desk,
    ids,
    line,
    new_project,
    opened,
    quote,
    rows,
    seed_line,
    seen,
)

TEXT = "“Yes, we can,” she said. “No, you can't,” he said."
SHOWN = Suggestion(fragments=(Span(0, 9),), kind=Kind.MIXED, speaker_name="B", confidence=0.4, model="x")


def exported(desk, which="all", annotator=None) -> bytes:
    out = io.BytesIO()
    desk.export_to(out, Chosen(format="jsonl", which=which, annotator=annotator))
    return out.getvalue()


def read(data: bytes) -> list[AnnotatedDocument]:
    problems = Problems()
    found = list(Jsonl().read(io.BytesIO(data), problems))
    assert problems.first == []
    return found


def through_another(data: bytes, which="all") -> bytes:
    with empty_desk(*(read(data) if data else []), annotator="somebody") as desk:
        return exported(desk, which)


def everything() -> list[AnnotatedDocument]:
    """Two annotators and all that the format has."""
    doc = document(
        TEXT, title="T", source="S", url="U", date="2020-06-19", language="en",
        zones=(Zone(start=0, end=6, type=ZoneType.HEADLINE, extra={"z": 1}), Zone(start=0, end=3, type=ZoneType.CAPTION)),
        extra={"top": {"deep": [1, None, 2.5]}},
    )  # fmt: skip
    people = (
        Speaker(id="s1", name="A", aliases=("Aa", "Aaa"), external_id="Q1", kind=SpeakerKind.PERSON, extra={"p": 1}),
        Speaker(id="s2", name="B", kind=SpeakerKind.GROUP),
        Speaker(id="s3", name="Never quoted"),
    )
    decided = Decision(via=Via.DIGIT, at="2026-11-23T20:17:34.123Z", blind=True, seconds=1.8, keys=1, fast=True, suggestion=SHOWN, extra={"d": 1})  # fmt: skip
    full = quote(
        0, 14, id="full", fragments=(Span(0, 5), Span(6, 14)), kind=Kind.MIXED, quoted=(Span(0, 5),), mention=Span(15, 18), cue=Span(19, 23),
        speaker_id="s1", speaker_name="A", speaker_type=SpeakerType.NAMED, status=Status.CORRECTED, flagged=True, sure=False, comment="Why",
        attributes={"factuality": "denied"}, confidence=0.71, decided=decided, extra={"q": "x"},
        more_speakers=(SecondSpeaker(relation=Relation.RELAYED_BY, speaker_id="s2", speaker_name="B", mention=Span(0, 2)),
                       SecondSpeaker(relation=Relation.ALTERNATIVE, speaker_name="a friend")),
        candidates=(Candidate(name="A", speaker_id="s1", mention=Span(15, 18), confidence=0.9, evidence="subject of “said”", extra={"c": 1}),
                    Candidate(name="Unknown", confidence=0.05)),
    )  # fmt: skip
    described = quote(1, 4, id="inner", parent="full", speaker_name="a senior official", speaker_type=SpeakerType.UNNAMED, mention=Span(15, 18), status=Status.ADDED)  # fmt: skip
    waiting = quote(25, 41, id="waiting", speaker_type=SpeakerType.COLLECTIVE)
    no = Rejection(quote=quote(44, 50, id="no", parent="full", more_speakers=full.more_speakers), reason=Reason.SCARE)
    ana = Layer(annotator="ana", state=State.IN_WORK, model=MODEL, speakers=people, quotes=(full, described, waiting), rejected=(no,))  # fmt: skip
    ben = Layer(annotator="ben", state=State.COMPLETE, model=MODEL, speakers=people[1:2],
                quotes=(quote(25, 41, id="full", speaker_id="s2", speaker_name="B", speaker_type=SpeakerType.NAMED, status=Status.ACCEPTED, decided=decided),))  # fmt: skip
    return [
        AnnotatedDocument(document=doc, layer=ana),
        AnnotatedDocument(document=structs.replace(doc, extra={"mine": True}), layer=ben),
        line("“Only the model.”", quote(0, 17), id="model"),
        AnnotatedDocument(document=document("Nobody yet.\r\n\ufeff", id="bare", extra={"x": 1}), layer=Layer()),
    ]


def test_everything_comes_back():
    given_ = everything()
    with empty_desk(*given_) as desk:
        data = exported(desk)
        assert read(data) == given_
        assert through_another(data) == data


@pytest.mark.parametrize("which", ["complete", "checked", "all"])
def test_each_choice_can_be_read_again(which):
    with empty_desk(*everything()) as desk:
        data = exported(desk, which)
        assert through_another(data, which) == data


@given(annotated(), st.sampled_from(["complete", "checked", "all"]))
def test_any_line_comes_back(one, which):
    known = [each.external_id for each in one.layer.speakers if each.external_id is not None]
    assume(len(known) == len(set(known)))  # two of one external id are one speaker
    with empty_desk(one) as desk:
        data = exported(desk, which)
        if which == "all":
            assert read(data) == [as_stored(one)]
        assert through_another(data, which) == data


def as_stored(one):
    """The same line, in text order, its candidates called as the roster calls them."""
    names = {each.id: each.name for each in one.layer.speakers}
    quotes = sorted((called(each, names) for each in one.layer.quotes), key=in_text)
    rejected = [structs.replace(each, quote=called(each.quote, names)) for each in one.layer.rejected]
    rejected.sort(key=lambda each: in_text(each.quote))
    return structs.replace(one, layer=structs.replace(one.layer, quotes=tuple(quotes), rejected=tuple(rejected)))


def called(one, names):
    candidates = [structs.replace(each, name=names.get(each.speaker_id, each.name)) for each in one.candidates]
    return structs.replace(one, candidates=tuple(candidates))


def in_text(one):
    return one.span.start, -one.span.end, one.id


def test_a_project_after_long_work_comes_back(tmp_path):
    path = new_project(tmp_path / "p.qdesk")
    wander(random.Random(21), path, 120, {"ana": NAMES, "ben": NAMES}, relabel=True)
    with opened(path) as desk:
        lines = read(exported(desk))
        checked = read(exported(desk, "checked"))
        articles = {}
        for who in ("ana", "ben"):
            with opened(path, who) as theirs:
                articles[who] = theirs.queries.article("seed")
    assert [each.layer.annotator for each in lines] == ["ana", "ben"]
    with empty_desk(*lines) as again:
        assert [by_id(each) for each in read(exported(again))] == [by_id(each) for each in lines]
        assert [by_id(each) for each in read(exported(again, "checked"))] == [by_id(each) for each in checked]
        for who, before in articles.items():
            with opened(again.path, who) as desk:
                now = desk.queries.article("seed")
                assert (now.quotes, now.state, now.document) == (before.quotes, before.state, before.document)
                assert {each.quote.id: each for each in now.rejected} == {
                    each.quote.id: each for each in before.rejected
                }


def by_id(one):
    """Whoever two annotators added in turn stands in another place of the list when both come in one after the other."""
    speakers = tuple(sorted(one.layer.speakers, key=lambda each: each.id))
    return structs.replace(one, layer=structs.replace(one.layer, speakers=speakers))


def test_what_was_brought_is_said(empty):
    brought = empty.bring_in([*everything(), bare(line("New.", id="new"))])
    assert (brought.documents, brought.layers, brought.quotes) == (4, 3, 5)
    assert brought.document_ids == ("doc", "model", "bare", "new")
    assert (brought.duplicates, brought.problems) == ((), ())


def test_a_known_id_with_another_text_is_refused_by_name(desk, project):
    other = line("Another text.", quote(0, 7), id="seed", annotator="ben")
    good = line("Good.", id="good")
    brought = desk.bring_in([other, good])
    assert brought.documents == 1
    (problem,) = brought.problems
    assert problem.startswith("seed: ")
    assert "another text" in problem
    assert desk.queries.article("seed").document == seed_line().document
    assert [row["name"] for row in rows(project, "SELECT name FROM annotator")] == ["import"]


def test_the_same_text_under_another_id_joins_the_first(desk):
    mine = structs.replace(seed_line(), document=structs.replace(seed_line().document, id="copy", title="Other"))
    theirs = structs.replace(mine, layer=structs.replace(mine.layer, annotator="ben"))
    brought = desk.bring_in([theirs, bare(mine)])
    assert (brought.documents, brought.layers, brought.document_ids) == (0, 1, ("seed",))
    assert brought.duplicates == ("copy: the same text is in the project already, as seed.",)
    assert [row.id for row in desk.queries.documents()] == ["seed"]
    with opened(desk.path, "ben") as other:
        assert len(other.queries.article("seed").quotes) == 12


def test_the_same_text_by_the_same_annotator_is_a_duplicate(empty):
    mine = line(TEXT, quote(0, 14), annotator="ana")
    models = line(TEXT, quote(0, 14))
    first = empty.bring_in([mine, mine, models])
    assert (first.documents, first.layers) == (1, 2)
    assert first.duplicates == (
        "doc: the same text by ana is in the project already. What this one says of it was left out; to take that, "
        "import it into a new project.",
    )
    before = dump(empty.path), rows(empty.path, "SELECT * FROM revision")
    heard = []
    empty.listen(heard.append)
    again = empty.bring_in([mine, models, bare(mine)])
    assert (again.documents, again.layers, again.document_ids) == (0, 0, ())
    assert len(again.duplicates) == 3
    assert "with suggestions" in again.duplicates[1]
    assert (dump(empty.path), rows(empty.path, "SELECT * FROM revision")) == before
    assert heard == []


@pytest.mark.parametrize("kind", [ZeroDivisionError, KeyboardInterrupt, MemoryError])
def test_a_run_that_breaks_off_leaves_nothing(desk, project, kind):
    before = dump(project), rows(project, "SELECT * FROM revision"), rows(project, "SELECT * FROM annotator")

    def lines():
        yield line(TEXT, quote(0, 14), id="one", annotator="new")
        yield line("More.", id="two")
        raise kind

    with pytest.raises(kind):
        desk.bring_in(lines(), "somebody new")
    assert (dump(project), rows(project, "SELECT * FROM revision"), rows(project, "SELECT * FROM annotator")) == before
    assert desk.bring_in([line("More.", id="two")]).documents == 1


def test_who_imported_is_noted(empty):
    empty.bring_in([line("Words.")], "zoe")
    assert rows(empty.path, "SELECT name FROM annotator JOIN revision ON annotator.id = annotator_id") == [
        {"name": "zoe"}
    ]
    with opened(empty.path, "zoe") as desk:
        assert not desk.queries.can_undo()


def test_labels_for_a_text_that_is_not_there_are_dropped(desk, project):
    before = dump(project), rows(project, "SELECT * FROM revision")
    for stranger in (line("Words.", quote(0, 5), id="gone"), line("Words.", quote(0, 5), id="seed")):
        change = desk.take_labels(stranger)
        assert (change.code, change.documents, change.sweeping) == ("label", frozenset(), False)
    assert (dump(project), rows(project, "SELECT * FROM revision")) == before


def test_only_the_models_part_of_an_answer_is_taken(empty):
    empty.bring_in([bare(line(TEXT))])
    edited = quote(2, 9, id="edited", decided=Decision(via=Via.EDIT, at="x"))
    settled = quote(25, 41, id="settled", status=Status.ACCEPTED)
    answer = line(TEXT, quote(0, 14), edited, settled, annotator="ana", rejected=(Rejection(quote=quote(1, 3)),))
    change = empty.take_labels(answer)
    assert (change.documents, change.sweeping) == (frozenset({"doc"}), False)
    assert ids(empty, "doc") == ["q0-14"]
    assert rows(empty.path, "SELECT annotator_id, state FROM layer") == [{"annotator_id": None, "state": "new"}]


def test_an_article_without_quotes_is_labelled_too(empty):
    empty.bring_in([bare(line("No quotes here."))])
    assert not empty.queries.document_row("doc").labelled
    empty.take_labels(line("No quotes here.", model=MODEL))
    assert empty.queries.document_row("doc").labelled


def test_a_complete_article_stays_complete_when_labelled_again(desk):
    for each in ids(desk):
        desk.run(AcceptSuggestion(document_id="seed", quote_id=each, act=act()))
    desk.run(CompleteDocument(document_id="seed"))
    desk.take_labels(structs.replace(seed_line(), layer=structs.replace(seed_line().layer, model=NEWER)))
    row = desk.queries.document_row("seed")
    assert (row.state, row.checked, row.total) == (State.COMPLETE, 12, 12)
    assert seen(desk, ids(desk)[0]).decided.suggestion.model == MODEL.weights


def test_what_is_left_out_is_told_by_file_and_entry(empty):
    one = line(TEXT, quote(0, 14), id="1", annotator="ana")
    first, again = (structs.replace(one, where=f"{name}.jsonl, line 1") for name in ("a", "b"))
    other = structs.replace(line("Other words.", id="1"), where="b.rss, entry 3")
    copy = structs.replace(bare(line(TEXT, id="copy")), where="copy.txt")
    brought = empty.bring_in([first, again, other, copy])
    assert brought.problems == (
        "b.rss, entry 3: 1: an article of this id with another text is in the project already. This one was left out; "
        "give it another id.",
    )
    assert [sentence.split(". ")[0] for sentence in brought.duplicates] == [
        "b.jsonl, line 1: 1: the same text by ana is in the project already",
        "copy.txt: copy: the same text is in the project already, as 1.",
    ]
