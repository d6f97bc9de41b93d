from itertools import combinations

import pytest
from msgspec.structs import replace

from core.corpus.articles import articles
from core.corpus.checks import flaws, shared_runs
from core.resources import seed
from tests.core.formats.inline.test_reading import line_of

FILLING = " ".join(f"word{number}" for number in range(220))
SOUND = "{by1=ana:Ana Ruiz} {cue1:said} {i1:it held}. {by2=ben:Ben Okoro} {cue2:wrote}: {d2:“No.”} {by3=packet:The Packet} {cue3:agreed} {i3:that it did}. "


def flaws_of(marked):
    return list(flaws(line_of(SOUND + marked + FILLING)))


def test_a_sound_article_has_no_flaw():
    assert flaws_of("") == []
    assert flaws_of("It's a pupils' house, in the {word:‘Rattler’} style, 6'2\". ".replace('"', "")) == []


@pytest.mark.parametrize(
    ("marked", "flaw"),
    [
        ("{i4=ana:it held }", "q4: “it held ” begins or ends with a blank or a sign"),
        ("{i4=ana:, it held}", "q4: “, it held” begins or ends with a blank or a sign"),
        ("{i4=ana:it held.}", "q4: “it held.” takes in the sign after the clause"),
        ("“{d4=ana:It held}”", "q4: “It held” leaves its opening mark outside"),
        ("The “refit” of it. ", "a quotation mark in no bracket: …"),
        ("{by4=ana:She} {cue4:said} {i4:it held «well» so}. ", "a quotation mark in no bracket: …"),
        ("{i4=undecided:it held}", "q4: has an undecided speaker"),
        ("{i4=unnamed:it held}", "q4: is unnamed and has no mention"),
    ],
)
def test_each_flaw_is_told(marked, flaw):
    assert any(told.startswith(flaw) for told in flaws_of(marked))


def test_length_and_roster_are_checked():
    told = list(flaws(line_of("{by1=ana:The mayor} {cue1:said} {i1:it held}.")))
    assert told == [
        "has 5 words, not 200 to 450",
        "Ana Ruiz is nowhere in the text, nor an alias",
        "Ben Okoro is in the roster and says nothing",
        "Ben Okoro is nowhere in the text, nor an alias",
        "The Packet is in the roster and says nothing",
        "The Packet is nowhere in the text, nor an alias",
    ]


def test_twelve_words_in_common_are_told_whatever_their_signs_and_case():
    line = line_of("One two three four five six seven eight nine ten, eleven twelve. Thirteen.")
    other = line_of("So: one two three four five six “seven” eight nine ten eleven Twelve!")
    other = replace(other, document=replace(other.document, id="other"))
    assert list(shared_runs([line, other])) == [
        "bridge and other share “one two three four five six seven eight nine ten eleven twelve”"
    ]
    shorter = replace(other, document=replace(other.document, text=other.document.text.replace("nine ", "")))
    assert list(shared_runs([line, shorter])) == []


@pytest.fixture(scope="module")
def ours():
    return list(articles(seed("corpus")))


def test_our_corpus_has_no_flaw(ours):
    assert [f"{line.document.id}: {flaw}" for line in ours for flaw in flaws(line)] == []


def test_no_two_of_our_articles_share_twelve_words(ours):
    assert list(shared_runs(ours)) == []


def test_our_corpus_is_as_large_and_as_varied_as_promised(ours):
    assert len(ours) >= 150
    assert sum(len(line.layer.quotes) for line in ours) >= 1500
    assert len({line.document.extra["genre"] for line in ours}) >= 12


def test_every_span_of_our_corpus_lies_in_its_text_and_holds_words(ours):
    for line in ours:
        length = len(line.document.text)
        for quote in line.layer.quotes:
            evidence = [span for span in (quote.mention, quote.cue) if span]
            for start, end in [*quote.fragments, *quote.quoted, *evidence]:
                assert 0 <= start < end <= length, (line.document.id, quote.id)


def test_the_pieces_of_our_quotes_do_not_overlap(ours):
    for line in ours:
        for quote in line.layer.quotes:
            assert all(one.end <= two.start for one, two in combinations(quote.fragments, 2)), (
                line.document.id,
                quote.id,
            )
