"""What is true of every annotation tool."""

import pytest
from hypothesis import given

from core.formats.articles import articles
from core.formats.doccano import Doccano
from core.formats.labelstudio import LabelStudio
from core.formats.problems import Problems
from core.formats.prodigy import Prodigy
from tests.core.formats import test_doccano, test_labelstudio, test_prodigy
from tests.core.formats.drawing import annotated
from tests.core.formats.spans_and_links.tools import read, written

LINES = {Doccano: test_doccano.LINE, LabelStudio: test_labelstudio.LINE, Prodigy: test_prodigy.LINE}


@pytest.mark.parametrize("tool", LINES)
@given(line=annotated())
def test_what_was_written_is_read_as_it_was(tool, line):
    data = written(tool(), line, line)
    found, problems = read(tool(), data)
    assert (found, problems.first, problems.remarks) == ([line, line], [], [])
    assert written(tool(), *found) == data


@pytest.mark.parametrize(
    ("tool", "head", "known"),
    [
        (Doccano, written(Doccano(), LINES[Doccano])[:90], True),
        (Doccano, b'{"id": 1, "text": "short", "Comments": [], "entities": [{"id": 1, "label": "X", "start_offset"', True),
        (Doccano, b'{"text": "a", "label": [[0, 1, "X"]]}', True),
        (Doccano, b'{"text": "a", "labels": [ [0', True),
        (Doccano, b'{"text": "a", "label": "sport"}', False),
        (Doccano, b'{"format": "quotedesk/1", "text": "a", "entities": [], "relations"', False),
        (Doccano, b'{"text": "a"}', False),
        (Doccano, b'[{"entities": [], "relations": []}]', False),
        (Doccano, b'\xef\xbb\xbf[{"entities": [], "relations": []}]', False),
        (LabelStudio, b'[{"data": {"text": "a', True),
        (LabelStudio, b'[\n {"id": 1, "annotations": [', True),
        (LabelStudio, b'[{"id": 1, "completions": [{"', True),
        (LabelStudio, b'[{"text": "a", "id": "b"}', False),
        (LabelStudio, b'[{"format": "quotedesk/1", "data": {}', False),
        (LabelStudio, b'{"data": {"text": "a"}}', False),
        (LabelStudio, b'[{"data": [1', False),
        (Prodigy, written(Prodigy(), LINES[Prodigy])[:40], True),
        (Prodigy, b'{"text": "short", "_input_hash": -5, "_task_hash"', True),
        (Prodigy, b'{"text": "short", "tokens": [', True),
        (Prodigy, b'{"text": "a", "meta": {}}', False),
        (Prodigy, b'{"format": "quotedesk/1", "text": "a", "spans": []', False),
        (Prodigy, b'[{"text": "a", "spans": []}]', False),
        (Prodigy, b'\xef\xbb\xbf[{"text": "a", "spans": []}]', False),
    ],
)  # fmt: skip
def test_its_files_are_known_by_their_heads(tool, head, known):
    assert tool().recognises(head) is known


@pytest.mark.parametrize("tool", LINES)
def test_the_reader_is_found_by_content(tool, tmp_path):
    path = tmp_path / f"export{tool.suffixes[0]}"
    path.write_bytes(written(tool(), LINES[tool]))
    assert list(articles([path], Problems())) == [LINES[tool]]
