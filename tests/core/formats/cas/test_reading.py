from core.formats.cas.graph import Graph, Node
from core.formats.cas.reading import Quotes, merged
from core.model.spans import Span

TEXT = "“One,” he said. “Two.”"


def quotes(*nodes: Node) -> Quotes:
    return Quotes(Graph(TEXT, {node.id: node for node in nodes}))


def quote(id_: int, span: tuple[int, int], **values: object) -> Node:
    return Node(id_, "webanno.custom.Quote", values, Span(*span))


def test_pieces_with_one_id_or_a_relation_are_one_quote():
    for joined in (
        (quote(1, (16, 22), quoteId="q"), quote(2, (0, 6), quoteId="q", kind="direct")),
        (quote(1, (16, 22)), quote(2, (0, 6), kind="direct"), Node(3, "webanno.custom.Continues", {"Governor": 2, "Dependent": 1}, Span(16, 22))),
    ):  # fmt: skip
        found = quotes(*joined).shown({2: "q"})
        assert list(found) == [2]
        assert (found[2]["fragments"], found[2]["kind"], found[2]["quoted"]) == (
            [[0, 6], [16, 22]],
            "direct",
            [[0, 6], [16, 22]],
        )


def test_values_that_nobody_knows_are_none():
    shown = quotes(quote(1, (0, 6), status="maybe", speakerType="named", flagged="true")).shown({1: "q"})[1]
    assert (shown["status"], shown["speaker_type"], shown["flagged"], shown["kind"]) == (None, "named", True, None)


def test_unknown_relations_are_counted():
    found = quotes(
        quote(1, (0, 6)),
        quote(2, (16, 22)),
        Node(3, "webanno.custom.Answers", {"Governor": 1, "Dependent": 2}, Span(16, 22)),
    )
    assert dict(found.left_out) == {"Answers": 1}


def test_mentions_and_cues_of_no_quote_and_second_cues_are_counted():
    found = quotes(
        quote(1, (0, 6), cues=[4, 5]),
        Node(2, "my.SpeakerMention", {}, Span(8, 10)),
        Node(3, "my.Emotion", {}, Span(8, 10)),
        *(Node(id_, "my.CueWord", {}, Span(11, 11 + id_)) for id_ in (4, 5)),
        Node(6, "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS_VERB", {}, Span(11, 15)),
    )
    assert dict(found.left_out) == {"Emotion": 1, "SpeakerMention without a quote": 1, "second CueWord of a quote": 1}


def test_spans_that_overlap_are_merged():
    assert merged([Span(5, 9), Span(0, 3), Span(2, 4), Span(4, 5)]) == [(0, 4), (4, 5), (5, 9)]
