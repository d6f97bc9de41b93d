from core.formats.spans_and_links.graph import About, Graph, Link, Mark, drawn
from core.model.records import Quote, SecondSpeaker
from core.model.spans import Span
from core.model.terms import Kind, Relation, SpeakerType


def quote(id_, *fragments, **more):
    return Quote(id=id_, fragments=tuple(Span(*one) for one in fragments), kind=Kind.DIRECT, **more)


def test_pieces_mentions_and_cues_are_linked_to_the_first_piece():
    graph = drawn([quote("a", (0, 3), (9, 12), mention=Span(4, 5), cue=Span(6, 7))])
    assert [(mark.start, mark.end, mark.label) for mark in graph.marks] == [
        (0, 3, "Direct quote"),
        (9, 12, "Direct quote"),
        (4, 5, "Speaker"),
        (6, 7, "Cue"),
    ]
    assert graph.links == [Link(0, 1, "continues"), Link(0, 2, "said by"), Link(0, 3, "cue")]


def test_a_mention_that_quotes_share_is_one_mark():
    second = SecondSpeaker(relation=Relation.JOINT, mention=Span(4, 5))
    graph = drawn([quote("a", (0, 3), mention=Span(4, 5)), quote("b", (6, 8), more_speakers=(second, second))])
    assert len(graph.marks) == 3
    assert graph.links == [Link(0, 2, "said by"), Link(1, 2, "joint")]


def test_a_parent_outside_of_the_graph_is_not_linked():
    quotes = [quote("a", (0, 9)), quote("b", (2, 4), parent="a"), quote("c", (5, 6), parent="elsewhere")]
    assert drawn(quotes).links == [Link(1, 0, "inside")]


def test_fields_are_given_only_where_a_tool_has_them():
    quotes = [quote("a", (0, 3), speaker_name="Ana", speaker_type=SpeakerType.NAMED, comment="c")]
    assert drawn(quotes, about=True).marks[0].about == About("Ana", "named", "c")
    assert drawn(quotes).marks[0].about == About()


def test_graphs_are_the_same_in_any_order_and_whatever_the_scores():
    one = Graph([Mark(0, 1, "a"), Mark(1, 2, "b", score=0.5)], [Link(0, 1, "l")])
    other = Graph([Mark(1, 2, "b"), Mark(0, 1, "a")], [Link(1, 0, "l")])
    assert one.same_as(other)
    assert not one.same_as(Graph(other.marks, [Link(0, 1, "l")]))
    assert not one.same_as(Graph(other.marks[:1], []))
