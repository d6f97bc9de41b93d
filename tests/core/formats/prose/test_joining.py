from core.formats.prose.joining import Prose
from core.model.terms import ZoneType


def test_paragraphs_stand_apart_and_zones_point_at_their_words():
    prose = Prose()
    for words, zone in (
        ("👩🏽‍🚀 lands \n safely", ZoneType.HEADLINE),
        (" \t", ZoneType.CAPTION),
        ("One\ttwo.", None),
        ("A boat.", ZoneType.CAPTION),
    ):
        prose.add(words, zone)
    assert prose.text == "👩🏽‍🚀 lands \n safely\n\nOne\ttwo.\n\nA boat."
    assert [(prose.text[zone["start"] : zone["end"]], zone["type"]) for zone in prose.zones] == [
        ("👩🏽‍🚀 lands \n safely", "headline"),
        ("A boat.", "caption"),
    ]
    assert prose.headline == "👩🏽‍🚀 lands safely"


def test_blank_paragraphs_alone_are_no_prose():
    prose = Prose()
    prose.add("\n \t")
    assert not prose
    assert (prose.text, prose.zones, prose.headline) == ("", [], None)
