"""Two datasets are told apart quote by quote, not line by line."""

from msgspec import structs

from core.desk.diff import difference
from core.model.identity import new_id
from core.model.records import Layer, Rejection, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Reason, State, ZoneType
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


def test_what_changed_of_an_article_is_told_once():
    one = [line(TEXT, YES, id="a", annotator=name) for name in ("ana", "ben")]
    zone = Zone(start=0, end=5, type=ZoneType.HEADLINE)
    two = [
        structs.replace(each, document=structs.replace(each.document, text=TEXT + "!", title="T", zones=(zone,)))
        for each in one
    ]
    (found,) = difference(one, two).articles
    assert (found.document_id, found.annotator) == ("a", None)
    assert found.fields == {"title": (one[0].document.title, "T"), "zones": ((), (zone,)), "text": (TEXT, TEXT + "!")}


def changed(layer: Layer, **fields):
    one = structs.replace(line(TEXT, id="a", annotator="ana"), layer=layer)
    return difference([one], [structs.replace(one, layer=structs.replace(layer, **fields))])


def test_how_far_an_annotator_has_come_is_told():
    (found,) = changed(Layer(annotator="ana", state=State.COMPLETE), state=State.IN_WORK).articles
    assert (found.annotator, found.fields) == ("ana", {"state": (State.COMPLETE, State.IN_WORK)})


def test_rejected_suggestions_come_go_and_change():
    layer = Layer(annotator="ana", quotes=(YES,), rejected=(Rejection(quote=NO, reason=Reason.TITLE),))
    (gone,) = changed(layer, rejected=()).changes
    assert (gone.what, gone.quote_id, gone.rejected) == ("removed", "no", True)
    (other,) = changed(layer, rejected=(Rejection(quote=NO),)).changes
    assert (other.what, other.rejected, other.fields) == ("changed", True, {"reason": (Reason.TITLE, None)})
    (taken,) = changed(layer, quotes=(YES, NO), rejected=()).changes
    assert (taken.what, taken.rejected) == ("changed", False)
    assert taken.fields == {"rejected": (True, False), "reason": (Reason.TITLE, None)}


def test_a_speaker_who_changed_is_told_once_for_all_articles():
    old = Speaker(id="s1", name="Ana", aliases=("A.",), external_id="Q1")
    new = structs.replace(old, aliases=(), external_id=None)

    def both(speaker):
        some = [line(TEXT, YES, id=id_, annotator="ana") for id_ in ("a", "b")]
        return [structs.replace(each, layer=structs.replace(each.layer, speakers=(speaker,))) for each in some]

    (found,) = difference(both(old), both(new)).speakers
    assert (found.name, found.fields) == ("Ana", {"aliases": (("A.",), ()), "external_id": ("Q1", None)})
    assert difference(both(old), both(structs.replace(new, id="x"))).speakers[0].fields == found.fields


def cast(*speakers):
    one = line(TEXT, id="a", annotator="ana")
    return [structs.replace(one, layer=structs.replace(one.layer, speakers=speakers))]


def test_ids_that_mean_something_in_their_line_only_are_not_compared():
    old = [Speaker(id="s1", name="Ana"), Speaker(id="s2", name="Ben")]
    new = [Speaker(id="s1", name="Ben"), Speaker(id="s2", name="Ana")]
    assert not difference(cast(*old), cast(*new))
    assert not difference(cast(old[0]), cast(new[0]))


def test_a_speaker_of_a_drawn_id_who_has_another_name_is_told():
    old = Speaker(id=new_id(), name="Ana")
    (found,) = difference(cast(old), cast(structs.replace(old, name="Ana Ruiz"))).speakers
    assert (found.name, found.fields) == ("Ana Ruiz", {"name": ("Ana", "Ana Ruiz")})


def test_of_two_lines_of_an_article_and_annotator_the_first_is_compared_and_the_other_told():
    one, two = (structs.replace(line(TEXT, each, id="a", annotator="ana"), where="x") for each in (YES, NO))
    found = difference([one], [one, two])
    assert not found
    assert found.doubles == (
        "x: a: the same article by ana is in this dataset already. What this line says of it was not compared.",
    )


def test_what_is_not_compared_is_counted_but_no_difference():
    found = compared([YES], [structs.replace(YES, confidence=0.1)])
    assert (bool(found), found.uncompared) == (False, 1)
    assert compared([YES], [YES]).uncompared == 0
