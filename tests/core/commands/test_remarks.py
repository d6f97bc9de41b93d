"""Comment and doubt of one's own: they decide nothing."""

import pytest

from core.commands.remarks import CommentQuote, MarkSure
from core.errors import UserMistake
from tests.support.projects import ids, seen


def comment(quote_id, words):
    return CommentQuote(document_id="seed", quote_id=quote_id, comment=words)


def test_a_comment_is_written_changed_and_taken_off(desk):
    first = ids(desk)[0]
    assert desk.run(comment(first, "  who?\n")).words == {"comment": "who?"}
    assert seen(desk, first).comment == "who?"
    assert seen(desk, first).decided is None
    with pytest.raises(UserMistake, match="says that already"):
        desk.run(comment(first, "who?"))
    desk.run(comment(first, ""))
    assert seen(desk, first).comment == ""


def test_one_is_unsure_and_sure_again(desk):
    first = ids(desk)[0]
    assert desk.run(MarkSure(document_id="seed", quote_id=first, sure=False)).code == "unsure"
    assert not seen(desk, first).sure
    with pytest.raises(UserMistake, match="marked so already"):
        desk.run(MarkSure(document_id="seed", quote_id=first, sure=False))
    assert desk.run(MarkSure(document_id="seed", quote_id=first, sure=True)).code == "sure"
    assert seen(desk, first).sure
