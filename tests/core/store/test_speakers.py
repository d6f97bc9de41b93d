"""What commands ask of the roster, on a project of two annotators in the file."""

from core.commands.attribution import AssignSpeaker
from core.commands.second_speakers import AddSecondSpeaker
from core.model.terms import Relation
from core.store import engine as engines
from core.store.speakers import (
    is_taken,
    layers_with,
    leave_cast,
    maybe_noting,
    names_in_roster,
    quotes_with,
    roster_speaker,
    seconds_with,
)
from core.store.transaction import Transaction
from tests.support.projects import ENTER, ids, opened


def test_the_roster_knows_names_then_aliases(transaction):
    session = transaction.session
    one = roster_speaker(session, "Ana Ruiz")
    one.aliases = ('The "Boss"', "a\\b", "Ruiz")
    session.flush()
    for name in ("Ana Ruiz", 'The "Boss"', "a\\b", "Ruiz"):
        assert roster_speaker(session, name) is one
    for name in ("Boss", "Rui", "uiz", "\\", '"'):
        assert roster_speaker(session, name) is not one


def test_a_speaker_goes_by_all_names_of_the_roster(transaction):
    speaker = roster_speaker(transaction.session, "Lavrov")
    speaker.aliases = ("the minister", "Sergey Lavrov")
    assert names_in_roster(transaction.session, speaker.id) == ("Lavrov", "the minister", "Sergey Lavrov")
    assert names_in_roster(transaction.session, "nobody") == names_in_roster(transaction.session, None) == ()


def test_a_name_is_taken_by_another_only(transaction):
    speaker = roster_speaker(transaction.session, "Ana Ruiz")
    assert is_taken(transaction.session, "Ana Ruiz", but="somebody else")
    assert not is_taken(transaction.session, "Ana Ruiz", but=speaker.id)
    assert not is_taken(transaction.session, "Ana", but="somebody else")


def test_a_speaker_is_found_wherever_it_is_named(project):
    with opened(project) as desk:
        first, second, *_ = ids(desk)
        desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=ENTER))
        desk.run(
            AddSecondSpeaker(document_id="seed", quote_id=second, name="Ana Ruiz", relation=Relation.JOINT, act=ENTER)
        )
    engine = engines.connect(project)
    with Transaction(engine, "bea") as transaction:
        session = transaction.session
        ana = roster_speaker(session, "Ana Ruiz")
        ana.extra = {"apart": ["other"]}
        session.flush()
        assert [quote.id for quote in quotes_with(session, ana.id)] == [first]
        assert [(row.quote_id, row.speaker_id) for row, _ in seconds_with(session, ana.id, "nobody")] == [
            (second, ana.id)
        ]
        (layer,) = layers_with(session, ana.id)
        assert layer.annotator_id is not None
        assert maybe_noting(session, "other") == [ana]
        assert maybe_noting(session, "another") == []
        leave_cast(session, ana.id)
        assert layers_with(session, ana.id) == []
    engines.close(engine)
