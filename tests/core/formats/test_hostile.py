"""What strangers send: every file ends in articles or in a sentence, soon and in little memory, and never by half."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.formats.hostile import samples

SECONDS, MEGABYTES = 10, 500
ROOT = Path(__file__).resolve().parents[3]

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is read in a process of its own"),
]


def _marked(names):
    return [name for name in names if name not in samples.MILD]


def laid_down(folder: Path) -> dict[str, Path]:
    """Write all samples, each into a folder of its own; return the files to be read."""
    found = {}
    for name, make in samples.SAMPLES.items():
        made = make()
        found[name] = place = folder / name / f"a{''.join(Path(name).suffixes)}"
        place.parent.mkdir(parents=True)
        place.write_bytes(made) if isinstance(made, bytes) else made(place)
    for name in samples.TRUNCATED:
        files = samples.cut(name)
        (folder / name).mkdir()
        for each, data in files.items():
            (folder / name / each).write_bytes(data)
        found[name] = folder / name / next(iter(files))
    for name in samples.ENCODED:
        found[name] = folder / f"encoded-{name}"
        found[name].write_bytes(samples.encoded(name))
    return found


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Read all samples in processes of their own, once for all tests."""
    places = laid_down(tmp_path_factory.mktemp("hostile"))
    run = subprocess.run(
        [sys.executable, "-m", "tests.core.formats.hostile.measuring"],
        input=json.dumps([(str(place), name in samples.SAMPLES) for name, place in places.items()]),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    return {name: (place, *both) for (name, place), both in zip(places.items(), found, strict=True)}


def check_bounds(outcome) -> None:
    assert "trace" not in outcome, outcome["trace"]
    assert outcome["seconds"] < SECONDS
    assert outcome["megabytes"] < MEGABYTES


def check_sentences(told, place) -> None:
    for sentence in told:
        assert str(place) in sentence or place.stem in sentence
        assert len(sentence) < len(str(place)) + 600
        assert "\n" not in sentence
        for word in ("Traceback", "Error(", "Exception", "object at 0x", "NoneType", "site-packages"):
            assert word not in sentence


@pytest.mark.parametrize("name", _marked(samples.SAMPLES))
def test_a_hostile_file_ends_in_a_sentence(outcomes, name):
    place, read, imported = outcomes[name]
    check_bounds(read)
    check_sentences(read["told"], place)
    assert read["told"]
    assert read["texts"] == []
    check_bounds(imported)
    assert imported["code"] == 1
    assert not imported["made"]
    assert imported["told"][-1].endswith("Nothing was taken and nothing was changed.")
    check_sentences(imported["told"][:-1], place)


@pytest.mark.parametrize("name", sorted(samples.MILD))
def test_what_is_read_all_the_same_has_not_grown_and_holds_no_other_file(outcomes, name):
    place, read, imported = outcomes[name]
    check_bounds(read)
    check_bounds(imported)
    check_sentences(read["told"], place)
    assert all("haha" not in text and socket.gethostname() not in text for text in read["texts"])


@pytest.mark.parametrize("name", samples.TRUNCATED)
def test_of_a_file_that_breaks_off_nothing_comes_in_by_half(outcomes, name):
    place, read, _ = outcomes[name]
    check_bounds(read)
    check_sentences(read["told"], place)
    whole = samples.whole_texts(name)
    assert set(read["texts"]) <= whole
    assert read["told"]


@pytest.mark.parametrize("name", samples.ENCODED)
def test_words_in_another_encoding_are_read_right_or_refused(outcomes, name):
    place, read, _ = outcomes[name]
    check_bounds(read)
    check_sentences(read["told"], place)
    assert read["told"] or read["texts"]
    assert all(samples.WORDS in text for text in read["texts"])
