import io

import pytest

from core.errors import BadInput
from core.formats.html_page import HtmlPage
from core.formats.problems import Problems

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Minister quits | The Daily</title>
<meta property="og:site_name" content="The Daily"><meta property="article:published_time" content="2024-03-05T10:00:00Z">
<meta name="author" content="Ana Ruiz"><link rel="canonical" href="https://daily.example/minister-quits"><script>var a=1;</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>Minister quits after row</h1>
<figure><img src="x.jpg"><figcaption>The minister in March. Photo: Bo Li</figcaption></figure>
<p>The minister said on Tuesday that she would leave the government after a long row over the budget and its consequences.</p>
<p>“I have done what I could,” she told reporters. “It is time to go.” &#128105; <script>alert(1)</script></p>
<blockquote class="pull-quote"><p>I have done what I could and nobody listened to me</p></blockquote>
<p>The prime minister thanked her for her work, which he called “brave and patient”, and named no successor at first.</p>
<blockquote class="twitter-tweet"><p>We thank the minister for all her work in these years.</p>&mdash; PM (@pm) March 5, 2024</blockquote>
</article></main><footer><p>© The Daily 2024</p></footer></body></html>"""


def read(data):
    problems = Problems()
    (line,) = HtmlPage().read(io.BytesIO(data), problems)
    assert not problems
    return line.document, problems.remarks


def test_a_page_becomes_an_article_with_its_zones():
    document, remarks = read(PAGE.encode())
    assert document.text.split("\n\n")[2] == "“I have done what I could,” she told reporters. “It is time to go.” 👩"
    zones = [(zone.type.value, document.text[zone.start : zone.end]) for zone in document.zones]
    assert zones[:2] == [
        ("headline", "Minister quits after row"),
        ("pull_quote", "I have done what I could and nobody listened to me"),
    ]
    assert ("embed", "We thank the minister for all her work in these years.") in zones
    assert (document.id, document.title, document.source) == ("stdin", "Minister quits after row", "The Daily")
    assert (document.url, document.date, document.language) == (
        "https://daily.example/minister-quits",
        "2024-03-05",
        "en-GB",
    )
    assert document.extra["original_html"] == PAGE
    assert document.extra["author"] == "Ana Ruiz"
    assert len(remarks) == 1
    for words in ("left out", "1 menu", "script", "1 caption", "1 footer"):
        assert words in remarks[0]
    assert "alert" not in document.text


def test_another_encoding_is_told():
    document, remarks = read(
        PAGE.replace("👩", "").encode("cp1252", "replace").replace(b"<title>", b"<meta charset=iso-8859-1><title>")
    )
    assert "“brave and patient”" in document.text
    assert remarks[0] == "standard input: was read as cp1252"


def test_damage_is_told():
    document, remarks = read(PAGE.encode().replace(b"done", b"d\xffne"))
    assert "d\ufffdne" in document.text
    assert "2 characters can’t be read" in remarks[0]


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 500, b"<html></html>", b"<html><body><nav>Home</nav></body></html>", b"<" * 5000]
)
def test_a_page_without_text_is_refused_in_a_sentence(data):
    with pytest.raises(BadInput, match=r"^standard input: has no text of an article$"):
        read(data)


def test_a_page_that_would_take_hours_is_refused():
    with pytest.raises(BadInput, match="has more than 150,000 elements, so it is no article"):
        read(b"<i>" * 150_001)


def test_a_page_is_known_by_its_first_bytes():
    assert [
        HtmlPage().recognises(head)
        for head in (b" <!DOCTYPE HTML>", b"\xef\xbb\xbf<html lang=en>", b"<?xml", b"{}", b"")
    ] == [True, True, False, False, False]


def test_nothing_is_written_to_the_terminal(capfd, caplog):
    with pytest.raises(BadInput):
        read(b"<html><body>" + b"<div>" * 3000)
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def test_long_paragraphs_that_stay_out_are_named():
    more = "<div><p>{} they asked at the meeting of the party in the evening, and had no answer from anybody at all.</p></div>"
    boxes = "".join(
        f"<section>{more.format(word)}<form><input></form></section>" for word in ("What next,", "Who else,")
    )
    _, remarks = read(PAGE.replace("</article>", f"</article>{boxes}").encode())
    assert remarks[1] == (
        "standard input: 2 long paragraphs of the page stayed out of the text, the first begins “What next, they asked at "
        "the meeting of the party in the ev…”. See whether they belong to the article; if so, import the article as "
        "plain text."
    )
