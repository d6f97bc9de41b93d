"""Projects that the tests of this room open, and a transaction of an annotator in one."""

import pytest

from core.store import engine as engines
from core.store.transaction import Transaction
from tests.support.projects import desk, empty, project

__all__ = ["desk", "empty", "project"]


@pytest.fixture
def transaction(project):
    engine = engines.connect(project)
    with Transaction(engine, "ana") as found:
        yield found
    engines.close(engine)
