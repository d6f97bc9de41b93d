from core.cli.changes import MOST, show_changes, show_summary
from core.desk.diff import ArticleChange, Difference, QuoteChange, SpeakerChange
from core.model.records import SecondSpeaker, Zone
from core.model.spans import Span
from core.model.terms import Relation, ZoneType


def change(what, words="“Yes,”", **fields):
    return QuoteChange(document_id="a", annotator=None, quote_id="q", what=what, words=words, fields=fields)


def test_long_words_are_cut_and_line_ends_are_shown(capsys):
    show_changes(Difference(articles_added=(), articles_removed=(), changes=(change("added", "a\n" * 90),)))
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("+ a a\\na")
    assert line.endswith("…")
    assert line.count("a") < MOST


def test_nothing_and_much_are_summed_up(capsys):
    show_summary(Difference(articles_added=(), articles_removed=(), changes=()))
    changes = (change("removed"), change("removed"), change("changed", comment=("", "x")))
    show_summary(Difference(articles_added=("b",), articles_removed=("c", "d"), changes=changes))
    assert capsys.readouterr().out.splitlines() == [
        "Nothing changed.",
        "1 article added, 2 articles removed, 2 quotes removed, 1 quote changed.",
    ]


def test_what_is_no_quote_is_shown_too(capsys):
    zone, words = Zone(start=0, end=9, type=ZoneType.HEADLINE), "Word " * 40
    found = Difference(
        articles=(
            ArticleChange(document_id="a", fields={"zones": ((zone,), ()), "text": (f"{words}old", f"{words}new")}),
            ArticleChange(document_id="a", annotator="ana", fields={"state": ("new", "complete")}),
        ),
        speakers=(SpeakerChange(speaker_id="s", name="Ana", fields={"aliases": (("A.", "Annie"), ())}),),
        changes=(QuoteChange(document_id="a", annotator="ana", quote_id="q", what="added", words="x", rejected=True),),
    )
    show_changes(found)
    show_summary(found)
    assert capsys.readouterr().out.splitlines() == [
        "~ a",
        "    zones: headline 0-9 -> none",
        "    text: …old -> …new",
        "~ a (ana)",
        "    state: new -> complete",
        "~ speaker Ana",
        "    aliases: A., Annie -> none",
        "+ a (ana) rejected: x",
        "1 article changed, 1 speaker changed, 1 rejected suggestion added.",
    ]


def test_fields_are_said_in_words(capsys):
    second = SecondSpeaker(relation=Relation.JOINT, speaker_id="s1", speaker_name="Ben", mention=Span(3, 6))
    nobody = SecondSpeaker(relation=Relation.RELAYED_BY)
    fields = {
        "more_speakers": ((), (second, nobody)),
        "attributes": ({}, {"factuality": "denied"}),
        "fragments": ((Span(0, 4), Span(6, 9)), (Span(0, 9),)),
        "sure": (True, False),
    }
    show_changes(Difference(changes=(change("changed", **fields),)))
    assert capsys.readouterr().out.splitlines()[1:] == [
        "    more_speakers: none -> joint Ben (3-6), relayed_by nobody named",
        "    attributes: none -> factuality=denied",
        "    fragments: 0-4 6-9 -> 0-9",
        "    sure: yes -> no",
    ]


def test_that_something_else_differs_is_said(capsys):
    show_summary(Difference(uncompared=2))
    said = capsys.readouterr().out
    assert said.startswith("Nothing changed but what is not compared: ids, ")
    assert said.endswith(" (2 articles).\n")
