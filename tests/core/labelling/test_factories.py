import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.errors import UserMistake
from core.labelling.factories import KEY, labels_in
from core.labelling.labels import Labels

TEXT = "“If it rains,” Nora Vance said, “we go.” She added that the “old” road was closed."


@pytest.fixture(scope="module")
def pipeline():
    from core.nlp.pipeline import build_pipeline

    nlp = build_pipeline()
    nlp.add_pipe("quotedesk")
    return nlp


def test_quotes_are_spans(pipeline):
    doc = pipeline(TEXT)
    assert [(span.text, span.label_) for span in doc.spans["quotedesk"]] == [
        ("“If it rains,”", "direct"),
        ("“we go.”", "direct"),
        ("that the “old” road was closed", "indirect"),
    ]
    labels = doc._.quotedesk
    assert isinstance(labels, Labels)
    assert [quote.speaker_name for quote in labels.quotes] == ["Nora Vance", "Nora Vance"]
    assert [span.id_ for span in doc.spans["quotedesk"]] == [
        labels.quotes[0].id,
        labels.quotes[0].id,
        labels.quotes[1].id,
    ]


def test_the_labels_are_those_of_the_labeller(pipeline, label):
    assert pipeline(TEXT)._.quotedesk == label(TEXT)


def test_docs_can_be_stored(pipeline):
    from spacy.tokens import Doc

    doc = pipeline(TEXT)
    again = Doc(pipeline.vocab).from_bytes(doc.to_bytes())
    assert again._.quotedesk == doc._.quotedesk
    assert len(again.spans[KEY]) == 3


def test_an_empty_doc_has_no_quotes(pipeline):
    assert list(pipeline("").spans[KEY]) == []


def test_a_doc_that_was_not_read_has_no_labels(nlp):
    assert labels_in(nlp.make_doc("Yes.")) is None


def test_a_pipeline_without_a_parser_still_finds_marks():
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("quotedesk")
    doc = nlp("“We will go home now.”")
    assert [span.text for span in doc.spans[KEY]] == ["“We will go home now.”"]


def test_importing_it_brings_nothing_heavy():
    """Every spaCy pipeline on the machine imports the file."""
    code = (
        "import sys, spacy; before = set(sys.modules); import core.labelling.factories;"
        "print(sorted(name for name in set(sys.modules) - before if name.split('.')[0] not in ('core',)),"
        " any(name.startswith(('core.rank', 'core.nlp')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"


def test_a_pipeline_of_another_language_is_refused_by_name():
    import spacy

    with pytest.raises(UserMistake, match="no word lists for the language “de”"):
        spacy.blank("de").add_pipe("quotedesk")


def test_each_doc_is_read_in_the_language_of_its_pipeline(pipeline):
    from core.nlp.lexicon import lexicon

    def read_elsewhere():
        doc = pipeline(TEXT)
        return len(doc.spans["quotedesk"]), len(lexicon().verbs)

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(read_elsewhere).result() == (3, len(lexicon().verbs))
