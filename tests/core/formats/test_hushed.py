import logging
import warnings

import pytest

from core.formats.hushed import hushed


def test_a_library_says_nothing_while_it_reads(caplog):
    with hushed("loud"):
        logging.getLogger("loud.inner").error("something odd")
        warnings.warn("old", DeprecationWarning, stacklevel=1)
    assert not caplog.records


def test_afterwards_all_is_as_before(caplog):
    logging.getLogger("loud").setLevel(logging.INFO)
    with pytest.raises(ValueError, match="x"), hushed("loud"):
        raise ValueError("x")
    logging.getLogger("loud").error("heard")
    assert [record.message for record in caplog.records] == ["heard"]
    assert logging.getLogger("loud").level == logging.INFO
