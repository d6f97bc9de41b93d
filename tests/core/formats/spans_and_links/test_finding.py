from collections import Counter

from core.formats.spans_and_links.finding import found, sentence
from core.formats.spans_and_links.graph import About, Graph, Link, Mark
from core.model.spans import Span
from core.model.terms import Kind, Relation


def find(marks, links=()):
    left_out = Counter()
    return found(Graph([Mark(*mark) for mark in marks], [Link(*link) for link in links]), left_out), left_out


def test_relations_count_either_way():
    marks = [(0, 3, "Quote"), (4, 5, "Speaker"), (6, 7, "Cue")]
    for links in ([(0, 1, "x"), (0, 2, "y")], [(1, 0, "says"), (2, 0, "")]):
        (quote,), left_out = find(marks, links)
        assert (quote.mention, quote.cue, quote.kind) == (Span(4, 5), Span(6, 7), None)
        assert not left_out


def test_pieces_that_continue_are_one_quote_in_order():
    quotes, _ = find([(9, 12, "indirect"), (0, 3, "indirect"), (5, 6, "Quote")], [(0, 1, "continues")])
    assert [quote.fragments for quote in quotes] == [[Span(0, 3), Span(9, 12)], [Span(5, 6)]]
    assert quotes[0].kind is Kind.INDIRECT


def test_pieces_that_share_words_become_one():
    quotes, _ = find([(0, 5, "Quote"), (3, 8, "Quote"), (8, 9, "Quote")], [(0, 1, "same"), (1, 2, "same")])
    assert quotes[0].fragments == [Span(0, 8), Span(8, 9)]


def test_a_second_speaker_is_joint_unless_the_link_says_otherwise():
    marks = [(0, 3, "Quote"), (4, 5, "Speaker"), (6, 7, "Speaker"), (8, 9, "Speaker")]
    (quote,), _ = find(marks, [(0, 1, "said by"), (0, 2, "said by"), (0, 3, "relayed by")])
    assert quote.mention == Span(4, 5)
    assert quote.seconds == [(Relation.JOINT, Span(6, 7)), (Relation.RELAYED_BY, Span(8, 9))]


def test_a_speaker_that_is_linked_to_the_cue_is_the_quotes():
    (quote,), left_out = find([(0, 3, "content"), (4, 5, "source"), (6, 7, "cue")], [(1, 2, "of"), (2, 0, "of")])
    assert quote.mention == Span(4, 5)
    assert not left_out


def test_a_second_cue_is_counted():
    marks = [(0, 3, "Quote"), (4, 5, "Cue"), (6, 7, "Cue")]
    (quote,), left_out = find(marks, [(0, 1, "cue"), (0, 1, "by"), (0, 2, "cue")])
    assert (quote.cue, left_out) == (Span(4, 5), {"second Cue of a quote": 1})


def test_an_inner_quote_knows_the_outer_one():
    quotes, _ = find([(0, 9, "Quote"), (2, 5, "Quote")], [(1, 0, "inside")])
    assert [quote.inside for quote in quotes] == [None, 0]


def test_what_is_left_out_is_counted_and_told():
    _, left_out = find(
        [(0, 1, "ORG"), (1, 2, "ORG"), (2, 3, "Cue"), (4, 5, "Quote"), (5, 6, "Quote")], [(3, 4, "agrees")]
    )
    assert left_out == {"ORG": 2, "Cue without a quote": 1, "agrees (link)": 1}
    assert sentence("f", left_out).startswith("f: left out what is no quote, speaker or cue: ORG (2), ")
    assert sentence("f", Counter(map(str, range(12)))).endswith(" and 2 more labels.")


def test_fields_of_any_piece_are_the_quotes():
    graph = Graph([Mark(0, 1, "Quote"), Mark(0, 1, "Quote", About("Ana")), Mark(0, 1, "Quote", About(None))], [])
    graph.links.extend([Link(0, 1, "same"), Link(1, 2, "same")])
    assert found(graph, Counter())[0].about == About("Ana")
