"""The words are those of the format: files and projects hold them, so none may change."""

from core.model import terms

WORDS = {
    "Kind": "direct mixed indirect",
    "SpeakerType": "named unnamed collective none undecided",
    "SpeakerKind": "person group document unknown",
    "Status": "suggested accepted corrected added",
    "State": "new in_work complete",
    "Relation": "joint alternative relayed_by",
    "Via": "enter digit typed click edit propagated merge bulk import",
    "Reason": "scare title not_speech wrong_span duplicate",
    "ZoneType": "headline caption pull_quote embed byline",
}


def test_each_list_has_just_these_words():
    found = {name: " ".join(each) for name in WORDS for each in [getattr(terms, name)]}
    assert found == WORDS


def test_a_term_is_its_word():
    assert terms.Kind("mixed") is terms.Kind.MIXED
    assert f"{terms.Relation.RELAYED_BY}" == "relayed_by"
