"""A project that goes out in a two-way format and comes in again is the same project, whoever annotated it."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.desk.manifest import Chosen
from core.formats.articles import articles
from core.formats.losses import xml_text
from core.formats.problems import Problems
from core.formats.registry import reader_named
from tests.core.formats.drawing import TEXTS, annotated, crowds
from tests.support.projects import empty_desk

PEOPLE = 5
LOSSLESS = ("jsonl", "docbin", "brat", "casjson", "labelstudio", "doccano", "prodigy")
DRAWN = settings(max_examples=12)


def as_lines(desk) -> list[dict]:
    """Return all that a project holds, in the dataset format; who spoke first is nothing that a line tells."""
    out = io.BytesIO()
    desk.export_to(out, Chosen(format="jsonl", which="all"))
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    for line in found:
        line["speakers"].sort(key=lambda speaker: speaker["id"])
    return sorted(found, key=lambda line: (line["id"], line["annotator"] or ""))


def there_and_back(desk, name: str) -> list[dict]:
    """Export everything, bring it into a new project, and return that as lines of the dataset format."""
    with TemporaryDirectory() as folder:
        problems = Problems()
        desk.export(Path(folder) / f"out{reader_named(name).suffixes[0]}", Chosen(format=name, which="all"))
        with empty_desk(*articles([Path(folder)], problems, known=reader_named(name))) as other:
            assert (problems.first, problems.remarks) == ([], [])
            return as_lines(other)


@pytest.mark.parametrize("name", LOSSLESS)
@given(crowds(people=PEOPLE))
@DRAWN
def test_five_annotators_of_one_article_come_back_as_they_were(name, lines):
    with empty_desk(*lines) as desk:
        before = as_lines(desk)
        assert len(before) == PEOPLE
        assert there_and_back(desk, name) == before


@given(crowds(TEXTS.map(xml_text).filter(str.strip), people=PEOPLE))
@DRAWN
def test_so_they_do_in_xml_where_the_text_holds_nothing_that_xml_cannot(lines):
    with empty_desk(*lines) as desk:
        assert there_and_back(desk, "xmi") == as_lines(desk)


@pytest.mark.parametrize("name", LOSSLESS)
@given(st.lists(annotated(), min_size=2, max_size=3, unique_by=lambda line: line.document.id))
@DRAWN
def test_several_articles_come_back_each_as_it_was(name, lines):
    with empty_desk(*lines) as desk:
        assert there_and_back(desk, name) == as_lines(desk)
