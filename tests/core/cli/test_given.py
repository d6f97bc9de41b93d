import io
import sys
from pathlib import Path
from types import SimpleNamespace

from core.cli.given import inputs


def test_a_dash_is_standard_input(monkeypatch):
    stdin = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stdin))
    assert inputs(["a.txt", "-", "./-"]) == [Path("a.txt"), stdin, Path("-")]
