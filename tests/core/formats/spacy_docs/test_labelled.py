from collections import Counter

from core.formats.spacy_docs.labelled import labelled_quotes, own_groups
from core.formats.spacy_docs.layout import Marked
from core.formats.spacy_docs.unpacking import Unpacked
from core.model.spans import Span

TEXT = "“We go,” said Ann. Bob denied that he lied."


def marked(words: str, label: str = "", id_: str = "") -> Marked:
    start = TEXT.index(words)
    return Marked(span=Span(start, start + len(words)), label=label, id=id_)


def doc(notes=None, entities=(), unread=None, **groups: list[Marked]) -> Unpacked:
    return Unpacked(text=TEXT, groups=groups, notes=notes, entities=list(entities), unread=unread or {})


def quotes(given: Unpacked):
    left_out = Counter[str]()
    found = labelled_quotes(given, "d", left_out)
    return [(quote.get("kind"), [TEXT[start:end] for start, end in quote["fragments"]]) for quote in found], left_out


def test_spans_are_read_by_their_labels():
    given = doc(
        sc=[
            marked("“We go,”", "Quote"),
            marked("Ann", "Speaker"),
            marked("that he lied", "Indirect"),
            marked("Bob", "X"),
        ]
    )
    found, left_out = quotes(given)
    assert found == [(None, ["“We go,”"]), ("indirect", ["that he lied"])]
    assert left_out == {"Speaker without a quote": 1, "span group sc": 1}


def test_spans_whose_labels_say_nothing_are_read_by_the_name_of_their_group():
    found, left_out = quotes(doc(direct_quotes=[marked("“We go,”")], indirect_quotes=[marked("that he lied", "QUOTE")]))
    assert found == [("direct", ["“We go,”"]), ("indirect", ["that he lied"])]
    assert not left_out


def test_entities_are_read_and_those_that_repeat_a_span_are_not_told():
    given = doc(
        entities=[marked("“We go,”", "QUOTE"), marked("that he lied", "INDIRECT"), marked("Ann", "PERSON")],
        sc=[marked("“We go,” ", "Direct")],
    )
    found, left_out = quotes(given)
    assert found == [("direct", ["“We go,” "]), ("indirect", ["that he lied"])]
    assert left_out == {"entity PERSON": 1}


def test_spans_of_one_id_are_pieces_of_one_quote():
    found, _ = quotes(doc(sc=[marked("“We go,”", "Quote", "7"), marked("that he lied", "Quote", "7")]))
    assert found == [(None, ["“We go,”", "that he lied"])]


def test_our_own_groups_are_left_to_the_layout_but_for_what_is_no_quote():
    given = doc(quotes=[marked("“We go,”", "Direct"), marked("Ann", "Speaker")], quoted=[marked("go", "quoted")])
    assert [one.label for one in own_groups(given)["quotes"]] == ["Direct"]
    assert quotes(given) == ([], {"Speaker without a quote": 1})


def test_of_a_doc_of_ours_other_groups_are_only_told():
    given = doc(
        notes={},
        unread={"span group old": 2},
        entities=[marked("Ann", "PERSON")],
        sc=[marked("Ann", "Speaker")],
        quotes=[],
    )
    assert quotes(given) == ([], {"span group old": 2, "span group sc": 1})
