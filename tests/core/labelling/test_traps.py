"""Passages that are hard in known ways, each found as a person would mark it (traps.toml)."""

import re
import tomllib
from pathlib import Path

import pytest

from core.evaluation.scores import scores
from core.evaluation.units import Unit
from core.formats.inline.reading import read
from core.model.records import AnnotatedDocument, Layer

TRAPS = tomllib.loads(Path(__file__).with_suffix("").with_name("traps.toml").read_text(encoding="utf-8"))
KEY = re.compile(r"\{(?:by|[dim])\d+=(\w+):")
HEADING = '+++\ntitle = ""\nsource = ""\ndate = ""\ngenre = ""\nannotator = "first"\n'


def line_of(marked: str) -> AnnotatedDocument:
    keys = sorted(set(KEY.findall(marked)) - {"unnamed", "collective"})
    roster = "".join(f'[speakers.{key}]\nname = "{key.title()}"\naliases = []\n' for key in keys)
    return read(f"{HEADING}{roster}+++\n{marked.removeprefix(chr(10))}", "trap")


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_read_as_a_person_reads_it(label, name):
    gold = line_of(TRAPS[name]["text"])
    labels = label(gold.document.text)
    found = AnnotatedDocument(document=gold.document, layer=Layer(quotes=labels.quotes, speakers=labels.speakers))
    assert [quote.kind for quote in labels.quotes] == [quote.kind for quote in gold.layer.quotes]
    judged = scores([(gold, found)], Unit.QUOTE)
    assert (judged.detection.f1, judged.end_to_end.f1) == (1.0, 1.0)
