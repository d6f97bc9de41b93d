from core.cli.changes import MOST, show_changes, show_summary
from core.desk.diff import Difference, QuoteChange


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
