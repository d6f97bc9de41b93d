import os
from pathlib import Path

from core.formats.articles import articles
from core.formats.folder import MANIFEST_FORMAT, empty_parts, files_of, is_manifest, is_shown, without_companions
from core.formats.problems import Problems


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


def test_linked_folders_are_looked_into_once_and_never_in_circles(tmp_path):
    for name in ("in/a.txt", "in/deep/b.txt", "out/c.txt", "out/more/d.txt", "far/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.")
    for link, to in (
        ("in/linked", "out"),
        ("in/twice", "out/more"),
        ("in/deep/up", "in"),
        ("in/all", "."),
        ("out/back", "in"),
        ("out/around", "out"),
        ("out/more/far", "far"),
        ("in/.hidden", "far"),
    ):
        (tmp_path / link).symlink_to(tmp_path / to)
    walked = [str(path.relative_to(tmp_path / "in")) for path in files_of(tmp_path / "in") if path]
    assert walked == ["a.txt", "deep/b.txt", "linked/c.txt", "twice/d.txt", "twice/far/e.txt"]


def test_linked_files_are_read_and_dead_links_are_told(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "a.txt").write_text("Words.")
    (folder / "a.txt").symlink_to(tmp_path / "a.txt")
    (folder / "b.txt").symlink_to("nowhere.txt")
    (folder / "round.txt").symlink_to("round.txt")
    problems = Problems()
    assert [line.document.text for line in articles([folder], problems)] == ["Words."]
    assert problems.first[0] == f"{folder / 'b.txt'}: is a link to nowhere.txt, which is not there"
    assert problems.first[1].startswith(f"{folder / 'round.txt'}: can't be read: ")


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


def test_parts_of_a_split_that_are_empty_by_its_manifest_are_no_articles(tmp_path):
    ours = f'{{"format": "{MANIFEST_FORMAT}", "split": {{"articles": {{"train": 2, "dev": 0, "test": 0}}}}}}'
    for name in ("out/train.spacy", "out/config.cfg", "out/dev.spacy", "out/test/x.conf", "test.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "out/manifest.json").write_text(ours)
    assert [path.name for path in files_of(tmp_path) if path] == ["train.spacy", "test.txt"]


def test_a_manifest_that_says_nothing_of_a_split_leaves_no_file_out():
    for data in (b"{}", b'{"split": null}', b'{"split": {"articles": 1}}', b"no JSON"):
        assert empty_parts(Path("out/manifest.json"), data) == set()
