from core.learning.lessons import lessons
from tests.core.formats.inline.test_reading import line_of


def test_articles_are_read_beside_their_annotation():
    lines = [line_of("{by1=ana:Ana} {cue1:said} {i1:that it rained}."), line_of("It rained.")]
    first, second = lessons(lines)
    assert first.reading.analysis.text == lines[0].document.text
    assert first.truth.quote(first.reading.passages[0]) == lines[0].layer.quotes[0]
    assert second.reading.passages == ()
