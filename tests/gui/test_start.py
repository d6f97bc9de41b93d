"""What can't be opened is refused in one sentence before a window shows."""

from pathlib import Path

import pytest

from core.errors import QuotedeskError
from gui.start import check


def wrong_files(folder: Path) -> dict[str, bytes | None]:
    newer = bytearray(100)
    newer[:16], newer[60:64], newer[68:72] = b"SQLite format 3\x00", b"\x00\x00\x00\x63", b"QDK1"
    return {
        "missing.qdesk": None,
        "random.qdesk": b"\x93\x00\xff" * 50,
        "newer.qdesk": bytes(newer),
        "empty.txt": b"",
        "control.txt": b"a\x01b\x02c",
        "broken.jsonl": b'{"id": 1',
    }


@pytest.mark.parametrize("name", wrong_files(Path()))
def test_what_can_not_be_opened_is_left_as_it_is(name: str, tmp_path: Path):
    path, content = tmp_path / name, wrong_files(tmp_path)[name]
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(QuotedeskError, match=name):
        check([path])
    assert [each.name for each in tmp_path.iterdir()] == ([name] if content is not None else [])
    assert content is None or path.read_bytes() == content


def test_a_folder_and_two_projects_are_refused(tmp_path: Path):
    with pytest.raises(QuotedeskError, match="is a folder"):
        check([tmp_path])
    for name in ("a.qdesk", "b.qdesk"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(QuotedeskError, match="only one project"):
        check([tmp_path / "a.qdesk", tmp_path / "b.qdesk"])


def test_a_project_that_is_ours_and_damaged_is_left_to_the_window_to_tell(made_project: Path, tmp_path: Path):
    path = tmp_path / "work.qdesk"
    path.write_bytes(made_project.read_bytes()[:8192])
    check([path])
    assert path.stat().st_size == 8192
