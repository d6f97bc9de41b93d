from lxml import etree

from core.formats.web.blocks import blocks, normal


def found(xml):
    return [tuple(block) for block in blocks(etree.fromstring(xml))]


def test_paragraphs_headings_and_items_are_blocks():
    xml = '<body><head rend="h1">One</head><p>Two</p><list><item>Three</item><item>Four</item></list><head>Five</head></body>'
    assert found(xml) == [("One", 1), ("Two", 0), ("Three", 0), ("Four", 0), ("Five", 2)]


def test_breaks_stay_and_blanks_are_single():
    assert found("<body><p>a\n b  <hi>c</hi> d<lb/> e\tf</p></body>") == [("a b c d\ne f", 0)]


def test_text_between_blocks_is_not_lost():
    assert found("<body>x<quote><p>a</p>b</quote>c</body>") == [("x", 0), ("a", 0), ("b", 0), ("c", 0)]


def test_a_body_of_html_is_cut_likewise():
    assert found("<body><h2>A</h2><ul><li>b<br/>c</li></ul><p>d <em>e</em></p></body>") == [
        ("A", 2),
        ("b\nc", 0),
        ("d e", 0),
    ]


def test_deep_nesting_ends_well():
    deep = etree.Element("body")
    node = deep
    for _ in range(5000):
        node = etree.SubElement(node, "quote")
    node.text = "far down"
    assert [tuple(block) for block in blocks(deep)] == [("far down", 0)]


def test_words_are_compared_without_their_blanks():
    assert normal(" a\n b\u00a0c ") == "a b c"
