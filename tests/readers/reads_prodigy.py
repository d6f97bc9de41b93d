"""Prodigy's tasks by plain JSON: the slices of spans and tokens, and relations between spans that are there."""

from collections import Counter
from itertools import pairwise

import pytest
from spans_and_links import regions, relations
from truth import exports, lines, objects


@pytest.mark.parametrize(("which", "path"), exports("prodigy"))
def test_spans_tokens_and_relations_are_the_quotes(which, path):
    for task, line in zip(objects(path), lines(which), strict=True):
        text, tokens = task["text"], task["tokens"]
        assert text == line["text"]
        assert [token["id"] for token in tokens] == list(range(len(tokens)))
        assert all(text[token["start"] : token["end"]] == token["text"] for token in tokens)
        assert all(one["end"] <= other["start"] for one, other in pairwise(tokens))
        for span in task["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
        assert sorted(map(mark, task["spans"])) == sorted(regions(line))
        links = [(mark(one["head_span"]), mark(one["child_span"]), one["label"]) for one in task["relations"]]
        assert Counter(links) == relations(line)
        finished = line["annotator"] is not None and line["state"] == "complete"
        assert task.get("answer") == ("accept" if finished else None)


def mark(span):
    return span["start"], span["end"], span["label"]
