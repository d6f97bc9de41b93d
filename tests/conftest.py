"""No test reads or writes what belongs to the person who runs it."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

EXAMPLES = os.environ.get("QUOTEDESK_EXAMPLES")
"""How many inputs are drawn for each test that draws them, other ones at each run; without it some, always the same.

The gate says the same of the same tree; `make fuzz` looks for what nobody has thought of.
"""
settings.register_profile(
    "drawn",
    max_examples=int(EXAMPLES or 40),
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("drawn")


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory):
    """Keep settings and data of the tests in a folder of their own; child processes inherit it."""
    home: Path = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        yield


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name bytes by their kind: packed ones hold the time, so that each process would find tests of other names."""
    return "bytes" if isinstance(val, bytes) else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes a minute, so that at the end no process works on it while the other has nothing to do."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
