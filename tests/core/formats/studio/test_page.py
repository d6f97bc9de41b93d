from lxml import etree

from core.formats.spans_and_links.labels import LINKS, MARKS
from core.formats.studio.page import labeling_config


def test_the_page_has_every_label_and_relation():
    page = etree.fromstring(labeling_config())
    assert [one.get("value") for one in page.iter("Label")] == list(MARKS)
    assert [one.get("value") for one in page.iter("Relation")] == list(LINKS)
    names = [one.get("name") for one in page.iter() if one.get("name")]
    assert names == ["label", "text", "speaker_name", "speaker_type", "comment"]
    assert {one.get("toName") for one in page.iter() if one.get("toName")} == {"text"}


def test_white_space_is_shown_as_it_is():
    assert "pre-wrap" in labeling_config()
