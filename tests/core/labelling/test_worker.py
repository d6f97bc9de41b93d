import io
import json
import subprocess
import sys

import pytest

from core.labelling.worker import Worker
from core.resources import seed

SEED = seed("000_4c9c392237cbb535.txt").read_text(encoding="utf-8")


def request(**fields) -> bytes:
    return json.dumps(fields).encode() + b"\n"


@pytest.fixture(scope="module")
def worker() -> Worker:
    out = io.BytesIO()
    worker = Worker(out)
    worker.start()
    assert json.loads(out.getvalue()) == {"ready": True}
    return worker


def answers(worker: Worker, *lines: bytes) -> list[dict]:
    worker._out = io.BytesIO()
    worker.serve(lines)
    return [json.loads(line) for line in worker._out.getvalue().splitlines()]


def test_a_document_is_labelled(worker: Worker):
    *progress, last = answers(worker, request(job=7, id="seed", text=SEED, language="en", model=""))
    assert all(set(each) == {"job", "progress"} for each in progress)
    assert last["job"] == 7
    line = last["line"]
    assert (line["format"], line["id"], line["text"]) == ("quotedesk/1", "seed", SEED)
    assert len(line["quotes"]) == 12
    assert line["model"]["name"] == "quotedesk-en"


def test_bad_requests_get_an_error_and_harm_no_other(worker: Worker):
    found = answers(
        worker,
        b"nonsense\n",
        b"\xff\xfe\n",
        b"\n",
        request(job=2),
        request(job="x", text="a"),
        request(job=4, text="a", model="xx_no_such_model"),
        b"[" * 5_000 + b"\n",
        request(job=5, text=""),
    )
    assert [each["job"] for each in found] == [None, None, 2, None, 4, None, 5]
    assert ["error" in each for each in found] == [True] * 6 + [False]
    assert "is not installed" in found[4]["error"]


def test_a_fault_of_ours_ends_one_job_only(worker: Worker, monkeypatch, capsys):
    def broken(texts, progress):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(worker._engine, "label_all", broken)
    [answer] = answers(worker, request(job=1, id="wire-1", text="a"))
    assert answer["error"].startswith("wire-1 can't be labelled: ZeroDivisionError")
    monkeypatch.undo()
    assert "Traceback" in capsys.readouterr().err
    assert "line" in answers(worker, request(job=2, text="a"))[-1]


def test_a_model_that_is_missing_at_the_start_is_said():
    out = io.BytesIO()
    Worker(out).start("xx_no_such_model")
    first, second = [json.loads(line) for line in out.getvalue().splitlines()]
    assert "is not installed" in first["error"]
    assert second == {"ready": True}


def test_the_process_says_ready_answers_and_ends_with_its_input():
    done = subprocess.run(
        [sys.executable, "-m", "core.labelling.worker"],
        input=request(job=1, id="a", text="“I agree,” Ann Lee said."),
        capture_output=True,
        check=True,
        timeout=60,
    )
    first, *_, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert first == {"ready": True}
    assert last["line"]["quotes"][0]["speaker_name"] == "Ann Lee"
    assert done.stderr == b""
