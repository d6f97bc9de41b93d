from core.formats.cas.files import write_folder
from tests.core.formats.cas.files_of import example


def test_two_annotators_of_an_article_have_files_of_their_own(tmp_path):
    assert write_folder([example(), example()], tmp_path, ".x", str, lambda cas: b"bytes") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["TypeSystem.xml", "wire%2F7.ana.x", "wire%2F7.x"]
