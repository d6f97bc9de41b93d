import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs

from core.corpus.articles import article
from core.formats.docbin import DocBin
from core.formats.spacy_docs.training_config import training_config
from core.model.terms import Kind

CORPUS = Path(__file__).resolve().parents[4] / "seeds" / "corpus"
QUICK = {
    "training.max_steps": "60",
    "training.eval_frequency": "20",
    "training.optimizer.learn_rate": "0.003",
    "components.tok2vec.model.encode.depth": "2",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Twenty articles to learn from and six to be judged by."""
    folder = tmp_path_factory.mktemp("training")
    chosen = [article(path) for path in sorted(CORPUS.glob("b*.inline")) + sorted(CORPUS.glob("c*.inline"))]
    chosen = [line for line in chosen if len(line.document.text) < 4000][:26]
    for name, lines in (("train", chosen[:20]), ("dev", chosen[20:])):
        with (folder / f"{name}.spacy").open("wb") as out:
            DocBin().write(lines, out)
    (folder / "config.cfg").write_text(training_config("train.spacy", "dev.spacy", Kind, "en"), encoding="utf-8")
    return folder


def spacy(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "spacy", *words], cwd=folder, capture_output=True, text=True)


def test_spacy_learns_from_twenty_articles(folder):
    options = [word for name, value in QUICK.items() for word in (f"--{name}", value)]
    run = spacy(folder, "train", "config.cfg", "--output", "out", *options)
    assert run.returncode == 0, run.stdout + run.stderr
    scores = json.loads((folder / "out" / "model-best" / "meta.json").read_text(encoding="utf-8"))["performance"]
    assert scores["ents_f"] > 0
    assert set(scores["ents_per_type"]) <= set(Kind)


def test_spacy_finds_nothing_wrong_with_the_data_but_how_few_there_are(folder):
    said = spacy(folder, "debug", "data", "config.cfg", "--no-format").stdout.splitlines()
    assert "Low number of examples to train a new pipeline (20)" in said
    assert "1 error" in said
    assert "No entities consisting of or starting/ending with whitespace" in said


@pytest.mark.parametrize("path", ["a b.spacy", "a $b.spacy", "#ü;'\".spacy", "C:\\sets\\new.spacy", "1"])
def test_paths_are_held_whatever_they_are_called(path):
    from spacy.util import load_config_from_str

    config = load_config_from_str(training_config(path, path, [Kind.DIRECT]), interpolate=True)
    assert (config["paths"]["train"], config["corpora"]["dev"]["path"]) == (path, path)


def test_the_labels_are_told_in_the_file():
    text = training_config("a", "b", [Kind.DIRECT, Kind.MIXED])
    assert text.splitlines()[0].endswith("with the labels: direct, mixed")
    assert 'lang = "xx"' in text


@pytest.mark.parametrize(("language", "lang"), [("en-GB", "en"), ("DE", "de"), ("qq", "xx"), ("", "xx")])
def test_words_are_cut_in_training_as_they_are_in_the_file(tmp_path, language, lang):
    line = article(CORPUS / "bee-census.inline")
    about = structs.replace(line.document, language=language or None)
    with (tmp_path / "train.spacy").open("wb") as out:
        DocBin().write([structs.replace(line, document=about)], out)
    DocBin().accompany(tmp_path, ("train", "dev"))
    assert f'lang = "{lang}"' in (tmp_path / "config.cfg").read_text("utf-8")
