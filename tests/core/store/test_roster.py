"""Whom an incoming line means, by id, external id or name."""

import pytest

from core.commands.roster import EditSpeaker
from core.model.records import Candidate, SecondSpeaker, Speaker
from core.model.terms import Relation
from core.store import engine as engines
from core.store.roster import Roster
from core.store.rows import Rows
from tests.support.projects import line, quote, rows

DRAWN = "3f6f1f0a-9a4e-4c57-8a51-5a2f6f1f7b10"  # an id as `new_id` draws them


def take_in(roster, speaker):
    return roster.take_in([speaker])[speaker.id]


@pytest.fixture
def roster(empty):
    engine = engines.connect(empty.path)
    with engine.execution_options(writing=True).begin() as connection:
        found = Roster(connection, Rows(connection))
        for speaker in (
            Speaker(id="s1", name="Sergey Lavrov", aliases=("Lavrov",), external_id="Q58217"),
            Speaker(id="s2", name="Ana Ruiz"),
            Speaker(id=DRAWN, name="Zoë"),
        ):
            assert take_in(found, speaker) == speaker.id
        yield found
    engines.close(engine)


@pytest.mark.parametrize(
    ("speaker", "known"),
    [
        (Speaker(id="s1", name="Sergey Lavrov"), "s1"),
        (Speaker(id="s1", name="Lavrov"), "s1"),  # one of the aliases
        (Speaker(id="s1", name="S. Lavrov", aliases=("Lavrov",)), "s1"),
        (Speaker(id="x", name="S. V. Lavrov", external_id="Q58217"), "s1"),
        (Speaker(id="x", name="Sergey Lavrov"), "s1"),
        (Speaker(id="s1", name="Ana Ruiz"), "s2"),  # another file's s1
        (Speaker(id=DRAWN, name="Zoë Since Renamed"), DRAWN),
    ],
)
def test_who_is_known(roster, speaker, known):
    assert take_in(roster, speaker) == known


@pytest.mark.parametrize(
    "speaker",
    [
        Speaker(id="s9", name="New"),
        Speaker(id="s9", name="Lavrov"),  # an alias of another is no canonical name
        Speaker(id="s9", name="sergey lavrov"),
        Speaker(id="s9", name="Sergey Lavrov", external_id="Q1"),
    ],
)
def test_who_is_new_keeps_the_id(roster, speaker):
    assert take_in(roster, speaker) == "s9"


def test_a_short_id_that_is_taken_by_somebody_else_is_drawn_anew(roster):
    found = take_in(roster, Speaker(id="s1", name="Somebody Else"))
    assert found not in ("s1", "s2", DRAWN)
    assert take_in(roster, Speaker(id="s1", name="Somebody Else")) == found


def test_a_quote_speaks_of_the_rosters_ids(roster):
    one = quote(
        0,
        3,
        speaker_id="a",
        more_speakers=(SecondSpeaker(relation=Relation.JOINT, speaker_id="b"), SecondSpeaker(relation=Relation.JOINT)),
        candidates=(Candidate(name="B", speaker_id="b"), Candidate(name="C")),
    )
    known = {"a": "s1", "b": "s2"}
    found = roster.known_as(one, known)
    assert found.speaker_id == "s1"
    assert [each.speaker_id for each in found.more_speakers] == ["s2", None]
    assert [each.speaker_id for each in found.candidates] == ["s2", None]
    assert roster.known_as(one, {"a": "a", "b": "b"}) == one


def test_two_files_with_an_s1_each(empty):
    said = {"speaker_id": "s1", "speaker_type": "named"}
    for id_, name in (("one", "Ana Ruiz"), ("two", "Boris Lee")):
        empty.bring_in([line(f"“Yes,” {name} said.", quote(0, 6, speaker_name=name, **said), id=id_, annotator="ana")])
    assert [empty.queries.article(each).quotes[0].speaker_name for each in ("one", "two")] == ["Ana Ruiz", "Boris Lee"]
    assert len(rows(empty.path, "SELECT * FROM speaker")) == 2


def test_a_name_that_somebody_has_now_means_them(empty):
    told = {"speaker_id": "a", "speaker_type": "named", "speaker_name": "Bo"}
    empty.bring_in([line("“Yes,” Bo said.", quote(0, 6, **told))])
    empty.run(EditSpeaker(speaker_id="a", name="Bo Li", aliases=()))
    with engines.connect(empty.path).execution_options(writing=True).begin() as connection:
        found = Roster(connection, Rows(connection))
        assert take_in(found, Speaker(id="x", name="Bo")) == "a"
        assert take_in(found, Speaker(id="y", name="Bo Li")) == "a"
    empty.bring_in([line("“No,” he said.", quote(0, 5), id="b", speakers=(Speaker(id="b", name="Other"),))])
    empty.run(EditSpeaker(speaker_id="b", name="Bo"))
    with engines.connect(empty.path).execution_options(writing=True).begin() as connection:
        found = Roster(connection, Rows(connection))
        assert take_in(found, Speaker(id="x", name="Bo")) == "b"
        assert take_in(found, Speaker(id="y", name="Bo Li")) == "a"
