"""UIMA CAS JSON by dkpro-cassis."""

import pytest
from cas_files import check
from cassis import load_cas_from_json
from truth import exports


@pytest.mark.parametrize(("which", "folder"), exports("casjson"))
def test_cassis_reads_what_was_exported(which, folder):
    check(which, folder, ".json", lambda file, types: load_cas_from_json(file, typesystem=types))
