import pytest

from core.resources import seed
from tests.core.formats.inline.test_heading import HEADING, join


def test_the_table_of_our_corpus_has_no_flaw_beside_it(quotedesk):
    done = quotedesk("corpus-stats", seed("corpus"))
    assert (done.code, done.err) == (0, "")
    row = next(line.split() for line in done.out.splitlines() if line.startswith("quotes an article"))
    assert int(row[3]) >= 1500
    assert int(row[4]) >= 150


def test_flaws_are_told_and_the_others_counted(quotedesk, tmp_path):
    for name, text in {"good": "It rained.", "bad": "{d1:open"}.items():
        (tmp_path / f"{name}.inline").write_text(join(HEADING, text), "utf-8")
    done = quotedesk("corpus-stats", tmp_path)
    assert done.code == 1
    told = done.err.splitlines()
    assert told[0] == "bad.inline: line 1 of the text: the bracket {d1: is not closed"
    assert told[1] == "good: has 2 words, not 200 to 450"
    assert "words an article" in done.out


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_articles_is_said_to_be_one(quotedesk, tmp_path, name):
    done = quotedesk("corpus-stats", tmp_path / name)
    assert done.code == 1
    assert done.err.strip().endswith("no annotated articles (*.inline) there. Nothing was changed.")


def test_it_is_no_verb_for_everyday(quotedesk):
    assert "corpus-stats" not in quotedesk("--help").out
