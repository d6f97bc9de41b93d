import os

from core.formats.folder import files_of, is_shown, without_companions


def test_a_folder_stands_for_its_files_hidden_and_odd_ones_excepted(tmp_path):
    for name in ("b.txt", "deep/a.txt", "deep/.hidden/c.txt", ".d.txt", "words.txt", "words.ann"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    walked = list(files_of(tmp_path / "in"))
    assert [str(path.relative_to(tmp_path)) for path in walked if path] == ["in/b.txt", "in/deep/a.txt", "in/words.ann"]
    assert walked.count(None) == 2


def test_what_has_no_files_is_itself(tmp_path):
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    (tmp_path / "one.txt").write_text("Words.")
    for name in ("empty", "one.txt", ".one.txt", "missing"):
        assert [path for path in files_of(tmp_path / name) if path] == [tmp_path / name]


def test_hidden_files_and_those_in_hidden_folders_are_not_shown():
    assert [is_shown(name) for name in ("a.txt", "a/b.txt", ".a", "a/.b", ".a/b", "a.b/c")] == [
        True,
        True,
        False,
        False,
        False,
        True,
    ]


def test_what_is_read_along_with_another_is_left_out_wherever_it_stands():
    names = ["b/x.txt", "b/x.ann", "x.txt", "a.txt"]
    assert without_companions(names) == ["a.txt", "b/x.ann", "x.txt"]
