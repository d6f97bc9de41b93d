import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.markdown import Markdown, headline_of
from core.formats.problems import Problems
from core.model.records import Layer
from tests.support.pace import in_time


def read(text, problems=None):
    given_ = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    (found,) = Markdown().read(given_, Problems() if problems is None else problems)
    return found


def headline(text):
    found = headline_of(text)
    return None if found is None else (text[found.start : found.end], found.title)


def test_the_text_is_just_what_was_decoded(tmp_path):
    path, problems = tmp_path / "wire-7.md", Problems()
    text = "\n# Bridge *closed* 🚧 #\r\n\r\n> “No,” said [José](http://x.y).\r\n\r\n\t- e\u0301\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (found,) = Markdown().read(path, problems)
    document = found.document
    assert (document.id, document.text, document.title) == ("wire-7", text, "Bridge closed 🚧")
    assert [(text[zone.start : zone.end], zone.type) for zone in document.zones] == [("Bridge *closed* 🚧", "headline")]
    assert document.extra == {}
    assert found.layer == Layer()
    assert (problems.count, problems.remarked) == (0, 0)


def test_front_matter_is_known_and_no_text():
    problems = Problems()
    block = 'title: "The: bridge"\nsite: The Daily\nlink: http://x.y\npublished: 2020-06-19T10:00:00Z\nlang: en_GB\nauthor: Ana\n'
    found = read(f"---\n{block}tags: [a]\n---\n\n# Head 👩🏽‍🚀\n\nText.\n", problems).document
    assert found.text == "# Head 👩🏽‍🚀\n\nText.\n"
    assert (found.title, found.source, found.url, found.date, found.language) == (
        "The: bridge",
        "The Daily",
        "http://x.y",
        "2020-06-19",
        "en-GB",
    )
    assert found.extra == {"author": "Ana", "front_matter": f"{block}tags: [a]\n"}
    assert [found.text[zone.start : zone.end] for zone in found.zones] == ["Head 👩🏽‍🚀"]
    assert (problems.count, problems.remarks) == (0, ["standard input: the front matter is no part of the text."])


def test_a_rule_at_the_start_is_text():
    problems = Problems()
    assert read("---\nHe left.\n---\nText", problems).document.text == "---\nHe left.\n---\nText"
    assert problems.remarked == 0


def test_toml_front_matter_is_known():
    found = read('+++\ntitle = "Bridge"\ndate = 2020-06-19\n+++\nText').document
    assert (found.title, found.date, found.text) == ("Bridge", "2020-06-19", "Text")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Text\n\n# One\n\n# Two", ("One", "One")),
        ("Two *lines*\r\n  `here`\r\n===\r\nText", ("Two *lines*\r\n  `here`", "Two lines here")),
        ("One\n=", ("One", "One")),
        ("a\r# b\rc", ("b", "b")),
        ("# \n\n# Words", ("Words", "Words")),
        ("## Second", None),
        ("> # quoted\n\n- # listed\n\n```\n# code\n```\n\n<!--\n# hidden\n-->", None),
        ("#Tag", None),
        ("", None),
        ("# ![picture](a.png) [link](b) &amp; \\# <b>", ("![picture](a.png) [link](b) &amp; \\# <b>", "link & #")),
        ("# ![](a.png)", ("![](a.png)", "")),
    ],
)
def test_the_first_heading_of_the_first_level_is_the_headline(text, found):
    assert headline(text) == found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"a\x00b", r"is no plain text, it holds the control character U\+0000"),
        (b"caf\x81", r"is not UTF-8 \(byte 4\)"),
        (b"---\ntitle: a\n---\n \n", "is empty below its front matter"),
    ],
)
def test_what_is_no_text_is_refused(data, reason):
    with pytest.raises(BadInput, match=f"^standard input: {reason}"):
        read(data)


def test_another_encoding_is_read_and_told():
    problems = Problems()
    assert read("# “Né”".encode("utf-16"), problems).document.text == "# “Né”"
    assert problems.remarks == ["standard input: read as UTF-16"]


def test_nothing_is_taken_for_markdown_by_its_look():
    assert not Markdown().recognises(b"# Head")


def test_hostile_markdown_ends_in_time():
    with in_time(30):
        for piece in ("> ", "[", "- ", "a\n", "`", "[a\n", "*a", "<!--", "1. \n", "# ", "|-\n"):
            headline_of("# " + piece * 200_000)
            headline_of(piece * 200_000)


@given(st.text("a#= \t\n\r\x0b\x0c\u2028>-*`[]\\é👩🏽‍🚀", max_size=60))
def test_the_words_of_a_headline_stand_in_the_text(text):
    found = headline_of(text)
    if found is not None:
        words = text[found.start : found.end]
        assert words.strip()
        assert words == words.strip(" \t\n\r")
