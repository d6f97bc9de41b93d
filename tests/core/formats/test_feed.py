import io
import socket

import pytest

from core.errors import BadInput
from core.formats import feed
from core.formats.articles import articles
from core.formats.feed import Feed
from core.formats.problems import Problems
from tests.support.formats import format_of

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Wire &amp; News</title><language>en-us</language>
<item><title>A &lt;b&gt;bold&lt;/b&gt; &amp;amp; title</title><link>https://example.org/1</link>
<guid isPermaLink="false">g1</guid><pubDate>Fri, 19 Jun 2020 23:30:00 +0200</pubDate><dc:creator>Ana B</dc:creator>
<description>Short</description>
<content:encoded><![CDATA[<p>“A spark,”&nbsp;he said &unknown; <form>in a form</form></p><script>x</script>
<p>Two &amp; 👩🏽‍🚀 e\u0301 ]]]]><![CDATA[></p>]]></content:encoded></item>
<item><link>https://example.org/2</link><description>Plain only
with lines &amp;amp; 3 &lt; 4</description></item>
<item><title>Only a title</title></item>
<item><description>Third</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>F</title>
<entry><id>tag:1</id><title type="html">x &lt;i&gt;y&lt;/i&gt;</title><link href="rel/1"/>
<updated>2020-06-19T10:00:00Z</updated><author><name>N</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>P1 <em>e</em> a &lt; b</p><p>P2</p></div></content></entry>
<entry><id>tag:2</id><content type="text">Text &lt;b> here</content></entry>
<entry><id>tag:3</id><summary>Sum</summary><content type="image/png">aGk=</content></entry>
</feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Old</title></channel>
<item rdf:about="https://example.org/i"><title>T</title><description>Words</description></item></rdf:RDF>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(data):
    problems = Problems()
    return list(Feed().read(io.BytesIO(data.encode() if isinstance(data, str) else data), problems)), problems


def test_each_item_of_rss_is_an_article():
    (first, second, third), problems = read(RSS)
    assert first.document.text == "“A spark,”\xa0he said &unknown;\n\nin a form\n\nTwo & 👩🏽‍🚀 e\u0301 ]]>"
    assert (first.document.id, first.document.title, first.document.source) == ("g1", "A bold & title", "Wire & News")
    assert (first.document.url, first.document.date, first.document.language) == (
        "https://example.org/1",
        "2020-06-19",
        "en-us",
    )
    assert first.document.extra == {"author": "Ana B"}
    assert (second.document.id, second.document.text) == (
        "https://example.org/2",
        "Plain only\nwith lines & 3 < 4",
    )
    assert (third.document.id, third.document.text, third.document.url) == ("stdin-4", "Third", None)
    assert problems.first == ["standard input, entry 3: text: is empty"]


def test_each_entry_of_atom_is_an_article():
    lines, problems = read(ATOM)
    assert [(line.document.id, line.document.text) for line in lines] == [
        ("tag:1", "P1 e a < b\n\nP2"),
        ("tag:2", "Text <b> here"),
        ("tag:3", "Sum"),
    ]
    about = lines[0].document
    assert (about.title, about.date, about.language, about.url) == ("x y", "2020-06-19", "de", None)
    assert not problems


def test_rdf_is_read_too():
    ((line,), _) = read(RDF)
    assert (line.document.id, line.document.text) == ("https://example.org/i", "Words")


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, "\ufeff" + ATOM, "<!-- c --><!DOCTYPE feed>" + ATOM])
@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.unknown"])
def test_a_feed_is_known_by_its_first_element(tmp_path, text, name):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert format_of(tmp_path / name).name == "feed"
    assert list(articles([tmp_path / name], Problems()))


def test_another_first_element_makes_no_feed():
    for text in ("<html><rss>", "<feed>", "<TEI xmlns='x'/>", "", "<", "words"):
        assert not Feed().recognises(text.encode())


