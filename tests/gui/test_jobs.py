"""The child process that labels: answers, troubles, crashes and cancelling, with a small program in its place."""

import os
import sys
import time

import pytest

from gui.jobs import MOST_CRASHES, Jobs

WORKER = """
import json, os, sys, time
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    if asked["text"] == "crash":
        os._exit(3)
    if asked["text"] == "slow":
        time.sleep(30)
    if asked["text"] == "noise":
        print("a library says hello", flush=True)
    print(json.dumps({"job": asked["job"], "progress": 0.5}), flush=True)
    if asked["text"] == "trouble":
        print(json.dumps({"job": asked["job"], "error": "The text has no words."}), flush=True)
    else:
        print(json.dumps({"job": asked["job"], "line": {"id": asked["id"], "text": asked["text"]}}), flush=True)
"""


@pytest.fixture
def jobs(qtbot):
    made = Jobs(program=(sys.executable, "-c", WORKER))
    yield made
    made.shut_down()
    assert made.process_id() == 0


def test_each_article_is_answered_in_its_turn(jobs, qtbot):
    answers = []
    jobs.answered.connect(lambda document, line: answers.append((document, line["text"])))
    with qtbot.waitSignal(jobs.idle, timeout=10_000, check_params_cb=None):
        jobs.label("one", "a")
        jobs.label("one", "a")
        jobs.label("two", "noise")
        assert jobs.busy_with == "one"
    assert answers == [("one", "a"), ("two", "noise")]
    assert jobs.busy_with == ""


def test_progress_and_trouble_are_told(jobs, qtbot):
    told = []
    jobs.progressed.connect(lambda document, share: told.append((document, share)))
    with qtbot.waitSignal(jobs.failed, timeout=10_000) as failed:
        jobs.label("one", "trouble")
    assert told == [("one", 0.5)]
    assert failed.args == ["one", "The text has no words."]


def test_a_worker_that_dies_is_started_again_a_few_times(jobs, qtbot):
    with qtbot.waitSignal(jobs.failed, timeout=20_000) as failed:
        jobs.label("one", "crash")
    assert failed.args[0] == "one"
    assert "Your decisions are safe" in failed.args[1]
    assert MOST_CRASHES == 3
    with qtbot.waitSignal(jobs.answered, timeout=10_000) as answered:
        jobs.label("two", "fine")
    assert answered.args[0] == "two"


def test_a_cancelled_article_is_never_answered(jobs, qtbot):
    answers = []
    jobs.answered.connect(lambda document, line: answers.append(document))
    jobs.label("one", "slow")
    qtbot.waitUntil(lambda: jobs.process_id() != 0, timeout=10_000)
    jobs.cancel()
    with qtbot.waitSignal(jobs.answered, timeout=10_000):
        jobs.label("two", "fine")
    assert answers == ["two"]


def test_shutting_down_leaves_no_process(jobs, qtbot):
    jobs.label("one", "slow")
    qtbot.waitUntil(lambda: jobs.process_id() != 0, timeout=10_000)
    process = jobs.process_id()
    jobs.shut_down()
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    pytest.fail("the worker is still there")


def test_a_program_that_is_not_there_is_told(qtbot):
    jobs = Jobs(program=("/nowhere/at/all",))
    with qtbot.waitSignal(jobs.failed, timeout=10_000) as failed:
        jobs.label("one", "a")
    assert "did not start" in failed.args[1]
    jobs.shut_down()
