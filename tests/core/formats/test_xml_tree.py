import pytest
from lxml import etree

from core.formats.xml_tree import xml_root


def test_xml_becomes_a_tree():
    assert xml_root("<a>é<b/></a>".encode())[0].tag == "b"


def test_no_entity_is_put_in(tmp_path):
    (tmp_path / "secret").write_text("secret")
    for entity in ('"grown"', f'SYSTEM "file://{tmp_path}/secret"'):
        root = xml_root(f"<!DOCTYPE a [<!ENTITY e {entity}>]><a>&e;</a>".encode())
        assert etree.tostring(root) == b"<a>&e;</a>"


@pytest.mark.parametrize("data", [b"", b"words", b"<a>", b"<a>" * 1_000 + b"</a>" * 1_000])
def test_what_is_not_well_formed_or_too_deep_is_refused(data):
    with pytest.raises(etree.XMLSyntaxError):
        xml_root(data)
