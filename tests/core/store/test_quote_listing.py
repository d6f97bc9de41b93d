"""The list of all quotes says of each what its article says, for each annotator, before and after any work."""

import random

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.new_quote import AddQuote
from core.commands.quotes import FlagQuote, SetKind
from core.commands.remarks import CommentQuote, MarkSure
from core.commands.review import RejectQuote
from core.model.doubt import is_doubtful
from core.model.records import Speaker
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, Status, Via
from core.store import engine as engines
from core.store import quote_listing
from core.store.quote_listing import WORDS, list_quotes
from tests.core.test_history import NAMES, wander
from tests.support.projects import act, empty_desk, ids, line, new_project, opened, quote, rows

TEXT = "“Yes, we can,” she said. “No,\r\n\r\n you  can't,” he\nsaid."


def shown(desk, document_id):
    article = desk.queries.article(document_id)
    text = article.document.text
    return [
        (
            number,
            each.id,
            " … ".join(" ".join(text[slice(*piece)].split()) for piece in each.fragments)[:WORDS],
            " ".join(text[slice(*each.cue)].split()) if each.cue else "",
            (each.kind, each.status, each.speaker_type),
            (each.speaker_id, each.speaker_name or ""),
            (each.flagged, each.sure, each.comment, each.confidence, is_doubtful(each)),
            (each.decided.via, each.decided.at, each.decided.fast) if each.decided else (None, None, False),
        )
        for number, each in enumerate(article.quotes, 1)
    ]


def listed(desk, document_id):
    return [
        (
            row.number,
            row.quote_id,
            row.words,
            row.cue,
            (row.kind, row.status, row.speaker_type),
            (row.speaker_id, row.speaker_name),
            (row.flagged, row.sure, row.comment, row.confidence, row.doubtful),
            (row.via, row.decided_at, row.fast),
        )
        for row in desk.queries.quote_rows([document_id])
    ]


@pytest.mark.parametrize("relabel", [False, True])
def test_the_list_says_what_the_articles_show(tmp_path, relabel):
    path = new_project(tmp_path / "p.qdesk")
    other = line(TEXT, quote(0, 14, confidence=0.2), quote(25, 46), id="other")
    with opened(path) as desk:
        desk.bring_in([other])
    wander(random.Random(5), path, 90, {"ana": NAMES, "ben": NAMES}, relabel=relabel)
    for who in ("ana", "ben", "never seen"):
        with opened(path, who) as desk:
            for document_id in ("seed", "other"):
                assert listed(desk, document_id) == shown(desk, document_id)
            everything = desk.queries.quote_rows()
            assert everything == desk.queries.quote_rows(["other", "seed", "elsewhere"])
            places = [("seed", "other").index(row.document_id) for row in everything]
            assert places == sorted(places)
            assert [row.title for row in everything if row.document_id == "seed"][:1] == ["A sample"]


@pytest.fixture
def desk():
    pieces = quote(25, 46, fragments=(Span(25, 29), Span(34, 46)), cue=Span(47, 54))
    with empty_desk(line(TEXT, quote(0, 14), pieces)) as found:
        yield found


def row_of(desk, quote_id):
    return next(row for row in desk.queries.quote_rows() if row.quote_id == quote_id)


def test_words_are_folded_pieces_are_parted_and_long_ones_cut(desk):
    second = row_of(desk, "q25-46")
    assert (second.words, second.cue, second.number) == ("“No, … you can't,”", "he said", 2)
    long = "word \n" * 200
    with empty_desk(line(long, quote(0, len(long)), id="long")) as other:
        (row,) = other.queries.quote_rows()
        assert row.words == ("word " * 24)[:WORDS]
        assert row.title == other.queries.documents()[0].title


def test_what_is_rejected_or_covered_is_not_listed(desk):
    desk.run(RejectQuote(document_id="doc", quote_id="q0-14", act=act()))
    assert [(row.quote_id, row.number) for row in desk.queries.quote_rows()] == [("q25-46", 1)]
    with opened(desk.path, "ben") as other:
        assert len(other.queries.quote_rows()) == 2


