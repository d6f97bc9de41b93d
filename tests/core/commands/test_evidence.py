"""Mention and cue: set, taken away, and the quote waits to be confirmed."""

import pytest

from core.commands.evidence import SetCue, SetMention
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import Status, Via
from tests.support.projects import act, ids, seen


def test_the_mention_is_set_and_taken_away(desk):
    first = ids(desk)[0]
    change = desk.run(SetMention(document_id="seed", quote_id=first, mention=Span(20, 30), act=act(Via.CLICK)))
    assert (change.code, change.words) == ("mention", {"words": "Lukashenko"})
    now = seen(desk, first)
    assert (now.mention, now.speaker_name, now.status) == (Span(20, 30), "Lukashenko", Status.SUGGESTED)
    assert now.decided.via is Via.EDIT
    desk.run(SetMention(document_id="seed", quote_id=first, mention=None, act=act()))
    assert seen(desk, first).mention is None


def test_the_cue_is_set_and_taken_away(desk):
    first = ids(desk)[0]
    assert desk.run(SetCue(document_id="seed", quote_id=first, cue=Span(31, 35), act=act())).words == {"words": "held"}
    assert seen(desk, first).cue == Span(31, 35)
    desk.run(SetCue(document_id="seed", quote_id=first, cue=None, act=act()))
    assert (seen(desk, first).cue, seen(desk, first).status) == (None, Status.SUGGESTED)


@pytest.mark.parametrize("span", [Span(7, 7), Span(0, 10**6)])
def test_words_outside_the_article_are_refused(desk, span):
    with pytest.raises(UserMistake, match="can't be taken"):
        desk.run(SetMention(document_id="seed", quote_id=ids(desk)[0], mention=span, act=act()))
