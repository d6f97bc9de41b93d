import io

import pytest

from core.errors import UserMistake
from core.formats.articles import articles
from core.formats.jsonl import Jsonl, decode
from core.formats.problems import Problems
from core.formats.registry import FolderWriter, StreamWriter, format_named, readers, writer_named, writers


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


LINE = decode(
    '{"id": "a", "text": "“Ja”, sagt 👩🏽‍🚀", "quotes": [{"start": 0, "end": 4, "speaker_name": "E"}]}', where="x"
)


@pytest.mark.parametrize(
    "known", [one for one in readers() if isinstance(one, StreamWriter)], ids=lambda known: known.name
)
def test_every_two_way_format_returns_what_it_got_and_the_same_bytes_twice(known):
    first, second = io.BytesIO(), io.BytesIO()
    known.write([LINE], first)
    found = list(known.read(io.BytesIO(first.getvalue()), Problems()))
    known.write(found, second)
    assert [each.document.text for each in found] == [LINE.document.text]
    assert [each.layer.quotes[0].fragments for each in found] == [LINE.layer.quotes[0].fragments]
    assert first.getvalue() == second.getvalue()


@pytest.mark.parametrize(
    "known", [one for one in readers() if isinstance(one, FolderWriter)], ids=lambda known: known.name
)
def test_every_two_way_folder_returns_what_it_got_and_the_same_bytes_twice(known, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    problems = Problems()
    one.mkdir()
    two.mkdir()
    known.write_folder([LINE], one)
    found = list(articles([one], problems))
    assert (problems.first, [each.document.text for each in found]) == ([], [LINE.document.text])
    assert [each.layer.quotes[0].fragments for each in found] == [LINE.layer.quotes[0].fragments]
    known.write_folder(found, two)
    assert {each.name: each.read_bytes() for each in one.iterdir()} == {
        each.name: each.read_bytes() for each in two.iterdir()
    }