def test_a_suggestion_that_a_quote_of_ones_own_covers_is_not_listed(desk):
    desk.run(AcceptSuggestion(document_id="doc", quote_id="q0-14", act=act()))
    desk.take_labels(line(TEXT, quote(0, 13), quote(25, 46)))
    assert rows(desk.path, "SELECT quote_id FROM settled") == [{"quote_id": "q0-13"}]
    assert [row.quote_id for row in desk.queries.quote_rows()] == ["q0-14", "q25-46"]


def test_how_it_was_decided_and_what_was_noted(desk):
    first = {"document_id": "doc", "quote_id": "q0-14"}
    before = row_of(desk, "q0-14")
    assert (before.via, before.decided_at, before.status, before.by_hand) == (None, None, Status.SUGGESTED, False)
    desk.run(AssignSpeaker(**first, name="Ana Ruiz", act=act(Via.DIGIT, fast=True)))
    for command in (
        FlagQuote(**first, flagged=True),
        MarkSure(**first, sure=False),
        CommentQuote(**first, comment="x"),
    ):
        desk.run(command)
    row = row_of(desk, "q0-14")
    assert (row.via, row.fast, row.status, row.speaker_name) == (Via.DIGIT, True, Status.CORRECTED, "Ana Ruiz")
    assert (row.flagged, row.sure, row.comment, row.by_hand) == (True, False, "x", False)
    assert row.decided_at.endswith("Z")
    desk.run(SetSpeakerType(**first, type=SpeakerType.NONE, act=act()))
    assert (row_of(desk, "q0-14").speaker_name, row_of(desk, "q0-14").speaker_type) == ("", SpeakerType.NONE)


def test_what_a_person_made_stays_so_while_it_waits_to_be_confirmed(desk):
    desk.run(AddQuote(document_id="doc", fragments=(Span(15, 18),), kind=Kind.INDIRECT, act=act(Via.EDIT)))
    (made,) = [row for row in desk.queries.quote_rows() if row.by_hand]
    key = {"document_id": "doc", "quote_id": made.quote_id}
    desk.run(AssignSpeaker(**key, name="Ana Ruiz", act=act()))
    assert (row_of(desk, made.quote_id).status, row_of(desk, made.quote_id).by_hand) == (Status.ADDED, True)
    desk.run(SetKind(**key, kind=Kind.DIRECT, act=act()))
    assert (row_of(desk, made.quote_id).status, row_of(desk, made.quote_id).by_hand) == (Status.SUGGESTED, True)
    desk.run(SetKind(document_id="doc", quote_id="q0-14", kind=Kind.INDIRECT, act=act()))
    assert not row_of(desk, "q0-14").by_hand


def test_the_roster_rules_over_what_was_written_down():
    named = quote(0, 14, speaker_id="s1", speaker_name="Ana", speaker_type=SpeakerType.NAMED)
    described = quote(25, 46, speaker_name="an official", speaker_type=SpeakerType.UNNAMED)
    annotated = line(TEXT, named, described, speakers=(Speaker(id="s1", name="Ana Ruiz"),))
    with empty_desk(annotated) as desk:
        assert [row.speaker_name for row in desk.queries.quote_rows()] == ["Ana Ruiz", "an official"]


def test_an_article_of_any_name_can_be_asked_for():
    odd = ['"', "'", "日本", "a\x00b", "a\x00c", "a,b", "[1]"]
    with empty_desk(*(line(f"“{each}!”", quote(0, 4), id=each) for each in odd)) as desk:
        assert [row.document_id for row in desk.queries.quote_rows(odd[:4])] == odd[:4]
        assert desk.queries.quote_rows([]) == []


def test_some_articles_of_very_many_can_be_asked_for(monkeypatch):
    monkeypatch.setattr(quote_listing, "MOST", 2)
    with empty_desk(*(line(f"“{each}!”", quote(0, 4), id=each) for each in "abcdef")) as desk:
        assert [row.document_id for row in desk.queries.quote_rows({"b", "d", "e"})] == ["b", "d", "e"]


def test_without_an_annotator_it_is_the_models_view(project):
    with opened(project) as desk:
        desk.run(RejectQuote(document_id="seed", quote_id=ids(desk)[0], act=act()))
    engine = engines.connect(project)
    with engine.connect() as connection:
        assert len(list_quotes(connection, None)) == 12
        assert len(list_quotes(connection, "ana")) == 11
    engines.close(engine)
