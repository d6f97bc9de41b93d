from lxml import etree

from core.formats.tei_xml.writing import element, escaped, opening


def test_every_character_comes_back_as_it_was():
    odd = "a<b>&amp;\"'\r\n\t\u0085\u2028𝔘"
    root = etree.fromstring(f"<x>{element('y', odd, z=odd)}</x>".encode())
    assert root[0].text == odd
    assert root[0].get("z") == odd


def test_what_xml_cannot_hold_becomes_a_sign_of_its_own():
    assert escaped("a\x00b\ufffec") == "a\ufffdb\ufffdc"


def test_attributes_without_a_value_are_left_out():
    assert opening("a", {"b": None, "c": "1"}, empty=True) == '<a c="1"/>'
