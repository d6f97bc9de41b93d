"""The rulings of docs/guidelines.md: each has a minimal pair, and both texts of it are read with the corpus's own reader."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.corpus.checks import flaws
from core.formats.inline.heading import Person, join
from core.formats.inline.reading import read
from tests.core.formats.inline.test_reading import HEADING

PAGE = Path(__file__).parents[2] / "docs" / "guidelines.md"
RULING = re.compile(r"^### (?P<number>\d+)\. (?P<title>[^\n]+)\n```\n(?P<pair>.*?)\n```$", re.MULTILINE | re.DOTALL)
RULINGS = list(RULING.finditer(PAGE.read_text("utf-8")))
SPEAKERS = HEADING.speakers | {
    "ana": Person("Ana Ruiz", ("Ana", "Ruiz")),
    "ben": Person("Ben Okoro", ("Ben",)),
    "board": Person("Harrow Bridge Board"),
    "report": Person("The survey"),
}
OURS = replace(HEADING, genre="ruling", annotator="guidelines", speakers=SPEAKERS)
OF_THE_EXAMPLE_ONLY = ("words, not", "is in the roster", "is nowhere in the text")


def halves(ruling):
    return ruling["pair"].split("\n///\n" if "\n///\n" in ruling["pair"] else "\n")


def words(line):
    return set(re.findall(r"\w+", line.document.text.casefold()))


def test_there_are_rulings_enough_and_none_is_missing():
    assert [int(ruling["number"]) for ruling in RULINGS] == list(range(1, len(RULINGS) + 1))
    assert len(RULINGS) >= 40
    assert PAGE.read_text("utf-8").count("\n### ") == len(RULINGS)


@pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: ruling["number"])
def test_each_ruling_has_a_minimal_pair_that_reads_two_ways(ruling):
    first, second = (read(join(OURS, half), "ruling") for half in halves(ruling))
    assert (first.document.text, first.layer) != (second.document.text, second.layer)
    assert first.layer.quotes or first.layer.rejected
    shared = words(first) & words(second)
    assert len(shared) >= 3, "a minimal pair differs as little as can be"
    for line in (first, second):
        assert [flaw for flaw in flaws(line) if not any(known in flaw for known in OF_THE_EXAMPLE_ONLY)] == []


def test_rulings_refer_to_rulings_that_exist():
    known = {ruling["number"] for ruling in RULINGS}
    for number in re.findall(r"\((\d+)\)", PAGE.read_text("utf-8")):
        assert number in known
