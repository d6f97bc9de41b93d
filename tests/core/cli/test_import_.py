import json

import pytest

from core.desk.desk import Desk
from core.model.terms import Status, Via


def article_of(path, document_id, annotator="import"):
    desk = Desk.open(path, annotator)
    try:
        return desk.queries.article(document_id)
    finally:
        desk.close()


def test_a_project_is_made_and_filled(quotedesk, tmp_path, article, dataset):
    path = tmp_path / "new.qdesk"
    done = quotedesk("import", path, dataset)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"2 articles and 1 quote taken into {path}.\n"
    found = article_of(path, "a").quotes[0]
    assert (found.status, found.decided.via, found.speaker_name) == (Status.ACCEPTED, Via.IMPORT, "Mary Brown")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["new.qdesk", "set.jsonl", "wire-7.txt"]


def test_the_annotator_and_suggestions_are_chosen(quotedesk, tmp_path, dataset):
    assert quotedesk("import", tmp_path / "a.qdesk", dataset, "--annotator", " ana ").code == 0
    assert article_of(tmp_path / "a.qdesk", "a", "ana").quotes[0].checked
    assert quotedesk("import", tmp_path / "b.qdesk", dataset, "--as", "suggestions").code == 0
    assert not article_of(tmp_path / "b.qdesk", "a").quotes[0].checked
    assert quotedesk("import", tmp_path / "c.qdesk", dataset, "--annotator", " ").code == 2
    assert not (tmp_path / "c.qdesk").exists()


def test_what_is_there_already_is_told_and_skipped(quotedesk, project, dataset):
    done = quotedesk("import", project, dataset)
    assert done.code == 0
    assert len(done.err.splitlines()) == 2
    assert done.out.startswith("0 articles and 0 quotes")


def test_a_known_id_with_another_text_is_wrong(quotedesk, project, tmp_path):
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "a", "text": "Something else."}\n{"id": "c", "text": "New."}\n')
    done = quotedesk("import", project, other)
    assert done.code == 1
    assert done.err.startswith(f"{other}, line 1: a: an article of this id")
    assert done.err.splitlines()[-1] == "1 problem. The good ones were taken all the same: 1 article and 0 quotes."


def test_good_records_of_a_mixed_input_are_taken(quotedesk, tmp_path, dataset):
    with dataset.open("a") as file:
        file.write('{"id": 3}\n')
    path = tmp_path / "p.qdesk"
    done = quotedesk("import", path, dataset, tmp_path / "none.txt")
    assert done.code == 1
    assert done.err.splitlines() == [
        f"{dataset}, line 3: text: is missing",
        f"{tmp_path / 'none.txt'}: there is no such file",
        "2 problems. The good ones were taken all the same: 2 articles and 1 quote.",
    ]
    assert article_of(path, "b") is not None


def test_standard_input(quotedesk, tmp_path):
    path = tmp_path / "p.qdesk"
    assert quotedesk("import", path, "-", input=json.dumps({"id": "x", "text": "Words."})).code == 0
    assert article_of(path, "x") is not None


def test_a_forgotten_project_is_noticed(quotedesk, tmp_path, article):
    done = quotedesk("import", tmp_path / "first.txt", article)
    assert (done.code, not (tmp_path / "first.txt").exists()) == (1, True)
    assert "Name the project first" in done.err


def test_a_project_that_could_not_be_filled_goes_again(quotedesk, tmp_path, dataset, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "bring_in", interrupted)
    assert quotedesk("import", tmp_path / "p.qdesk", dataset).code == 130
    assert [one.name for one in tmp_path.iterdir()] == ["set.jsonl"]


def test_an_existing_project_stays_when_an_import_is_broken_off(quotedesk, project, dataset, monkeypatch):
    before = project.read_bytes()

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "bring_in", interrupted)
    assert quotedesk("import", project, dataset).code == 130
    assert project.read_bytes() == before


def test_what_was_taken_is_told_when_the_look_for_near_duplicates_is_broken_off(
    quotedesk, project, tmp_path, monkeypatch
):
    """All is in the project by then, be it old or new, and nobody may believe that nothing was taken."""
    more = tmp_path / "more.jsonl"
    more.write_text('{"id": "c", "text": "New words."}\n{"id": "d"}\n')

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "near_duplicates", interrupted)
    for path in (project, tmp_path / "new.qdesk"):
        done = quotedesk("import", path, more)
        assert (done.code, done.out) == (130, f"1 article and 0 quotes taken into {path}.\n")
        assert done.err.splitlines() == [
            "1 article and 0 quotes were taken and stay; near-duplicates were not looked for to the end.",
            f"{more}, line 2: text: is missing",
            "1 problem. The good ones were taken all the same: 1 article and 0 quotes.",
        ]
        assert article_of(path, "c") is not None


@pytest.mark.parametrize("words", [["--label"], []])
def test_labels_only_when_asked(quotedesk, tmp_path, article, words):
    path = tmp_path / "p.qdesk"
    done = quotedesk("import", path, article, *words)
    assert done.code == 0
    assert ("1 article labelled." in done.out) == bool(words)
    assert len(article_of(path, "wire-7").quotes) == (2 if words else 0)


def test_prints_of_one_story_are_told_and_stay(quotedesk, tmp_path):
    story = " ".join(f"word{number}" for number in range(80))
    data = tmp_path / "wire.jsonl"
    lines = [
        {"id": "one", "text": story},
        {"id": "two", "text": f"{story} (Agency)"},
        {"id": "three", "text": "Other."},
    ]
    data.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = quotedesk("import", tmp_path / "p.qdesk", data)
    assert (done.code, done.err) == (0, "two: is nearly the same as one; both are in the project.\n")
    assert done.out.startswith("3 articles")


def test_the_format_can_be_said(quotedesk, tmp_path):
    odd = tmp_path / "data.odd"
    odd.write_text('{"text": "Words."}\n')
    assert quotedesk("import", tmp_path / "a.qdesk", odd, "--format", "jsonl").code == 0
    assert article_of(tmp_path / "a.qdesk", "data-1") is not None
    assert quotedesk("import", tmp_path / "b.qdesk", odd, "--format", "text").code == 0
    assert article_of(tmp_path / "b.qdesk", "data") is not None
    refused = quotedesk("import", tmp_path / "c.qdesk", odd, "--format", "tei")
    assert refused.code == 2
    assert "tei is none of" in refused.err


def test_large_numbers_are_written_as_everywhere(quotedesk, tmp_path):
    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"id": "{number}", "text": "{number}"}}\n' for number in range(1000)))
    assert quotedesk("import", tmp_path / "p.qdesk", many).out.startswith("1,000 articles and 0 quotes taken into ")
