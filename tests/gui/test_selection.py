"""What is selected: each change told once, in an order that never shows a quote of another article."""

import pytest

from core.model.terms import Relation
from gui.selection import NO_EDGE, Followed, Mode, Selection


@pytest.fixture
def selection():
    made = Selection()
    made.told = []
    for name in ("document", "quote", "candidate", "hovered", "mode", "edge", "followed"):
        getattr(made, f"{name}_changed").connect(lambda value, name=name: made.told.append((name, value)))
    return made


def test_nothing_is_selected_at_first(selection):
    assert (selection.document_id, selection.quote_id, selection.hovered) == ("", "", "")
    assert (selection.candidate, selection.mode, selection.relation) == (0, Mode.PICK, Relation.JOINT)
    assert (selection.edge, selection.followed) == (NO_EDGE, {})


def test_the_same_again_is_not_told(selection):
    for _ in range(2):
        selection.select_document("a")
        selection.select_quote("q1")
        selection.select_candidate(2)
        selection.hover("q2")
        selection.set_mode(Mode.NOBODY)
        selection.choose_edge(1)
        selection.follow({"q3": Followed("Ana Ruiz", 1)})
    assert selection.told == [
        ("document", "a"),
        ("quote", "q1"),
        ("candidate", 2),
        ("hovered", "q2"),
        ("mode", Mode.NOBODY),
        ("edge", 1),
        ("followed", {"q3": Followed("Ana Ruiz", 1)}),
    ]


def test_another_quote_begins_afresh_before_it_is_told(selection):
    selection.select_quote("q1")
    selection.select_candidate(3)
    selection.hover("q1")
    selection.set_mode(Mode.SECOND, Relation.RELAYED_BY)
    selection.choose_edge(2)
    selection.follow({"q3": Followed("Ana Ruiz", 1)})
    selection.told.clear()
    selection.select_quote("q2")
    assert selection.told == [
        ("mode", Mode.PICK),
        ("edge", NO_EDGE),
        ("followed", {}),
        ("hovered", ""),
        ("candidate", 0),
        ("quote", "q2"),
    ]
    assert selection.relation is Relation.JOINT


def test_another_relation_is_another_meaning_of_the_digits(selection):
    for relation in (Relation.JOINT, Relation.JOINT, Relation.ALTERNATIVE):
        selection.set_mode(Mode.SECOND, relation)
    assert selection.told == [("mode", Mode.SECOND)] * 2
    assert selection.relation is Relation.ALTERNATIVE
    selection.set_mode(Mode.PICK)
    assert selection.relation is Relation.JOINT


def test_another_article_has_no_quote_yet(selection):
    selection.select_document("a")
    selection.select_quote("q1")
    selection.told.clear()
    selection.select_document("b")
    assert selection.told == [("quote", ""), ("document", "b")]
