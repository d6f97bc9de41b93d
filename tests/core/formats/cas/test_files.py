from core.formats.cas.files import article_of, write_folder
from core.formats.cas.graph import Graph
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import in_memory
from tests.core.formats.cas.files_of import example


def test_two_annotators_of_an_article_have_files_of_their_own(tmp_path):
    assert write_folder([example(), example()], tmp_path, ".x", str, lambda cas: b"bytes") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["TypeSystem.xml", "wire%2F7.ana.x", "wire%2F7.x"]


def test_further_texts_of_a_file_are_told():
    problems = Problems()
    graph = Graph("Words.", others={"translation": 1, "second": 2})
    assert len(list(article_of(graph, in_memory(b"", "a.json", "a"), problems, Reading()))) == 1
    assert problems.remarks == [
        "a.json: left out 1 more text (view translation) with 1 annotation",
        "a.json: left out 1 more text (view second) with 2 annotations",
        "a.json: has no layer of quotes, so only its text was taken",
    ]
