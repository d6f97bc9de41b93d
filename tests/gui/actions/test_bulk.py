"""Many quotes at once are one step, which says how many it changed and what it passed by."""

import pytest
from PySide6.QtWidgets import QApplication

from core.model.terms import Kind, Status, Via
from gui.actions.bulk import bulk
from gui.models.names import Name


@pytest.fixture
def rows(frame):
    return lambda: frame.desktop.bridge.queries.quote_rows()


def done(frame):
    return [step.code for step in frame.desktop.bridge.queries.history()]


def test_accepting_passes_by_what_is_checked_and_is_undone_as_one(frame, rows):
    frame.press("enter")
    bulk(frame.desktop, "accept", rows()[:3])
    assert frame.told[-1] == "2 quotes are accepted. 1 was checked already. Ctrl Z takes it back."
    assert [row.via for row in rows()[:4]] == [Via.ENTER, Via.BULK, Via.BULK, None]
    assert [row.status for row in rows()[:3]] == [Status.ACCEPTED] * 3
    frame.press("ctrl+z")
    assert [row.status for row in rows()[:3]] == [Status.ACCEPTED, Status.SUGGESTED, Status.SUGGESTED]


def test_all_articles_together(frame, rows):
    everything = rows()
    bulk(frame.desktop, "accept", everything)
    assert len({row.document_id for row in everything}) == 2
    assert frame.told[-1] == f"{len(everything)} quotes are accepted. Ctrl Z takes it back."
    assert done(frame) == ["bulk"]
    assert {row.via for row in rows()} == {Via.BULK}
    assert frame.quote(1).checked
    assert QApplication.overrideCursor() is None


def test_what_has_nothing_to_change_is_said_and_not_run(frame, rows):
    bulk(frame.desktop, "flag", rows()[:1])
    for action, said in (
        ("flag", "1 quote is flagged already."),
        ("kind_direct", "1 quote is direct already."),
    ):
        bulk(frame.desktop, action, rows()[:1])
        assert frame.told[-1] == f"{said} Nothing was changed."
    bulk(frame.desktop, "unflag", rows()[1:3])
    assert frame.told[-1] == "2 quotes are not flagged. Nothing was changed."
    bulk(frame.desktop, "accept", [])
    assert frame.told[-1] == "No quote is selected. Nothing was changed. Select some rows first."
    assert done(frame) == ["bulk"]


def test_flags_come_and_go(frame, rows):
    bulk(frame.desktop, "flag", rows()[:3])
    bulk(frame.desktop, "unflag", rows()[1:4])
    assert [row.flagged for row in rows()[:4]] == [True, False, False, False]
    assert frame.told[-1] == "2 quotes are no longer flagged. 1 was not flagged. Ctrl Z takes it back."


def test_a_kind_is_set_where_it_differs(frame, rows):
    before = [row.kind for row in rows()]
    bulk(frame.desktop, "kind_indirect", rows())
    changed = len(before) - before.count(Kind.INDIRECT)
    assert frame.told[-1].startswith(f"{changed} quotes are now indirect, still to be confirmed. ")
    assert {row.kind for row in rows()} == {Kind.INDIRECT}
    assert rows()[0].status is Status.SUGGESTED


def test_a_speaker_is_set_by_name_or_from_the_roster(frame, rows):
    bulk(frame.desktop, "speaker", rows()[:2], Name("Nadia Osei"))
    first = rows()[0]
    assert [row.speaker_name for row in rows()[:2]] == ["Nadia Osei"] * 2
    assert frame.told[-1] == "2 quotes are now by Nadia Osei. Ctrl Z takes it back."
    bulk(frame.desktop, "speaker", rows()[:3], Name("Nadia Osei", speaker_id=first.speaker_id))
    assert frame.told[-1].startswith("1 quote is now by Nadia Osei. 2 were checked as Nadia Osei already. ")
    assert rows()[2].speaker_id == first.speaker_id
    bulk(frame.desktop, "speaker", rows()[:1], Name("Nadia Osei"))
    assert frame.told[-1] == "1 quote is checked as Nadia Osei already. Nothing was changed."
    bulk(frame.desktop, "speaker", rows()[:1])
    assert frame.told[-1] == "No speaker was named. Nothing was changed."
    assert done(frame) == ["bulk", "bulk"]


def test_what_is_no_quote_is_gone_from_the_list(frame, rows):
    gone = rows()[:2]
    bulk(frame.desktop, "not_a_quote", gone)
    assert frame.told[-1] == "2 quotes are marked as not a quote. Ctrl Z takes it back."
    assert not {row.quote_id for row in gone} & {row.quote_id for row in rows()}
    assert rows()[0].number == 1


def test_a_refusal_changes_nothing_and_is_all_that_is_said(frame, rows):
    stale = rows()[:2]
    bulk(frame.desktop, "kind_indirect", stale[:1])
    bulk(frame.desktop, "kind_indirect", stale)
    assert frame.told[-1] == "The quote is indirect already. Nothing was changed."
    assert rows()[1].kind is stale[1].kind
    assert done(frame) == ["bulk"]
