import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats.prose.front_matter import LONGEST, front_matter


def values(block, fence="---"):
    found = front_matter(f"{fence}\n{block}\n{fence}\nText")
    return None if found is None else found.values


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("opening", "closing"), [("---", "---"), ("--- ", "...\t"), ("+++", "+++")])
def test_the_block_ends_where_the_text_begins(end, opening, closing):
    line = "title = 'A 🚧'" if opening == "+++" else "title: A 🚧"
    text = end.join([opening, line, closing, "", " ", " Text", "---", ""])
    found = front_matter(text)
    assert found.values == {"title": "A 🚧"}
    assert found.written == line + end
    assert text[found.end :] == end.join([" Text", "---", ""])


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: He said: no", "He said: no"),
        ("title:  bare words   # a remark", "bare words"),
        ("title: C# in use", "C# in use"),
        (r'title: "a \"b\" \\ caf\u00e9 \xe9 \U0001f6a7 \ud83d" # c', r'a "b" \ café é 🚧 \ud83d'),
        ("title: 'it''s'", "it's"),
        ("title: >-\n  one\n  two", "one two"),
        ("title: | # kept\n  one\n\n  two\n", "one two"),
        ("TITLE: a", "a"),
        ("title:", ""),
        ("title: [a, b]", ""),
        ("title: {a: b}", ""),
        ("title:\n- a\n- b\n  c: d", ""),
        ('title: "open', '"open'),
        ("# first\n\ntitle: a\n# last", "a"),
    ],
)
def test_values_are_read_as_written_by_people(line, value):
    assert values(line) == {"title": value}


@pytest.mark.parametrize(
    "block", ["A rule, then text", "title: a\nand text", "", "\n", "- a", "He said: no", "title:a"]
)
def test_a_rule_is_no_front_matter(block):
    assert values(block) is None


def test_toml_gives_words():
    block = 'Title = "A"\ndate = 2020-06-19T10:00:00Z\ntags = ["a"]\ndraft = true\n[params]\na = 1'
    assert values(block, "+++") == {
        "title": "A",
        "date": "2020-06-19 10:00:00+00:00",
        "tags": "",
        "draft": "True",
        "params": "",
    }


@pytest.mark.parametrize("block", ["title: A", "= 1", "a = " + "[" * 5000])
def test_broken_toml_is_text(block):
    assert values(block, "+++") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text",
        "---",
        "---\n",
        "---\ntitle: a",
        " ---\ntitle: a\n---\n",
        "----\ntitle: a\n----\n",
        "---\ntitle: a\n+++\n",
    ],
)
def test_without_a_whole_block_all_is_text(text):
    assert front_matter(text) is None


def test_an_endless_block_is_text():
    assert front_matter("---\n" + "a: b\n" * LONGEST + "---\n") is None


def test_a_block_alone_leaves_no_text():
    assert front_matter("---\na: b\n---").end == len("---\na: b\n---")


@given(st.sampled_from(["---\n", "+++\n"]), st.text("ab: \n\r\t-.+='\"\\[]{}|>#éu0", max_size=60))
def test_any_text_is_cut_within_itself(fence, rest):
    text = f"{fence}{rest}"
    found = front_matter(text)
    if found is not None:
        assert 0 < found.end <= len(text)
        assert found.written in text
