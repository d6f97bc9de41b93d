from core.formats.cas.layers import CONTINUES, INSIDE, QUOTE, SLOTS, link_type, type_system


def test_slots_are_named_and_shaped_as_inception_has_them():
    types = type_system()
    assert link_type("speakers") == "webanno.custom.QuoteSpeakersLink"
    for slot, target in SLOTS.items():
        link = types.get_type(link_type(slot))
        assert link.supertype.name == "uima.cas.TOP"
        assert {one.name: one.rangeType.name for one in link.features} == {"role": "uima.cas.String", "target": target}
        feature = types.get_type(QUOTE).get_feature(slot)
        assert (feature.rangeType.name, feature.elementType.name) == ("uima.cas.FSArray", link_type(slot))


def test_relations_join_quotes():
    types = type_system()
    for name in (CONTINUES, INSIDE):
        ends = {one.name: one.rangeType.name for one in types.get_type(name).features}
        assert ends == {"Governor": QUOTE, "Dependent": QUOTE}


def test_the_type_system_is_the_same_every_time():
    assert type_system().to_xml() == type_system().to_xml()
