import re
from statistics import fmean

from core.labelling.labels import model_record
from core.model.identity import sha256_of, suggested_quote_id, suggested_speaker_id
from core.model.terms import Kind, Relation, SpeakerKind, SpeakerType
from core.rank.weights import fingerprint
from core.resources import seed

TEXT = seed("000_4c9c392237cbb535.txt").read_text(encoding="utf-8")


def test_the_seed_article(label):
    labels = label(TEXT)
    kinds = [quote.kind for quote in labels.quotes]
    assert [kinds.count(kind) for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)] == [7, 1, 4]
    said = [quote.speaker_name for quote in labels.quotes]
    leader, minister = "Lukashenko", "Lavrov"
    assert said == [leader, minister, *[leader] * 6, *[minister] * 4]
    assert [speaker.name for speaker in labels.speakers][:2] == [leader, minister]
    assert {quote.speaker_type for quote in labels.quotes} == {SpeakerType.NAMED}


def test_hard_ones_of_the_seed_are_less_sure(label):
    by_mention = {}
    for quote in label(TEXT).quotes:
        by_mention.setdefault(TEXT[slice(*quote.mention)], []).append(quote.confidence)
    easy = min(by_mention["Lukashenko"])
    assert max(by_mention["the Belarusian leader"]) < easy
    assert max(by_mention["the minister"]) < easy
    *others, friday = by_mention["He"]
    assert friday < easy, "the minister, named by his role in the sentence before"
    assert fmean([*others, friday]) < easy


def test_reasons_are_in_words(label):
    quotes = label(TEXT).quotes
    assert quotes[1].candidates[0].evidence == "subject of “noted”"
    assert quotes[0].candidates[0].evidence == "“the Belarusian leader”, subject of “noted”"
    assert all(candidate.evidence for quote in quotes for candidate in quote.candidates)


def test_ids_are_computed(label):
    text = "“I agree,” Ann Lee said."
    labels = label(text)
    [quote] = labels.quotes
    assert quote.id == suggested_quote_id(sha256_of(text), quote.fragments, quote.kind)
    assert quote.speaker_id == suggested_speaker_id(sha256_of(text), "Ann Lee")
    assert label(text) == labels


def test_who_said_it_with_somebody_else(label):
    [quote] = label("Rosa Klein and Otto Brandl said that they would stay.").quotes
    assert quote.speaker_name == "Rosa Klein"
    [second] = quote.more_speakers
    assert (second.relation, second.speaker_name) == (Relation.JOINT, "Otto Brandl")


def test_sources_without_a_name_are_described(label):
    [quote] = label("A senior official said that the talks had failed.").quotes
    assert (quote.speaker_type, quote.speaker_name, quote.speaker_id) == (
        SpeakerType.UNNAMED,
        "A senior official",
        None,
    )
    [quote] = label("Residents said that the road was closed.").quotes
    assert (quote.speaker_type, quote.speaker_name) == (SpeakerType.COLLECTIVE, "Residents")
    [quote] = label("The ministry said that the road was closed.").quotes
    assert quote.speaker_type is SpeakerType.COLLECTIVE


def test_nobody(label):
    [quote] = label("A note was taped to the door: “Back in ten minutes.”").quotes
    assert (quote.speaker_type, quote.mention, quote.speaker_name) == (SpeakerType.NONE, None, None)


def test_a_pronoun_alone_leaves_it_open(label):
    [quote] = label("She said that the road was closed.").quotes
    assert (quote.speaker_type, quote.speaker_name) == (SpeakerType.UNDECIDED, None)


def test_an_interviews_label_is_shown(label):
    quotes = label("Q: When did you see it?\n\nA: About ten.\n\nQ: Were you frightened?\n\nA: No.").quotes
    assert {quote.candidates[0].evidence for quote in quotes} == {"named before the colon"}


def test_a_body_is_a_group(label):
    labels = label("The Red Crescent reported that two villages were cut off.")
    assert {speaker.kind for speaker in labels.speakers} == {SpeakerKind.GROUP}


def test_the_model_is_known_by_its_weights():
    model = model_record()
    assert model.name == "quotedesk-en"
    assert re.match(r"\d", model.version)
    assert model.weights == fingerprint()
