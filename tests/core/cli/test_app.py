import importlib.metadata
import subprocess
import sys

from core.cli.app import run


def test_the_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"quotedesk {importlib.metadata.version('quotedesk')}\n"


def test_help_names_the_verbs_and_no_others(quotedesk):
    out = quotedesk("--help").out
    for verb in ("import", "label", "export", "info"):
        assert verb in out
    assert "completion" not in out
    assert quotedesk("label", "--help").code == 0


def test_wrong_usage_is_2(quotedesk, tmp_path):
    assert run(["label", "--nonsense"]) == 2
    for words in (["import", "p.qdesk"], ["label"], ["label", "a", "--jobs", "0"], ["export", "p", "o"], ["info"]):
        assert quotedesk(*words).code == 2
    assert quotedesk("export", "p", "o", "--format", "jsonl", "--which", "some").code == 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_heavy_is_imported_to_show_the_version():
    code = (
        "import sys; from core.cli.app import run; run(['--version']);"
        "print([name for name in ('PySide6', 'spacy', 'sqlalchemy', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
