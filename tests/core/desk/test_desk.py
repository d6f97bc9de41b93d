"""The front door: one road for every change, listeners, other programs, refusals that change nothing."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec import structs
from sqlalchemy.exc import IntegrityError, OperationalError

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.quotes import FlagQuote
from core.desk.desk import Desk
from core.desk.manifest import Chosen
from core.errors import ProjectProblem, UserMistake
from core.model.change import Change
from core.store import engine as engines
from tests.support.projects import act, dump, ids, line, neighbours, opened, quote, seed_line, seen

ROOT = Path(__file__).parents[3]
ELSEWHERE = Change(code="elsewhere", sweeping=True)


def flag(quote_id, flagged=True):
    return FlagQuote(document_id="seed", quote_id=quote_id, flagged=flagged)


@pytest.fixture
def heard(desk):
    found = []
    desk.listen(found.append)
    return found


def test_made_opened_and_closed(tmp_path):
    path = tmp_path / "p.qdesk"
    with pytest.raises(ProjectProblem, match="There is no project"):
        Desk.open(path, "ana")
    desk = Desk.create(path, "ana")
    assert (desk.path, desk.annotator, desk.queries.documents()) == (path, "ana", [])
    desk.close()
    desk.close()
    assert neighbours(path) == ["p.qdesk"]
    with pytest.raises(ProjectProblem, match="exists already"):
        Desk.create(path, "ana")


def test_every_change_is_told_as_it_is_returned(desk, heard):
    first = ids(desk)[0]
    done = [
        desk.run(flag(first)),
        desk.undo(),
        desk.redo(),
        desk.revert(desk.queries.history()[0].revision),
        desk.take_labels(seed_line()),
    ]
    desk.bring_in([line("Other words.", id="other")])
    assert heard[:5] == done
    assert [change.code for change in heard] == ["flag", "undo", "redo", "revert", "label", "import"]
    assert heard[5].sweeping
    assert heard[5].documents == {"other"}
    assert len({change.revision for change in done[:4]}) == 4


def test_all_listeners_hear_and_see_the_new_state(desk):
    first = ids(desk)[0]
    seen = []
    desk.listen(lambda change: seen.append(desk.queries.patch("seed", [first]).quotes[first].flagged))
    desk.listen(lambda change: seen.append(change.code))
    desk.run(flag(first))
    assert seen == [True, "flag"]


def test_a_refusal_is_told_to_nobody(desk, heard, project):
    before = dump(project)
    with pytest.raises(UserMistake):
        desk.run(flag("gone"))
    with pytest.raises(UserMistake):
        desk.undo()
    assert heard == []
    assert dump(project) == before


def test_a_bug_in_a_command_changes_nothing(desk, heard, project):
    class Broken:
        def apply(self, transaction):
            flag(ids_before[0]).apply(transaction)
            transaction.session.flush()
            raise ZeroDivisionError

    ids_before, before = ids(desk), dump(project)
    with pytest.raises(ZeroDivisionError):
        desk.run(Broken())
    assert (dump(project), heard) == (before, [])
    desk.run(flag(ids_before[0]))


def test_own_work_is_not_elsewhere(desk, heard):
    first = ids(desk)[0]
    desk.poll()
    desk.run(flag(first))
    desk.undo()
    desk.take_labels(seed_line())
    desk.bring_in([line("Other words.", id="other")])
    desk.export_to(io.BytesIO(), Chosen(format="jsonl", which="all"))
    heard.clear()
    desk.poll()
    assert heard == []


def test_another_desk_is_heard_once(desk, heard, project):
    with opened(project, "ben") as other:
        desk.poll()
        assert heard == []
        other.run(flag(ids(other)[0]))
        assert heard == []
        desk.poll()
        desk.poll()
        assert heard == [ELSEWHERE]
        desk.run(flag(ids(desk)[0]))
        other.undo()
        heard.clear()
        desk.poll()
        assert heard == [ELSEWHERE]


def test_another_program_is_heard(desk, heard, project):
    code = (
        "import sys; from pathlib import Path; from core.desk.desk import Desk; from core.commands.quotes import FlagQuote\n"
        "desk = Desk.open(Path(sys.argv[1]), 'cy'); first = desk.queries.article('seed').quotes[0].id\n"
        "desk.run(FlagQuote(document_id='seed', quote_id=first, flagged=True)); desk.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(project)], cwd=ROOT, check=True)
    desk.poll()
    assert heard == [ELSEWHERE]
    assert desk.queries.counts()["annotators"] == 1


def test_a_reader_elsewhere_is_nothing_new(desk, heard, project):
    with opened(project, "ben") as other:
        other.queries.documents()
        other.poll()
        desk.poll()
        assert heard == []


def test_a_locked_file_is_told_and_goes_on_after(project, monkeypatch):
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    with opened(project) as desk, opened(project, "ben") as other:
        first = ids(desk)[0]
        before = dump(project)
        with other._engine.execution_options(writing=True).begin():
            for act_ in (
                lambda: desk.run(flag(first)),
                desk.undo,
                lambda: desk.take_labels(seed_line()),
                lambda: desk.bring_in([line("Other.", id="o")]),
            ):
                with pytest.raises(ProjectProblem, match="Another program is writing"):
                    act_()
            desk.poll()
            assert desk.queries.progress().total == 12
        assert dump(project) == before
        desk.run(flag(first))


def test_what_sqlite_says_later_is_told_too(desk, monkeypatch):
    def broken(engine):
        raise OperationalError("", {}, Exception("disk I/O error"))

    monkeypatch.setattr("core.desk.desk.project.changes_elsewhere", broken)
    with pytest.raises(ProjectProblem, match="disk I/O error"):
        desk.poll()


def test_a_mistake_of_the_program_is_not_blamed_on_the_file(desk, heard, project):
    before = dump(project)
    nobody = line("“Yes.”", quote(0, 6, speaker_id="s1"), id="other")
    lost = structs.replace(nobody, layer=structs.replace(nobody.layer, speakers=()))
    with pytest.raises(IntegrityError):
        desk.bring_in([line("Good.", id="good"), lost])
    assert (dump(project), heard) == (before, [])


def test_two_annotators_on_one_file_at_once(desk, project):
    with opened(project, "ben") as other:
        for number, each in enumerate(ids(desk)):
            who, rest = (desk, other) if number % 2 else (other, desk)
            who.run(AcceptSuggestion(document_id="seed", quote_id=each, act=act()))
            rest.run(AssignSpeaker(document_id="seed", quote_id=each, name=f"Name {number // 3}", act=act()))
        for each in (desk, other):
            assert each.queries.document_row("seed").checked == 12
        assert len(desk.queries.speakers()) == 6


def test_a_dataset_never_takes_the_place_of_the_project(desk, project):
    link = project.with_name("link")
    link.symlink_to(project)
    hard = project.with_name("hard")
    hard.hardlink_to(project)
    for out in (project, link, hard, project.parent / "." / project.name):
        with pytest.raises(UserMistake, match="is the project itself"):
            desk.export(out, Chosen(format="jsonl", which="all"))
    assert engines.identify(project) == engines.SCHEMA


def test_exports_say_how_many_lines_or_rows(desk, tmp_path):
    out, empty = tmp_path / "out.jsonl", tmp_path / "empty.jsonl"
    everything = desk.export(out, Chosen(format="jsonl", which="all"))
    assert (everything.count, everything.articles, everything.quotes) == (1, 1, 12)
    assert desk.export(empty, Chosen(format="jsonl", which="checked")).count == 0
    assert empty.read_bytes() == b""
    assert desk.export(tmp_path / "out.csv", Chosen(format="csv", which="all")).quotes == 12
    assert desk.export(empty, Chosen(format="jsonl", which="all", annotator="ben")).count == 0


def test_another_thread_is_refused(desk, project):
    before = dump(project)
    with ThreadPoolExecutor(1) as elsewhere, pytest.raises(AssertionError, match="belongs to the thread"):
        elsewhere.submit(desk.run, flag(ids(desk)[0])).result()
    assert dump(project) == before


def test_a_quote_that_nobody_labelled(desk):
    desk.bring_in([line("“Yes.”", quote(0, 6), id="other")])
    desk.run(AcceptSuggestion(document_id="other", quote_id="q0-6", act=act()))
    assert desk.queries.document_row("other").checked == 1


def test_a_file_that_went_away_under_the_desk_is_told_and_nothing_is_lost_with_it(desk, project, tmp_path):
    first, second = ids(desk)[:2]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    aside = project.rename(tmp_path / "aside.qdesk")
    for act_ in (
        lambda: desk.run(AcceptSuggestion(document_id="seed", quote_id=second, act=act())),
        desk.undo,
        desk.poll,
    ):
        with pytest.raises(ProjectProblem, match="no longer there"):
            act_()
    aside.rename(project)
    desk.run(AcceptSuggestion(document_id="seed", quote_id=second, act=act()))
    assert seen(desk, second).checked


def test_a_change_says_whether_an_article_has_other_speakers_now(desk):
    one = ids(desk)[0]
    steps = (AssignSpeaker(document_id="seed", quote_id=one, name="Ana Ruiz", act=act()), flag(one))
    assert [desk.run(step).cast for step in steps] == [True, False]
    assert [desk.undo().cast for _ in steps] == [False, True]
