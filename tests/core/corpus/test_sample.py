from core.corpus.articles import articles
from core.corpus.sample import sample
from core.model.records import Layer
from core.resources import seed
from tests.core.formats.inline.test_heading import HEADING, join


def test_the_texts_come_in_the_order_of_the_list_without_their_annotations(tmp_path):
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.inline").write_text(join(HEADING, f"{{d1=ana:“It is {name}.”}}"), "utf-8")
    (tmp_path / "sample.txt").write_text("two\none\n", "utf-8")
    found = list(sample(tmp_path))
    assert [line.document.text for line in found] == ["“It is two.”", "“It is one.”"]
    assert [line.layer for line in found] == [Layer(), Layer()]


def test_our_sample_is_made_of_articles_of_many_kinds():
    ours = {line.document.id: line.document for line in articles(seed("corpus"))}
    found = [line.document for line in sample()]
    assert len(found) >= 6
    assert len({document.extra["genre"] for document in found}) == len(found)
    assert all(ours[document.id] == document for document in found)
