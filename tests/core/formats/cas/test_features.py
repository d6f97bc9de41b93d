from core.formats.cas.features import comment_of, identifier_at, name_of, speaker_name, unread
from core.formats.cas.graph import Node
from core.formats.standoff.likely import Role
from core.model.spans import Span


def node(**values: object) -> Node:
    return Node(1, "my.Layer", values, Span(0, 3))


def test_names_are_known_by_their_features_and_are_no_numbers():
    assert speaker_name([node(speaker="12"), node(Speaker_Name="Ana")]) == "Ana"
    assert speaker_name([node(name="Ana")]) is None
    assert (name_of(node(name="Ana")), name_of(node(name="7")), name_of(node())) == ("Ana", None, None)


def test_identifiers_and_comments_are_known_by_their_features():
    assert identifier_at(node(identifier="http://www.wikidata.org/entity/Q42")) == "Q42"
    assert identifier_at(node(value="PER")) is None
    assert (comment_of([node(), node(note="hm")]), comment_of([node()])) == ("hm", "")


def test_what_says_something_and_is_not_read_is_unread():
    some = node(begin=0, end=3, kind="direct", name="x", mood="angry", empty="", no="false", who=5)
    assert list(unread(some, Role.QUOTE, ["who"])) == ["mood", "name"]
    assert list(unread(some, Role.MENTION)) == ["kind", "mood", "who"]
    assert list(unread(node(order=2), None)) == ["order"]
