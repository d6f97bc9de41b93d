"""What the papers promise: each dependency has its reason, locks name no host, nothing speaks of where it was made."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).exists()]


def texts() -> dict[str, str]:
    found = {}
    for path in tracked():
        try:
            found[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def test_each_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dev"], *extras["eval"]]
    names = {re.split(r"[<>=!;\s\[]", each)[0] for each in wanted}
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert {name for name in names if f"**{name}**" not in reasons} == set()


def test_locks_carry_hashes_and_name_no_host():
    for name in ("all.txt", "eval.txt", "uv.txt"):
        lock = (ROOT / "requirements" / name).read_text()
        pinned = re.findall(r"^[a-z0-9-]+==", lock, re.MULTILINE)
        assert pinned
        assert lock.count("--hash=sha256:") >= len(pinned)
        assert "://" not in lock


def test_no_machine_path_is_written_down():
    here = re.compile("/" + r"(work|root|home/\w+)/")
    assert {name for name, text in texts().items() if here.search(text)} == set()


def test_nothing_is_pickled():
    pickling = re.compile(r"^\s*(import|from) (pickle|dill|cloudpickle|joblib|shelve|marshal)\b", re.MULTILINE)
    found = {name for name, text in texts().items() if name.endswith(".py") and pickling.search(text)}
    assert found == set()
