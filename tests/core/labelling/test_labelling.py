import itertools
import os

import msgspec
import pytest

from core.errors import UserMistake
from core.labelling import labelling
from core.labelling.labelling import Labeller, label_lines
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument, Document, Layer

TEXTS = [
    "“We will go home,” Nora Vance said. “It is late.”",
    "",
    "Otto Brandl said that the tram was late again.",
    "Nothing happened in the valley.",
    "The mayor, Lena Fisk, noted: “We lost eleven houses.”",
]


def line(number: int, text: str) -> AnnotatedDocument:
    return AnnotatedDocument(document=Document(id=f"d{number}", text=text, sha256=sha256_of(text)), layer=Layer())


def lines(count: int) -> list[AnnotatedDocument]:
    return [line(number, text) for number, text in zip(range(count), itertools.cycle(TEXTS), strict=False)]


def test_lines_come_out_in_order_with_their_ids():
    labelled = list(label_lines(lines(7)))
    assert [each.document.id for each in labelled] == [f"d{number}" for number in range(7)]
    assert [len(each.layer.quotes) for each in labelled] == [1, 0, 1, 0, 1, 1, 0]
    assert all(each.layer.model is not None for each in labelled)


def test_any_number_of_processes_gives_the_same_bytes(monkeypatch):
    monkeypatch.setattr(labelling, "_CHUNK_LINES", 3)
    alone = [msgspec.json.encode(each) for each in label_lines(lines(11))]
    together = [msgspec.json.encode(each) for each in label_lines(lines(11), jobs=2)]
    assert together == alone


def test_a_stream_is_read_no_further_than_needed():
    taken = []

    def endless():
        for number in itertools.count():
            taken.append(number)
            yield line(number, TEXTS[0])

    labelled = label_lines(endless())
    assert next(labelled).document.id == "d0"
    assert len(taken) <= labelling._CHUNK_LINES + 1
    labelled.close()


def test_nothing_in_nothing_out():
    assert list(label_lines([])) == []


def test_an_unknown_model_is_refused_before_anything_is_read():
    with pytest.raises(UserMistake, match="is not installed"):
        next(label_lines(iter([line(0, "x")]), model="xx_no_such_model"))


def _die(texts: list[str]) -> None:
    os._exit(3)


def test_a_process_that_dies_gives_one_sentence(monkeypatch):
    monkeypatch.setattr(labelling, "_load", _nothing)
    monkeypatch.setattr(labelling, "_label", _die)
    with pytest.raises(UserMistake, match="ended before its time"):
        list(label_lines(lines(3), jobs=2))


def _nothing(model: str) -> None:
    pass


def test_texts_in_this_process(labeller: Labeller):
    found = labeller.label_all([*TEXTS, ""])
    assert [len(labels.quotes) for labels in found] == [1, 0, 1, 0, 1, 0]
    assert [quote.speaker_name for quote in found[0].quotes] == ["Nora Vance"]
