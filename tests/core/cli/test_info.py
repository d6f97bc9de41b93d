import json


def test_counts_for_people(quotedesk, project):
    done = quotedesk("info", project)
    assert done.code == 0
    assert done.out.splitlines()[0] == str(project)
    assert [line.split() for line in done.out.splitlines()[1:3]] == [["documents", "2"], ["annotators", "1"]]


def test_counts_for_programs(quotedesk, project):
    found = json.loads(quotedesk("info", project, "--json").out)
    assert (found["project"], found["documents"], found["accepted"], found["suggested"]) == (str(project), 2, 1, 0)
