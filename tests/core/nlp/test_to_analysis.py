from core.nlp.paragraphs import paragraph_spans
from core.nlp.to_analysis import Gatherer, to_analysis


def _blank():
    import spacy

    return spacy.blank("en")


TEXT = "Ann Lee spoke in Cork.\n\nShe said that it rained."


def test_tokens_arcs_and_names(nlp):
    found = to_analysis(nlp(TEXT), paragraph_spans(TEXT))
    assert found.words[:5] == ["ann", "lee", "spoke", "in", "cork"]
    assert all(
        found.text[start:end].lower() == word
        for start, end, word in zip(found.starts, found.ends, found.words, strict=True)
    )
    said = found.words.index("said")
    assert found.lemmas[said] == "say"
    assert found.pos[said] == "VERB"
    assert found.words[found.child(said, "nsubj")] == "she"
    assert ("PERSON", "ann", "lee") in [
        (ent.label, found.words[ent.first], found.words[ent.last]) for ent in found.entities
    ]


def test_sentences_and_arcs_stay_in_their_paragraph(nlp):
    text = "A headline without a stop\n\nIt rained all day."
    found = to_analysis(nlp(text), paragraph_spans(text))
    assert set(found.paragraphs) == {0, 1}
    for token, head in enumerate(found.heads):
        assert found.paragraphs[token] == found.paragraphs[head]
    for before, after in zip(range(len(found)), range(1, len(found)), strict=False):
        if found.paragraphs[before] != found.paragraphs[after]:
            assert found.sentences[before] != found.sentences[after]


def test_pieces_come_together_as_one(nlp):
    gatherer = Gatherer(TEXT, paragraph_spans(TEXT))
    cut = TEXT.index("She")
    gatherer.take(nlp(TEXT[:cut]), 0)
    gatherer.take(nlp(TEXT[cut:]), cut)
    found = gatherer.analysis()
    assert [found.surface(token) for token in range(len(found))] == [token.text for token in nlp(TEXT)]
    assert found.words[found.heads[found.words.index("she")]] == "said"


def test_a_pipeline_without_a_parse_gives_roots():
    text = "He said “yes”."
    found = to_analysis(_blank()(text), paragraph_spans(text))
    assert list(found.heads) == list(range(len(found)))
    assert set(found.sentences) == {0}


def test_an_empty_doc(nlp):
    assert len(to_analysis(nlp(""), [])) == 0
