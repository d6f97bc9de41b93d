from core.formats.cas.layers import type_system
from core.formats.cas.writing import cas_of
from tests.core.formats.cas.files_of import TEXT, example


def test_every_span_begins_and_ends_with_a_token_and_the_article_is_noted_at_its_first_sentence():
    cas = cas_of(example(), type_system(), str)
    tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    starts, ends = {one.begin for one in tokens}, {one.end for one in tokens}
    for layer in ("Quote", "SpeakerMention", "Cue", "QuotedPart"):
        for one in cas.select(f"webanno.custom.{layer}"):
            assert one.begin in starts
            assert one.end in ends
    (article,) = cas.select("webanno.custom.Article")
    assert (article.begin, article.end) == (0, 0)
    (metadata,) = cas.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")
    assert (metadata.documentTitle, metadata.documentId, metadata.end) == ("Rain", "wire/7", len(TEXT))


def test_the_text_and_every_feature_are_cleaned():
    cas = cas_of(example(), type_system(), lambda words: words.replace("Karel", "-----"))
    assert [one.speakerName for one in cas.select("webanno.custom.Quote") if one.speakerName] == ["----- Čapek"]
