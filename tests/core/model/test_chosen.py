"""The words by which an export is chosen are those of the manual."""

from pathlib import Path
from typing import get_args

import pytest

from core.model.chosen import SplitBy, Which

MANUAL = Path(__file__).resolve().parents[3] / "docs" / "command-line.md"


@pytest.mark.parametrize(("option", "words"), [("--which", Which), ("--split-by", SplitBy)])
def test_the_manual_names_each_word(option, words):
    assert f"[{option} " + r"\|".join(get_args(words)) + "]" in MANUAL.read_text(encoding="utf-8")
