"""Two datasets are told apart quote by quote, not line by line."""

from msgspec import structs

from core.desk.diff import difference
from core.model.spans import Span
from tests.support.projects import line, quote

TEXT = "“Yes, we can,” she said. “No, you can't,” he said."
YES, NO = quote(0, 14, id="yes"), quote(25, 41, id="no")


def compared(before, after):
    return difference([line(TEXT, *before, id="a", annotator="ana")], [line(TEXT, *after, id="a", annotator="ana")])


def test_the_same_is_no_difference():
    assert not compared([YES, NO], [NO, YES])


def test_quotes_come_go_and_change():
    moved = structs.replace(NO, fragments=(Span(25, 40),), speaker_name="Ben")
    found = compared([YES, NO], [moved, quote(42, 44, id="new")])
    assert [(each.what, each.quote_id, each.words) for each in found.changes] == [
        ("removed", "yes", "“Yes, we can,”"),
        ("changed", "no", "“No, you can't,"),
        ("added", "new", "he"),
    ]
    assert found.changes[1].fields == {
        "fragments": (NO.fragments, moved.fragments),
        "speaker_name": (NO.speaker_name, "Ben"),
    }


def test_other_ids_for_the_same_words_are_no_difference():
    assert not compared([YES, NO], [structs.replace(YES, id="x"), structs.replace(NO, id="y")])


def test_how_it_was_decided_is_no_difference():
    assert not compared([YES], [structs.replace(YES, confidence=0.1, candidates=())])


def test_articles_and_annotators_come_and_go():
    one, two = line(TEXT, YES, id="a", annotator="ana"), line(TEXT, NO, id="b")
    found = difference([one, two], [structs.replace(one, layer=structs.replace(one.layer, annotator="ben"))])
    assert (found.articles_added, found.articles_removed) == ((), ("b",))
    assert [(each.annotator, each.what) for each in found.changes] == [("ana", "removed"), ("ben", "added")]
    assert difference([], [one]).articles_added == ("a",)


def test_the_same_places_in_another_text_are_told():
    found = difference([line(TEXT, YES, id="a")], [line(TEXT.replace("Yes", "Yet"), YES, id="a")])
    assert found.changes[0].fields == {"surface": (("“Yes, we can,”",), ("“Yet, we can,”",))}
