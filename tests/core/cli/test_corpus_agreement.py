from core.resources import seed
from tests.core.formats.inline.test_heading import HEADING, join


def put(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.inline").write_text(join(HEADING, text), "utf-8")


def test_two_passes_are_compared_and_their_differences_shown(quotedesk, tmp_path):
    put(tmp_path / "one", "a", "{by1=ana:Ana} {cue1:said} {i1:so}. {d2=ana:“Yes.”}")
    put(tmp_path / "one", "b", "Not compared.")
    put(tmp_path / "two", "a", "Ana said so. {d2=ana:“Yes.”}")
    done = quotedesk("corpus-agreement", tmp_path / "one", tmp_path / "two", "--differences")
    assert done.code == 0
    lines = [line.split() for line in done.out.splitlines()]
    assert lines[0] == ["1", "articles"]
    assert ["marked", "1", "1", "1", "1", "1.000", "1.000"] in lines
    assert ["quote", "2", "1", "1", "1", "0.667", "0.667"] in lines
    assert "first:  q1 indirect, Ana (Ana Ruiz): so" in done.out
    assert "second: no quote" in done.out


def test_what_can_not_be_compared_is_said(quotedesk, tmp_path):
    put(tmp_path / "one", "a", "It rained.")
    put(tmp_path / "two", "a", "It snowed.")
    put(tmp_path / "three", "c", "It rained.")
    (tmp_path / "none").mkdir()
    for second, told in [
        ("two", "the two texts differ"),
        ("three", "no such article"),
        ("none", "no annotated articles"),
    ]:
        done = quotedesk("corpus-agreement", tmp_path / "one", tmp_path / second)
        assert (done.code, done.out) == (1, "")
        assert told in done.err


def test_the_two_passes_over_our_corpus_agree_as_its_page_says(quotedesk):
    done = quotedesk("corpus-agreement", seed("passes", "first"), seed("passes", "second"))
    rows = {line.split()[0]: line.split() for line in done.out.splitlines()}
    assert int(done.out.split()[0]) >= 30
    assert float(rows["marked"][-1]) >= 0.95
    assert float(rows["quote"][-1]) >= 0.90
