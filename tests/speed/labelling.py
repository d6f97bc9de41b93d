"""How fast labelling is beside the bare spaCy pipeline of the same model, by CPU time of whole processes."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from core.resources import seed
from tests.speed.yardstick import Row, finished, percentile, row

ARTICLES = 100
ROUNDS = 3
WARM, ASKED = 2, 10
BARE = """
import json, sys
from core.nlp.pipeline import build_pipeline
nlp = build_pipeline()
texts = (json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8"))
print(sum(len(doc) for doc in nlp.pipe(texts, batch_size=32)))
"""


def labelling_rows() -> list[Row]:
    """Return `label_vs_bare`, `memory_worker`, `worker_start` and `one_article`."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        _write_corpus(corpus)
        ours, bare, memory = [], [], 0.0
        for _ in range(ROUNDS):
            labelled = finished([sys.executable, "-m", "gui", "label", str(corpus), "-o", os.devnull])
            ours.append(labelled.cpu)
            memory = max(memory, labelled.peak)
            bare.append(finished([sys.executable, "-c", BARE, str(corpus)]).cpu)
    ratio = median(theirs / mine for mine, theirs in zip(ours, bare, strict=True))
    by = f"bare pipeline {median(bare):.1f} s, labelling {median(ours):.1f} s of CPU for {ARTICLES} articles"
    return [
        row("label_vs_bare", ratio, "ratio", least=0.75, by=by),
        row("memory_worker", memory, "MB", most=400, by="peak resident size of one labelling process"),
        *_worker_rows(),
    ]


def _worker_rows() -> list[Row]:
    """How long a worker takes to be ready, and then for the sample article, cut to 2,000 characters."""
    text = next(seed().glob("*.txt")).read_text(encoding="utf-8")[:2000]
    starts, answers = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        command = [sys.executable, "-m", "core.labelling.worker"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
            assert worker.stdin
            assert worker.stdout
            worker.stdout.readline()
            starts.append(time.perf_counter() - began)
            for number in range(WARM + ASKED):
                asked = time.perf_counter()
                worker.stdin.write(json.dumps({"job": number, "id": "a", "text": text}).encode() + b"\n")
                worker.stdin.flush()
                while b'"line"' not in worker.stdout.readline():
                    pass
                if number >= WARM:
                    answers.append(1000 * (time.perf_counter() - asked))
            worker.stdin.close()
    return [
        row("worker_start", median(starts), "s", most=2, by="process start to ready"),
        row("one_article", percentile(answers, 0.95), "ms", most=150, by="2,000 characters, p95, request to answer"),
    ]


def _write_corpus(path: Path) -> None:
    text = next(seed().glob("*.txt")).read_text(encoding="utf-8")
    with path.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            file.write(json.dumps({"id": f"article-{number}", "text": f"{text}\n\nThis was report {number}."}) + "\n")
