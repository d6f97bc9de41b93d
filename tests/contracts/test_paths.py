"""Whether a path is there is asked by `os.path`: before Python 3.14, the methods of `Path` raise where it is forbidden."""

import ast

from tests.contracts.test_sizes import FILES, ROOT

RAISING = {"exists", "is_dir", "is_file", "is_symlink", "glob"}
OTHERS = {"info.is_dir()": "a member of an archive", "resource('themes').glob('*.qss')": "our own folder"}


def calls():
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in RAISING:
                words = ast.unparse(node)
                if not words.startswith("os.path.") and words not in OTHERS:
                    yield f"{path.relative_to(ROOT)}:{node.lineno} {words}"


def test_no_question_about_a_path_raises():
    assert list(calls()) == []
