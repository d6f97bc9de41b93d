"""What the tests of the engine share: the spaCy pipeline and the labeller, loaded once for all of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from core.labelling.engine import Engine
from core.labelling.labelling import Labeller
from core.labelling.labels import Labels
from core.model.analysis import Analysis
from core.model.reading import Reading
from core.nlp.paragraphs import paragraph_spans
from core.nlp.reader import read

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> "Language":
    from core.nlp.pipeline import build_pipeline

    return build_pipeline()


@pytest.fixture(scope="session")
def analyse(nlp: "Language") -> Callable[[str], Analysis]:
    from core.nlp.to_analysis import to_analysis

    return lambda text: to_analysis(nlp(text), paragraph_spans(text))


@pytest.fixture(scope="session")
def reading_of(analyse: Callable[[str], Analysis]) -> Callable[[str], Reading]:
    return lambda text: read(analyse(text), paragraph_spans(text))


@pytest.fixture(scope="session")
def engine(nlp: "Language") -> Engine:
    return Engine(nlp)


@pytest.fixture(scope="session")
def label(engine: Engine) -> Callable[[str], Labels]:
    return lambda text: next(engine.label_all([text]))


@pytest.fixture(scope="session")
def labeller() -> Labeller:
    return Labeller()
