"""What every test of the window stands on: no display needed, the bundled fonts, articles that never change."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from core.model.overview import Article
from gui.fonts import load_fonts
from tests.gui.frame import frame, made_project, start  # noqa: F401
from tests.support.articles import big_article, packed_article, seed_article


@pytest.fixture(autouse=True)
def fonts(qapp):
    """Load the bundled fonts before anything is measured."""
    load_fonts()


@pytest.fixture(scope="session")
def seed() -> Article:
    """The sample article, five of its twelve quotes checked."""
    return seed_article()


@pytest.fixture(scope="session")
def packed() -> Article:
    """Thirty-two short quotes on ten lines."""
    return packed_article()


@pytest.fixture(scope="session")
def big() -> Article:
    """100,000 words with 10,000 quotes."""
    return big_article()
