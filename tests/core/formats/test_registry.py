import io

import pytest

from core.errors import UserMistake
from core.formats.jsonl import Jsonl, decode
from core.formats.problems import Problems
from core.formats.registry import format_named, readers, writer_named, writers


def test_the_formats_are_found():
    assert {"jsonl", "text"} <= {known.name for known in readers()}
    assert {"csv", "jsonl"} <= {known.name for known in writers()}
    names = [known.name for known in readers()]
    assert names == sorted(set(names))


def test_a_format_is_known_by_name():
    assert isinstance(format_named("jsonl"), Jsonl)
    assert writer_named("csv").name == "csv"
    with pytest.raises(UserMistake, match=r"no format nonsense.*csv, .*jsonl, .*text"):
        format_named("nonsense")
    with pytest.raises(UserMistake, match=r"Nothing can be exported as text.*csv, .*jsonl"):
        writer_named("text")


@pytest.mark.parametrize("known", [*readers(), *writers()], ids=lambda known: known.name)
def test_every_format_says_what_it_is(known):
    assert known.title
    assert all(suffix.startswith(".") for suffix in known.suffixes)


@pytest.mark.parametrize("known", [one for one in readers() if one in writers()], ids=lambda known: known.name)
def test_every_two_way_format_returns_what_it_got_and_the_same_bytes_twice(known):
    line = decode(
        '{"id": "a", "text": "“Ja”, sagt 👩🏽‍🚀", "quotes": [{"start": 0, "end": 4, "speaker_name": "E"}]}', where="x"
    )
    first, second = io.BytesIO(), io.BytesIO()
    known.write([line], first)
    found = list(known.read(io.BytesIO(first.getvalue()), Problems()))
    known.write(found, second)
    assert found == [line]
    assert first.getvalue() == second.getvalue()
