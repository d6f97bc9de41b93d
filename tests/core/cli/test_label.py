import io
import json
from pathlib import Path

import pytest

from core.cli import label as module
from core.formats.jsonl import decode
from core.formats.reading import Reading
from tests.core.cli.conftest import TEXT


def test_articles_become_lines_in_order_with_their_ids(quotedesk, article, dataset):
    done = quotedesk("label", article, dataset)
    assert (done.code, done.err) == (0, "")
    lines = [decode(line, where="out") for line in done.data.splitlines()]
    assert [line.document.id for line in lines] == ["wire-7", "a", "b"]
    assert [quote.speaker_name for quote in lines[0].layer.quotes] == ["Mary Brown", "Peter Jones"]
    assert [quote.checked for quote in lines[1].layer.quotes] == [True, False]


def test_the_same_bytes_for_any_number_of_jobs(quotedesk, tmp_path, article, dataset):
    one, two = tmp_path / "one", tmp_path / "two"
    assert quotedesk("label", article, dataset, "-o", one).code == 0
    assert quotedesk("label", article, dataset, "-o", two, "--jobs", "2").code == 0
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.usefixtures("quick_labels")
def test_standard_input_is_text_or_lines(quotedesk):
    assert json.loads(quotedesk("label", "-", input=TEXT).out)["id"] == "stdin"
    assert json.loads(quotedesk("label", "-", input='{"id": "x", "text": "Words."}').out)["id"] == "x"


@pytest.mark.usefixtures("quick_labels")
def test_bad_lines_are_told_and_good_ones_written(quotedesk, tmp_path, dataset):
    with dataset.open("a") as file:
        file.write("{\n")
    out = tmp_path / "out"
    done = quotedesk("label", dataset, "-o", out)
    assert done.code == 1
    assert len(out.read_bytes().splitlines()) == 2
    assert done.err.startswith(f"{dataset}, line 3: is not JSON")
    assert done.err.endswith("1 problem. 2 articles were labelled all the same.\n")


@pytest.mark.usefixtures("quick_labels")
def test_bad_input_alone_leaves_the_output_as_it_was(quotedesk, tmp_path):
    out, bad = tmp_path / "out", tmp_path / "bad.txt"
    out.write_bytes(b"old")
    bad.write_bytes(b"")
    done = quotedesk("label", bad, "-o", out)
    assert (done.code, out.read_bytes()) == (1, b"old")
    assert done.err == f"{bad}: is empty\n1 problem. Nothing was written.\n"


@pytest.mark.usefixtures("quick_labels")
def test_the_output_may_be_the_input(quotedesk, dataset):
    assert quotedesk("label", dataset, "-o", dataset).code == 0
    assert len(dataset.read_bytes().splitlines()) == 2


def test_each_line_goes_out_before_the_next_is_made():
    lines = [decode(f'{{"id": "{n}", "text": "Words."}}', where="x", reading=Reading()) for n in range(3)]
    out = io.BytesIO()
    seen = []

    def watched():
        for line in lines:
            seen.append(out.getvalue().count(b"\n"))
            yield line

    assert module._write(watched(), out) == 3
    assert seen == [0, 1, 2]


def test_a_model_that_is_not_there_is_told(quotedesk, article, monkeypatch, tmp_path):
    settings = Path(tmp_path) / "settings.toml"
    settings.write_text('spacy_model = "xx_none_sm"\n')
    monkeypatch.setattr("core.settings.settings_file", lambda: settings)
    done = quotedesk("label", article, "-o", tmp_path / "out")
    assert done.code == 1
    assert "xx_none_sm" in done.err
    assert not (tmp_path / "out").exists()
