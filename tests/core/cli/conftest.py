import json
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from core.cli.app import app

TEXT = 'Mary Brown said "yes." Peter Jones said that he would go.'
QUOTE = {"id": "q1", "start": 16, "end": 22, "speaker_name": "Mary Brown"}


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))


@pytest.fixture
def quotedesk():
    """Run a command line in this process."""

    def run(*words, **more) -> SimpleNamespace:
        result = CliRunner().invoke(app, [str(word) for word in words], prog_name="quotedesk", **more)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return SimpleNamespace(code=result.exit_code, out=result.stdout, err=result.stderr, data=result.stdout_bytes)

    return run


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "wire-7.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def dataset(tmp_path):
    path = tmp_path / "set.jsonl"
    lines = [{"id": "a", "text": TEXT, "quotes": [QUOTE]}, {"id": "b", "text": "Other words."}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path, quotedesk, dataset):
    path = tmp_path / "p.qdesk"
    assert quotedesk("import", path, dataset).code == 0
    return path


def _relabelled(lines, *, model="", jobs=1):
    yield from lines


@pytest.fixture
def quick_labels(monkeypatch):
    """Let labelling return its lines as they are, for tests of all that is around it."""
    monkeypatch.setattr("core.labelling.labelling.label_lines", _relabelled)
