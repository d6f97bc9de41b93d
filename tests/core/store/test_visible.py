"""Every list, search and step means the same quotes by those that an annotator sees."""

import pytest
from sqlalchemy import select

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.boundaries import JoinQuotes, MoveBoundaries
from core.commands.quotes import FlagQuote
from core.commands.review import CompleteDocument, RejectQuote
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import State
from core.store import tables
from core.store.visible import is_seen, showing, shows_through, untouched, with_own
from tests.support.projects import act, empty_desk, line, opened, quote

TEXT = "“One.” “Two.” “Three.” “Four.” they say."
ANN, BOB = {"speaker_id": "ann", "speaker_name": "Ann"}, {"speaker_id": "bob", "speaker_name": "Bob"}
QUOTES = (
    quote(0, 6, id="one", **ANN),
    quote(7, 13, id="two", **ANN),
    quote(14, 22, id="three", **ANN),
    quote(23, 30, id="four", **ANN),
)


@pytest.fixture
def worked():
    """Ana gave the first quote to Bob, covered the second, rejected the third, and left the fourth."""
    with empty_desk(line(TEXT, *QUOTES), line("“No.” she says.", quote(0, 5, id="other", **BOB), id="other")) as desk:
        desk.run(AssignSpeaker(document_id="doc", quote_id="one", speaker_id="bob", act=act()))
        desk.run(JoinQuotes(document_id="doc", quote_id="one", other_id="two", act=act()))
        desk.run(MoveBoundaries(document_id="doc", quote_id="one", fragments=(Span(0, 6),), act=act()))
        desk.run(RejectQuote(document_id="doc", quote_id="three", act=act()))
        yield desk


def condition(desk, condition, who):
    layer = tables.Layer
    with desk._engine.connect() as connection:
        query = select(tables.Quote.id, layer.annotator_id).join(layer, layer.id == tables.Quote.layer_id)
        query = with_own(query, layer.document_id, who).where(condition, layer.document_id == "doc")
        return {(row.id, row.annotator_id is None) for row in connection.execute(query)}


def test_the_conditions_in_sql(worked):
    assert condition(worked, shows_through(), "ana") == {("four", True)}
    assert condition(worked, is_seen(), "ana") == {("one", False), ("four", True)}
    everything = {(each.id, True) for each in QUOTES}
    for stranger in ("ben", None):
        assert condition(worked, shows_through(), stranger) == everything
        assert condition(worked, is_seen(), stranger) == everything


def test_every_way_of_asking_has_the_same_quotes(worked):
    def by(name):
        (speaker,) = (each.id for each in ask.speakers() if each.name == name)
        return speaker

    ask = worked.queries
    assert [each.id for each in ask.article("doc").quotes] == ["one", "four"]
    assert ask.patch("doc", ["one", "two", "three", "four"]).quotes.keys() == {"one", "four"}
    assert [row.quote_id for row in ask.quote_rows(["doc"])] == ["one", "four"]
    assert ask.document_row("doc").total == 2
    assert {hit.quote_id for hit in ask.search("Ann")} == {"four"}
    assert {hit.quote_id for hit in ask.search("Bob")} == {"one", "other"}
    assert [ask.documents_of(by(name)) for name in ("Ann", "Bob")] == [{"doc"}, {"doc", "other"}]
    worked.run(AssignSpeaker(document_id="doc", quote_id="four", speaker_id="bob", act=act()))
    assert ask.documents_of(by("Ann")) == set()
    assert not [row for row in ask.quote_rows() if row.speaker_name == "Ann"]
    assert not ask.search("Ann")


def test_another_annotator_sees_what_the_model_says(worked):
    with opened(worked.path, "ben") as other:
        assert [each.id for each in other.queries.article("doc").quotes] == ["one", "two", "three", "four"]
        assert other.queries.documents_of("ann") == {"doc"}
        other.run(FlagQuote(document_id="other", quote_id="other", flagged=True))
        assert other.queries.documents_of("bob") == {"other"}


def test_rows_that_show_through():
    class Row:
        def __init__(self, id):
            self.id = self.quote_id = id

    suggested, (touched, covered, other) = [Row("a"), Row("b"), Row("c")], "abc"
    assert [row.id for row in showing(suggested, [Row(touched)], [Row(covered)], State.IN_WORK)] == [other]
    assert showing(suggested, (), (), State.NEW) == suggested
    assert showing((), [Row("a")], (), State.IN_WORK) == []
    assert showing(suggested, (), (), State.COMPLETE) == []


def test_what_is_offered_after_an_article_is_complete_shows_when_that_is_taken_back(worked):
    ask = worked.queries
    worked.run(AcceptSuggestion(document_id="doc", quote_id="one", act=act()))
    worked.run(RejectQuote(document_id="doc", quote_id="four", act=act()))
    worked.run(CompleteDocument(document_id="doc"))
    worked.take_labels(line(TEXT, *QUOTES, quote(31, 35, id="five", **ANN)))
    assert [each.id for each in ask.article("doc").quotes] == ["one"]
    assert ask.patch("doc", ["one", "five"]).quotes.keys() == {"one"}
    assert [row.quote_id for row in ask.quote_rows(["doc"])] == ["one"]
    assert (ask.document_row("doc").state, ask.document_row("doc").total) == (State.COMPLETE, 1)
    assert ask.documents_of("ann") == set()
    (of_doc, _) = worked.dataset()
    assert [each.id for each in of_doc.layer.quotes] == ["one"]
    assert condition(worked, shows_through(), "ana") == set()
    assert ("five", True) in condition(worked, untouched(), "ana")
    with opened(worked.path, "ben") as other:
        assert "five" in {each.id for each in other.queries.article("doc").quotes}
    worked.undo()
    assert {each.id for each in ask.article("doc").quotes} == {"one", "two", "five"}
    assert (ask.document_row("doc").state, ask.document_row("doc").total) == (State.IN_WORK, 3)
    with pytest.raises(UserMistake, match="can't be complete again: 2 of its quotes are not checked"):
        worked.redo()
