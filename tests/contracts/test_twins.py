"""Every source file has its test file: same place, same name."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NO_TWIN = {"__init__.py"}


def test_every_file_has_its_twin():
    sources = [path for room in ("core", "gui") for path in (ROOT / room).rglob("*.py")]
    missing = [
        str(path.relative_to(ROOT))
        for path in sources
        if path.name not in NO_TWIN
        and "migrations" not in path.parts
        and not (ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{path.stem.strip('_')}.py").exists()
        and not (ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{path.name}").exists()
    ]
    assert len(sources) > 50
    assert missing == []


def test_every_public_thing_says_what_it_is_for():
    silent = []
    for path in [path for room in ("core", "gui") for path in (ROOT / room).rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree):
            silent.append(f"{path.relative_to(ROOT)}: module")
        for node in tree.body:
            public = isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_")
            if public and not ast.get_docstring(node) and "versions" not in path.parts:
                silent.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert silent == []
