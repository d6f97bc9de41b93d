"""DocBin files by plain spaCy: read, checked by `spacy debug data`, and trained on with the configuration beside them."""

import json
import os
import subprocess
import sys

import pytest
from truth import OUT, ends, exports, lines, slices, told_apart

SPLIT = OUT / "split" / "docbin"
STEPS = 90
KEY = "quotedesk"


def docs_of(path):
    import spacy
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def characters(doc, group):
    return told_apart([(span.id_, (span.start_char, span.end_char)) for span in doc.spans[group]])


@pytest.mark.parametrize(("which", "path"), exports("docbin"))
def test_span_groups_are_the_quotes(which, path):
    docs = docs_of(path)
    assert [doc.text for doc in docs] == [line["text"] for line in lines(which)]
    for doc, line in zip(docs, lines(which), strict=True):
        found, quoted = characters(doc, "quotes"), characters(doc, "quoted")
        labels = told_apart([(span.id_, span.label_) for span in doc.spans["quotes"]])
        words = told_apart([(span.id_, span.text) for span in doc.spans["quotes"]])
        places = {
            span.id_: (span.start_char, span.end_char) for name in ("mentions", "cues") for span in doc.spans[name]
        }
        meant = {span.id_: span.kb_id_ for span in doc.spans["mentions"]}
        notes = doc.user_data[KEY]
        assert [list(found), *map(dict.get, (notes, notes), ("id", "annotator"))] == [
            [quote["id"] for quote in line["quotes"]],
            line["id"],
            line["annotator"],
        ]
        for quote, note in zip(line["quotes"], notes["quotes"], strict=True):
            assert found[quote["id"]] == [tuple(one) for one in quote["fragments"]]
            assert words[quote["id"]] == quote["surface"]
            assert set(labels[quote["id"]]) == {quote["kind"]}
            assert quoted.get(quote["id"], []) == [tuple(one) for one in quote["quoted"]]
            assert places.get(note["speaker"]) == ends(quote["speaker"])
            assert places.get(note["cue"]) == ends(quote["cue"])
            assert meant.get(note["speaker"], quote["speaker_id"] or "") == (quote["speaker_id"] or "")
            for key in ("speaker_name", "speaker_type", "status", "parent", "attributes", "confidence", "flagged"):
                assert note[key] == quote[key]
            assert [second["relation"] for second in note["more_speakers"]] == [
                second["relation"] for second in quote["more_speakers"]
            ]
        zones = [(span.label_, span.start_char, span.end_char) for span in doc.spans["zones"]]
        assert zones == [(zone["type"], zone["start"], zone["end"]) for zone in line["zones"]]


def test_entities_are_quotes_and_leave_out_only_what_overlaps():
    for doc, line in zip(docs_of(OUT / "complete" / "docbin.spacy"), lines("complete"), strict=True):
        pieces = {(words.strip(), quote["kind"]) for quote in line["quotes"] for words in quote["surface"]}
        named = [(entity.text, entity.label_) for entity in doc.ents]
        assert {(words.strip(), label) for words, label in named} <= pieces
        outermost = {words.strip() for quote in line["quotes"] if quote["parent"] is None for words in quote["surface"]}
        assert outermost - {words.strip() for words, _ in named} == set()


def spacy_says(*words, status=0):
    environment = os.environ | {"PYTHONWARNINGS": "ignore", "CUDA_VISIBLE_DEVICES": ""}
    command = [sys.executable, "-m", "spacy", *words]
    done = subprocess.run(command, cwd=SPLIT, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def test_spacy_finds_no_fault_with_the_data_but_that_there_is_little_of_it():
    said = spacy_says("debug", "data", "config.cfg", status=1)
    wrong = [line for line in said.splitlines() if "✘" in line]
    assert len(wrong) == 2, said
    assert "Low number of examples" in wrong[0], said
    assert "1 error" in wrong[1], said
    assert "3 label(s)" in said, said


def test_what_is_exported_can_be_learned(tmp_path):
    import spacy

    steps = ("--training.max_steps", str(STEPS), "--training.eval_frequency", str(STEPS // 3))
    spacy_says("train", "config.cfg", "--output", str(tmp_path), *steps)
    best = json.loads((tmp_path / "model-best" / "meta.json").read_text("utf-8"))
    assert best["performance"]["ents_f"] > 0
    article = lines("complete")[0]
    learned = spacy.load(tmp_path / "model-best")(article["text"])
    assert {entity.label_ for entity in learned.ents} <= {"direct", "mixed", "indirect"}
    assert slices(article["text"], [[entity.start_char, entity.end_char] for entity in learned.ents]) == [
        entity.text for entity in learned.ents
    ]
