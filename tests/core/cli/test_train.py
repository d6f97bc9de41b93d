import json

from core.corpus.split import is_held_out
from core.rank.weights import read_weights
from tests.core.formats.inline.test_reading import HEADING, join

TEXT = "{by1=ana:Ana Ruiz} {cue1:said} {i1:that the bridge was safe}. {by2=ben:Ben Okoro} {cue2:denied} {i2:it was so}."
STEM = next(name for name in map(str, range(100)) if not is_held_out(name))
HELD = next(name for name in map(str, range(100)) if is_held_out(name))


def test_weights_come_out_the_same_each_time(quotedesk, tmp_path):
    (tmp_path / f"{STEM}.inline").write_text(join(HEADING, TEXT), "utf-8")
    done = [quotedesk("train", tmp_path, "-o", tmp_path / f"{name}.json") for name in ("one", "two")]
    assert [each.code for each in done] == [0, 0]
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert read_weights(tmp_path / "one.json")["syntax.subject_of_cue"] > 0
    assert "1 annotated articles with 2 quotes" in json.loads((tmp_path / "one.json").read_text())["about"]


def test_what_is_held_out_is_not_learnt_from(quotedesk, tmp_path):
    (tmp_path / f"{HELD}.inline").write_text(join(HEADING, TEXT), "utf-8")
    done = quotedesk("train", tmp_path, "-o", tmp_path / "out.json")
    assert done.code == 1
    assert "to learn from there. Nothing was written." in done.err
    assert not (tmp_path / "out.json").exists()
