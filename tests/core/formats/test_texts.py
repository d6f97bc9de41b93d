import pytest

from core.errors import UserMistake
from core.formats.problems import Problems
from core.formats.texts import texts_of
from core.model.identity import sha256_of


def test_texts_of_every_format_are_found_by_their_checksum(tmp_path):
    (tmp_path / "a.txt").write_text("Words.\r\n", newline="")
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "Other words."}\n{"id": "bad"}\n')
    problems = Problems()
    found = texts_of(tmp_path, problems)
    assert found == {sha256_of(text): text for text in ("Words.\r\n", "Other words.")}
    assert problems.count == 1


def test_a_folder_that_is_not_there_is_refused_at_once(tmp_path):
    with pytest.raises(UserMistake, match=r"There is no folder .*missing with texts\. Nothing was taken"):
        texts_of(tmp_path / "missing", Problems())
