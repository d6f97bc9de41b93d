import pytest
from msgspec.structs import replace

from core.corpus.articles import SUFFIX, articles
from core.errors import BadInput
from core.formats.inline.reading import read
from core.formats.inline.writing import write
from core.model.spans import Span
from core.model.terms import Reason
from core.resources import seed
from tests.core.formats.inline.test_reading import line_of

CORPUS = seed("corpus")


@pytest.mark.parametrize(
    "marked",
    [
        '{d1:"The bridge,"} {by1=ana:Ana Ruiz} {cue1:said}, {d1:"is safe."} {d2=ben:"Is it?"} The {scare:"refit"}.',
        '{headline:{i1:Bridge safe}, {cue1:says} {by1=ana:Ruiz}}\r\n\r\n{by2,3=ana:She} {cue2:said} {i2 future:it held} and {cue3:added} {m3:{q:"so"}}.',
        "{d1:{by2=ben:Ben} {cue2:told} me {i2:it held}}, {via1=packet:The Packet} {cue1:wrote}. \\{sic\\} \\\\ 👩🏽\u200d🚒",
        "{by1=ana:Ana} {cue1:said} {i1:{i2=ben:it held}}.",
    ],
)
def test_what_is_written_is_read_back(marked):
    line = line_of(marked)
    assert read(write(line), line.document.id) == line


def test_every_article_of_the_corpus_is_written_and_read_back():
    lines = list(articles(CORPUS))
    assert lines
    for line in lines:
        assert read(write(line), line.document.id) == line


def test_files_are_written_as_people_wrote_them():
    """The bracket text of most files comes back sign by sign: the order of brackets is the natural one."""
    same = [
        path.read_text("utf-8").split("\n+++\n")[1]
        == write(read(path.read_text("utf-8"), path.stem)).split("\n+++\n")[1]
        for path in CORPUS.glob(f"*{SUFFIX}")
    ]
    assert sum(same) >= 0.8 * len(same)


def test_what_brackets_can_not_say_is_refused():
    line = line_of("{by1=ana:Ana} {joint1=ben:Ben} {cue1:said} {i1:it held}. It was {word:“so”}.")
    (quote,) = line.layer.quotes
    crossing = replace(quote, mention=Span(2, quote.span.start + 2))
    unseen = replace(quote, more_speakers=(replace(quote.more_speakers[0], mention=None),))
    odd = replace(line.layer.rejected[0], reason=Reason.DUPLICATE)
    for layer, complaint in [
        (replace(line.layer, quotes=(crossing,)), "cross"),
        (replace(line.layer, quotes=(unseen,)), "second speaker has no mention"),
        (replace(line.layer, rejected=(odd,)), "reason duplicate has no bracket"),
    ]:
        with pytest.raises(BadInput, match=complaint):
            write(replace(line, layer=layer))
