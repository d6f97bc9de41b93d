"""Who looks like one person under two names, and who does not."""

import pytest

from core.model.alike import APART, alike
from core.model.records import Speaker
from core.model.terms import SpeakerKind


def who(name, *aliases, **fields):
    return Speaker(id=name, name=name, aliases=aliases, **fields)


def pair(*speakers):
    found = alike(speakers)
    return found and (found.kept.name, found.gone.name)


@pytest.mark.parametrize(
    ("speakers", "found"),
    [
        ((who("Lavrov"), who("Sergey Lavrov")), ("Sergey Lavrov", "Lavrov")),
        ((who("Sergey Lavrov"), who("lavrov")), ("Sergey Lavrov", "lavrov")),
        ((who("Sergey Lavrov", "the minister"), who("the minister")), ("Sergey Lavrov", "the minister")),
        ((who("Ana Ruiz", "Dr. Ruiz"), who("A. Ruiz", "Dr. Ruiz")), ("Ana Ruiz", "A. Ruiz")),
        ((who("Ruiz"), who("Ana Ruiz"), who("Ben Ruiz")), None),
        ((who("Ana Ruiz"), who("Ben Ruiz")), None),
        ((who("Ana"), who("Ana Ruiz")), None),
        ((who("Lavrov"),), None),
        ((), None),
    ],
)
def test_a_name_or_a_surname_of_the_other(speakers, found):
    assert pair(*speakers) == found


def test_not_those_who_are_known_to_be_two():
    full = who("Sergey Lavrov", kind=SpeakerKind.PERSON, external_id="Q1")
    assert pair(full, who("Lavrov", kind=SpeakerKind.GROUP)) is None
    assert pair(full, who("Lavrov", external_id="Q2")) is None
    assert pair(full, who("Lavrov", extra={APART: [full.id]})) is None
    assert pair(who("Sergey Lavrov", extra={APART: ["Lavrov"]}), who("Lavrov")) is None
    assert pair(full, who("Lavrov", kind=SpeakerKind.PERSON, external_id="Q1")) is not None


@pytest.mark.parametrize("foreign", [5, None, "Lavrov", {"Lavrov": 1}, ["Lavrov", 5]])
def test_what_a_file_keeps_in_that_place_tells_nobody_apart(foreign):
    assert pair(who("Sergey Lavrov", extra={APART: foreign}), who("Lavrov", extra={APART: foreign})) is not None
