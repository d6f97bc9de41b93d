from hypothesis import given
from hypothesis import strategies as st

from core.model.analysis import Analysis
from core.model.spans import Span

ANN = Analysis(
    text="Ann Lee said yes .",
    starts=[0, 4, 8, 13, 17],
    ends=[3, 7, 12, 16, 18],
    words=["ann", "lee", "said", "yes", "."],
    deps=["compound", "nsubj", "ROOT", "intj", "punct"],
    heads=[1, 2, 2, 2, 2],
)


def test_arcs_give_children_and_edges():
    assert ANN.children[2] == [1, 3, 4]
    assert (ANN.lefts[2], ANN.rights[2]) == (0, 4)
    assert (ANN.lefts[1], ANN.rights[1]) == (0, 1)
    assert ANN.child(2, "dobj", "nsubj") == 1
    assert ANN.child(2, "dobj") is None
    assert ANN.ancestors(0) == [1, 2]
    assert ANN.ancestors(2) == []


def test_tokens_give_characters():
    assert len(ANN) == 5
    assert ANN.span(0, 1) == Span(0, 7)
    assert ANN.surface(2) == "said"


def test_an_empty_analysis_is_fine():
    empty = Analysis(text="")
    assert len(empty) == 0
    assert list(empty.children) == []


@given(st.integers(1, 40).flatmap(lambda size: st.tuples(*(st.integers(0, place) for place in range(size)))))
def test_a_subtree_lies_inside_its_parents(heads: tuple[int, ...]):
    tree = Analysis(text="", starts=[0] * len(heads), heads=list(heads))
    for token, head in enumerate(heads):
        assert tree.lefts[head] <= tree.lefts[token] <= token <= tree.rights[token] <= tree.rights[head]
        assert (token in tree.children[head]) == (token != head)
