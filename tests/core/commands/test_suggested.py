"""What was suggested is told by the model's row, else by the history, else by nobody."""

import pytest

from core.commands.attribution import AcceptSuggestion, SetSpeakerType
from core.commands.second_speakers import AddSecondSpeaker
from core.commands.suggested import Source, seconds_of, source_of, stood_of, suggested
from core.model.records import SecondSpeaker
from core.model.spans import Span
from core.model.terms import Relation, SpeakerType
from core.store import engine as engines
from core.store.layers import own_quote
from core.store.transaction import Transaction
from tests.support.projects import NEWER, act, empty_desk, line, quote

TEXT = "“Yes,” one woman said."
AIDE = SecondSpeaker(relation=Relation.JOINT, speaker_name="an aide")
WOMAN = Source(SpeakerType.UNNAMED, "one woman", Span(7, 16))
ONE = quote(
    0, 6, mention=WOMAN.mention, speaker_name="one woman", speaker_type=SpeakerType.UNNAMED, more_speakers=(AIDE,)
)
AT = {"document_id": "doc", "quote_id": ONE.id, "act": act()}


def told(desk):
    engine = engines.connect(desk.path)
    with Transaction(engine, "ana") as transaction:
        row = own_quote(transaction, "doc", ONE.id)
        shown = row.decided_suggestion
        found = suggested(transaction, "doc", row, stood=stood_of(row), shown=shown)
        now = source_of(row), seconds_of(transaction, row)
        known = None if found is None else (found.source, found.seconds())
    engines.close(engine)
    return known, now


@pytest.mark.parametrize("annotator", [None, "ana"])
def test_what_was_changed_since_is_taken_back(annotator):
    with empty_desk(line(TEXT, ONE, annotator=annotator)) as desk:
        desk.run(AcceptSuggestion(**AT))
        desk.run(SetSpeakerType(**AT, type=SpeakerType.NONE))
        desk.run(AddSecondSpeaker(**AT, relation=Relation.ALTERNATIVE, name="Bo"))
        desk.undo()
        desk.redo()
        found, now = told(desk)
        assert found == (WOMAN, (("joint", "an aide"),))
        assert (now[0].type, len(now[1])) == (SpeakerType.NONE, 2)


def test_after_another_model_has_labelled_the_article_nobody_knows():
    with empty_desk(line(TEXT, ONE)) as desk:
        desk.run(SetSpeakerType(**AT, type=SpeakerType.COLLECTIVE))
        desk.take_labels(line(TEXT, ONE, model=NEWER))
        assert told(desk)[0] is None


def test_what_was_accepted_before_that_is_known():
    with empty_desk(line(TEXT, ONE)) as desk:
        desk.run(AcceptSuggestion(**AT))
        desk.run(SetSpeakerType(**AT, type=SpeakerType.NONE))
        desk.take_labels(line(TEXT, ONE, model=NEWER))
        assert told(desk)[0] == (WOMAN, (("joint", "an aide"),))


def test_after_an_edit_alone_second_speakers_are_not_known():
    with empty_desk(line(TEXT, ONE)) as desk:
        desk.run(AddSecondSpeaker(**AT, relation=Relation.ALTERNATIVE, name="Bo"))
        desk.take_labels(line(TEXT, ONE, model=NEWER))
        assert told(desk)[0] == (WOMAN, None)
