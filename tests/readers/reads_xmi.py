"""UIMA CAS XMI by dkpro-cassis; and its offsets once more as Java counts them, in UTF-16."""

import pytest
from cas_files import check
from cassis import load_cas_from_xmi
from lxml import etree
from truth import by_file, exports

CAS = "{http:///uima/cas.ecore}"
CUSTOM = "{http:///webanno/custom.ecore}"


@pytest.mark.parametrize(("which", "folder"), exports("xmi"))
def test_cassis_reads_what_was_exported(which, folder):
    check(which, folder, ".xmi", load_cas_from_xmi)


@pytest.mark.parametrize(("which", "folder"), exports("xmi"))
def test_java_would_cut_the_same_words(which, folder):
    for stem, line in by_file(which).items():
        root = etree.parse(folder / f"{stem}.xmi").getroot()
        units = root.find(f"{CAS}Sofa").get("sofaString").encode("utf-16-le")
        words = sorted(
            units[2 * int(one.get("begin")) : 2 * int(one.get("end"))].decode("utf-16-le")
            for one in root.iter(f"{CUSTOM}Quote")
        )
        assert words == sorted(each for quote in line["quotes"] for each in quote["surface"])
