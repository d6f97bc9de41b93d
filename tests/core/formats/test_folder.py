import os

from core.formats.folder import MANIFEST_FORMAT, files_of, is_manifest, is_shown, without_companions


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


def test_manifests_of_exports_are_no_articles_but_files_that_are_only_called_so_are(tmp_path):
    ours = f'{{\n  "format": "{MANIFEST_FORMAT}",\n  "counts": {{}}\n}}'
    for name, text in (("a.txt", "Words."), ("manifest.json", ours), ("b.jsonl.manifest.json", ours)):
        (tmp_path / name).write_text(text)
    assert [path.name for path in files_of(tmp_path) if path] == ["a.txt"]
    (tmp_path / "manifest.json").write_text('{"text": "A manifest."}')
    assert [path.name for path in files_of(tmp_path) if path] == ["a.txt", "manifest.json"]
    assert not is_manifest("a.json", ours.encode())