@pytest.mark.parametrize(("codec", "title"), [("utf-16", None), ("cp1252", "Windows-1252")])
def test_other_encodings_are_read(codec, title):
    text = '<rss version="2.0"><channel><item><description>“No,” said José.</description></item></channel></rss>'
    ((line,), problems) = read(text.encode(codec))
    assert line.document.text == "“No,” said José."
    assert problems.remarks == ([f"standard input: read as {title}"] if title else [])


def test_a_declared_encoding_is_kept():
    text = '<?xml version="1.0" encoding="windows-1251"?>\n<rss version="2.0"><channel><item><description>Да</description></item></channel></rss>'
    assert read(text.encode("cp1251"))[0][0].document.text == "Да"


def test_a_bare_and_and_names_of_signs_are_forgiven():
    text = (
        "<rss version='2.0'><channel><item><description>AT&T&nbsp;fell &amp; Q&A</description></item></channel></rss>"
    )
    assert read(text)[0][0].document.text == "AT&T\xa0fell & Q&A"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \n", "is empty"),
        (ATOM[:-30], "is not well-formed XML (line 6)"),
        *(
            (
                f"<{name}><body>x</body></{tag}>",
                f"is XML with {tag} as its first element, and no feed (RSS or Atom); other XML can't be read. "
                "Save the article as .txt, .docx or .html",
            )
            for name, tag in (("html", "html"), ("TEI xmlns='http://www.tei-c.org/ns/1.0'", "TEI"))
        ),
        ("words", "is not well-formed XML (line 1)"),
        ("a\0b", "is not well-formed XML (line 1)"),
    ],
)
def test_what_is_no_feed_is_refused(text, said):
    with pytest.raises(BadInput) as caught:
        read(text)
    assert str(caught.value) == f"standard input: {said}"


def test_a_feed_without_entries_is_told():
    assert read("<rss version='2.0'><channel/></rss>")[1].first == ["standard input: is a feed without articles"]


def test_entities_never_grow_and_never_open_a_file(tmp_path):
    (tmp_path / "secret").write_text("secret")
    bomb = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for inside, use in ((bomb, "&a11;"), (f'<!ENTITY f SYSTEM "file://{tmp_path}/secret">', "&f;")):
        for place in ("<description>{}</description>", "<description a='{}'>x</description>"):
            text = (
                f"<!DOCTYPE x [{inside}]><rss version='2.0'><channel><item>{place.format(use)}</item></channel></rss>"
            )
            for data in (text, text.encode("utf-16")):
                with pytest.raises(BadInput, match=r"standard input: (uses &f;|uses &a11;|is not well-formed)"):
                    read(data)


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(feed, "_MOST_ELEMENTS", 5)
    with pytest.raises(BadInput, match="has more than 5 elements; split it into smaller files"):
        read(RSS)


def test_an_element_of_endless_attributes_is_refused():
    named = " ".join(f"a{number}=''" for number in range(300))
    with pytest.raises(BadInput, match="has an element with more than 200 attributes"):
        read(f"<!-- c --><rss version='2.0'><channel {named}/></rss>")


def test_a_parser_that_trips_is_told(monkeypatch):
    def trip(*_, **__):
        raise IndexError

    monkeypatch.setattr("feedparser.parse", trip)
    with pytest.raises(BadInput, match="can't be read as a feed"):
        read(RSS)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Wed, 01 Jan 2020 00:30:00 +0100", "2020-01-01"),
        ("Tue, 31 Dec 2019 23:30:00 -0500", "2019-12-31"),
        ("2020-01-01T00:30:00+01:00", "2020-01-01"),
        ("2019-12-31T22:00:00Z", "2019-12-31"),
        ("1 Jan 2020", "2020-01-01"),
        ("one day", None),
    ],
)
def test_the_day_is_the_one_that_is_written(written, day):
    (line,), _ = read(
        RSS.split("<item>")[0]
        + f"<item><pubDate>{written}</pubDate><description>W</description></item></channel></rss>"
    )
    assert line.document.date == day
