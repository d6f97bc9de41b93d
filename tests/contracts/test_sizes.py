"""Files, functions and classes stay small; the limits only tighten."""

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    path
    for room in ("core", "gui")
    for path in (ROOT / room).rglob("*.py")
    if "migrations/versions" not in path.as_posix()
)
LONGEST_FILE, USUAL_FILE, MEDIAN_FILE = 400, 300, 120
LONGEST_FUNCTION, USUAL_FUNCTION, MEDIAN_FUNCTION = 60, 30, 10
MOST_METHODS, MOST_ARGUMENTS = 30, 6


def functions() -> list[tuple[str, ast.FunctionDef]]:
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]


def percentile(sizes: list[int], share: float) -> int:
    return sorted(sizes)[min(len(sizes) - 1, int(len(sizes) * share))]


def test_files_are_short():
    sizes = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert len(sizes) > 50, "the rooms were not found"
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}
    assert percentile(list(sizes.values()), 0.95) <= USUAL_FILE
    assert median(sizes.values()) <= MEDIAN_FILE


def test_functions_fit_on_a_screen():
    sizes = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in functions()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}
    assert percentile(list(sizes.values()), 0.95) <= USUAL_FUNCTION
    assert median(sizes.values()) <= MEDIAN_FUNCTION


def is_verb(name: str, node: ast.FunctionDef) -> bool:
    """A verb of the command line has an argument for each of its options."""
    arguments = [*node.args.args, *node.args.kwonlyargs]
    return name.startswith("core/cli/") and all("Annotated" in ast.dump(each) for each in arguments)


def test_functions_take_few_arguments():
    many = {
        name: count
        for name, node in functions()
        if not is_verb(name, node)
        and (
            count := len([each for each in [*node.args.args, *node.args.kwonlyargs] if each.arg not in ("self", "cls")])
        )
        > MOST_ARGUMENTS
    }
    assert many == {}


def test_classes_have_few_methods():
    counts = {}
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
                counts[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = len(methods)
    assert {name: count for name, count in counts.items() if count > MOST_METHODS} == {}
    assert percentile(list(counts.values()), 0.95) <= 20


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc", "base", "manager"])
def test_no_file_is_named_after_nothing(name: str):
    assert [path for path in FILES if path.stem == name or path.parent.name == name] == []
