"""What leaves a project: the same bytes every time, in any format that can be written."""

import io

import pytest

from core.desk.outlet import WHICH, export
from core.errors import UserMistake
from core.store import engine as engines


@pytest.mark.parametrize("which", WHICH)
@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_the_same_bytes_twice(project, which, format_):
    engine = engines.connect(project)
    one, two = io.BytesIO(), io.BytesIO()
    counts = [export(engine, out, format=format_, which=which, annotator=None) for out in (one, two)]
    engines.close(engine)
    assert one.getvalue() == two.getvalue()
    assert counts[0] == counts[1]


def test_an_unknown_format_is_refused(project):
    engine = engines.connect(project)
    with pytest.raises(UserMistake):
        export(engine, io.BytesIO(), format="docx", which="all", annotator=None)
    engines.close(engine)
