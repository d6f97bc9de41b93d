from core.corpus.articles import articles
from core.corpus.split import is_held_out
from core.resources import seed

KNOWN = {"bridge": False, "ferry": False, "rain": True}


def test_the_part_of_an_article_never_changes():
    """An article that changed sides would leak into what judges the model."""
    kept = {name: is_held_out(name) for name in KNOWN}
    assert kept == KNOWN


def test_about_a_fifth_is_held_out():
    held = sum(is_held_out(str(number)) for number in range(5000))
    assert 900 < held < 1100


def test_both_parts_of_the_corpus_hold_articles_of_many_genres():
    lines = list(articles(seed("corpus")))
    held = [line for line in lines if is_held_out(line.document.id)]
    assert 0.14 < len(held) / len(lines) < 0.26
    assert len({line.document.extra["genre"] for line in held}) >= 10
