import pytest

from core.corpus.articles import article, articles
from core.errors import BadInput
from tests.core.formats.inline.test_heading import HEADING
from tests.core.formats.inline.test_heading import join as written


def test_articles_come_by_id_and_are_named_by_their_files(tmp_path):
    for name in ("b-two", "a-one"):
        (tmp_path / f"{name}.inline").write_bytes(written(HEADING, "It rained.").encode("utf-8"))
    (tmp_path / "README.md").write_text("Not an article.")
    assert [line.document.id for line in articles(tmp_path)] == ["a-one", "b-two"]


def test_line_ends_stay_as_they_are(tmp_path):
    path = tmp_path / "a.inline"
    path.write_bytes(written(HEADING, "It rained.\r\nIt snowed.\r").encode("utf-8"))
    assert article(path).document.text == "It rained.\r\nIt snowed.\r"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"no heading", "bad.inline: does not begin with a heading"),
        (written(HEADING, "caf\u00e9").encode("utf-8")[:-2] + b"\n", "bad.inline: is not UTF-8"),
        (written(HEADING, "{d1:open").encode("utf-8"), "bad.inline: line 1 of the text"),
    ],
)
def test_what_is_wrong_names_the_file(tmp_path, content, complaint):
    path = tmp_path / "bad.inline"
    path.write_bytes(content)
    with pytest.raises(BadInput) as raised:
        article(path)
    assert str(raised.value).startswith(complaint)


def test_a_folder_or_nothing_in_the_place_of_an_article_is_said(tmp_path):
    (tmp_path / "folder.inline").mkdir()
    for name, told in [("folder.inline", "is a folder, not a file"), ("none.inline", "there is no such file")]:
        with pytest.raises(BadInput) as raised:
            article(tmp_path / name)
        assert str(raised.value) == f"{name}: {told}"
