import json

from core.formats.jsonl import encode
from core.resources import seed
from tests.core.formats.inline.test_reading import line_of

GOLD = '{by1=ana:Ana} {cue1:said} {m1:that it was {q:"dead"} at last}. {by2=ben:Ben} {cue2:wrote}: {d2:"No, never."}'
FOUND = GOLD.replace("{by2=ben:Ben}", "Ben").replace("{d2:", "{d2=ana:")


def written(path, *lines):
    path.write_bytes(b"".join(encode(line_of(line)) + b"\n" for line in lines))
    return path


def test_the_scores_are_a_table_for_people_and_an_object_for_programs(quotedesk, tmp_path):
    gold, found = written(tmp_path / "gold.jsonl", GOLD), written(tmp_path / "found.jsonl", FOUND)
    done = quotedesk("evaluate", gold, found)
    assert (done.code, done.err) == (0, "")
    shown = {" ".join(line.split()[:-2]): line.split()[-2:] for line in done.out.splitlines()}
    assert shown["1 article"] == ["marked", "quote"]
    assert shown["detection F1"] == ["100.0%", "100.0%"]
    assert shown["end to end F1"] == ["50.0%", "50.0%"]
    scores = json.loads(quotedesk("evaluate", gold, found, "--json").out)
    assert scores["articles"] == 1
    assert scores["quote"]["end_to_end"]["f1"] == 0.5
    assert scores["marked"]["kinds"]["direct"] == {"wanted": 1, "recall": 1.0, "with_speaker": 0.0}


def test_a_folder_of_annotated_articles_is_a_standard(quotedesk, tmp_path):
    out = tmp_path / "found.jsonl"
    folder = tmp_path / "gold"
    folder.mkdir()
    article = seed("corpus", "school-levy.inline").read_text(encoding="utf-8")
    (folder / "school-levy.inline").write_text(article, encoding="utf-8")
    out.write_text("", encoding="utf-8")
    done = quotedesk("evaluate", folder, out)
    assert done.code == 1
    assert done.err.startswith(f"{out}: is empty")


def test_what_is_wrong_is_told_and_nothing_judged(quotedesk, tmp_path):
    gold, found = written(tmp_path / "gold.jsonl", GOLD), written(tmp_path / "found.jsonl", GOLD, GOLD)
    done = quotedesk("evaluate", gold, found)
    assert (done.code, done.out) == (1, "")
    assert "stands twice" in done.err
    found.write_text("{\n", encoding="utf-8")
    done = quotedesk("evaluate", gold, found)
    assert done.code == 1
    assert done.err.endswith("1 problem. Nothing was judged.\n")
