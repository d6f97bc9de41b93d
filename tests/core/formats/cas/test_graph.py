from core.formats.cas.graph import Graph, Node, from_json, from_xmi
from core.model.spans import Span

XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore" '
    'xmlns:n="http:///uima/noNamespace.ecore"><cas:NULL xmi:id="0"/><c:Quote xmi:id="2" sofa="1" begin="2" end="3" who="4" turn="4" ok="true"/>'
    '<n:Thing xmi:id="3" sofa="9" begin="0" end="2"/><cas:FSArray xmi:id="4"><elements>2</elements><elements>3</elements></cas:FSArray>'
    '<cas:Sofa xmi:id="9" sofaID="other" sofaString="x"/><cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="😀a"/>'
    '<cas:View sofa="9" members="3"/><cas:View sofa="1" members="2"/></xmi:XMI>'
)


def test_a_graph_has_types_spans_and_references_of_an_xmi_file():
    graph = from_xmi(XMI.encode(), "a.xmi")
    assert (graph.text, graph.members) == ("😀a", {2})
    quote, thing = graph.nodes[2], graph.nodes[3]
    assert (quote.type, quote.short, quote.span, quote.holds("ok")) == (
        "webanno.custom.Quote",
        "Quote",
        Span(1, 2),
        True,
    )
    assert (thing.type, thing.span) == ("Thing", None)
    assert (graph.targets(quote, "who"), graph.targets(quote, "turn")) == ([quote, thing], [])
    assert list(graph.annotations()) == [quote]


def test_a_graph_of_a_json_file_is_the_same():
    data = (
        '{"%FEATURE_STRUCTURES": [{"%ID": 2, "%TYPE": "webanno.custom.Quote", "@sofa": 1, "begin": 2, "end": 3, "@to": 4, "paragraph": 3, "ok": true},'
        '{"%ID": 3, "%TYPE": "Thing"}, {"%ID": 4, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [2, 3]},'
        '{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "😀a"}], "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}}}'
    )
    graph = from_json(data.encode(), "a.json")
    quote, thing = graph.nodes[2], graph.nodes[3]
    assert (quote.span, quote.holds("ok"), graph.targets(quote, "to")) == (Span(1, 2), True, [quote, thing])
    assert graph.targets(quote, "paragraph") == []


def test_a_declared_feature_points_if_its_type_says_so():
    declared = (
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>'
        "<name>webanno.custom.Quote</name><supertypeName>uima.tcas.Annotation</supertypeName><features>"
        "<featureDescription><name>who</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>"
        "<featureDescription><name>turn</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>"
        "</features></typeDescription></types></typeSystemDescription>"
    )
    graph = from_xmi(XMI.encode(), "a.xmi", declared.encode())
    quote = graph.nodes[2]
    assert (graph.targets(quote, "who"), graph.targets(quote, "turn")) == ([], [quote, graph.nodes[3]])


def test_numbers_in_an_array_of_numbers_are_no_references():
    data = (
        '{"%FEATURE_STRUCTURES": [{"%ID": 2, "%TYPE": "Thing", "@sizes": 4}, {"%ID": 4, "%TYPE": "uima.cas.IntegerArray",'
        '"%ELEMENTS": [2]}, {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "a"}]}'
    )
    graph = from_json(data.encode(), "a.json")
    assert graph.targets(graph.nodes[2], "sizes") == []


def test_further_texts_are_counted_with_what_people_marked_in_them():
    assert from_xmi(XMI.encode(), "a.xmi").others == {"other": 1}
    assert from_xmi(XMI.replace("n:Thing", "cas:Thing").encode(), "a.xmi").others == {"other": 0}


def test_words_are_text_and_not_empty():
    node = Node(1, "x", {"a": "", "b": 3, "c": "words"}, None)
    assert [node.words(feature) for feature in "abcd"] == [None, None, "words", None]


def test_arrays_in_circles_end():
    graph = Graph("x", {1: Node(1, "array", {"elements": "1 1"}, None)})
    assert len(graph.targets(Node(2, "x", {"to": 1}, None), "to")) < 100
