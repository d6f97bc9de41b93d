from lxml import html

from core.formats.web.standing import is_hidden, standing


def found(piece):
    return [
        (each.block.text, each.block.heading, each.owner.tag, each.linked) for each in standing(html.fromstring(piece))
    ]


def test_each_block_is_with_the_element_around_it():
    assert found("<body><div>Before <b>it</b><h2>Then</h2>after<p>and\nlast</p></div></body>") == [
        ("Before it", 0, "div", 0),
        ("Then", 2, "h2", 0),
        ("after", 0, "div", 0),
        ("and last", 0, "p", 0),
    ]


def test_breaks_stay_and_links_are_measured():
    assert found("<body><p>One<br>two <a href=x>three</a>.</p><ul><li><a href=y><b>four</b></a></ul></body>") == [
        ("One\ntwo three.", 0, "p", 5),
        ("four", 0, "li", 4),
    ]


def test_what_no_reader_sees_is_none():
    piece = (
        "<html><head><title>T</title></head><body><script>a</script><p hidden>b</p><p style='color: red; display : none'>c</p>"
        "<div><button>d</button>seen<select><option>e</select> too</div><noscript>f</noscript></body></html>"
    )
    assert found(piece) == [("seen too", 0, "div", 0)]


def test_an_element_says_that_it_is_hidden():
    hidden = [
        is_hidden(html.fromstring(f"<p {said}>x</p>")) for said in ("hidden", "style='visibility:hidden'", "class=a")
    ]
    assert hidden == [True, True, False]
