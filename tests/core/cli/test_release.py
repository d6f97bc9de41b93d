def test_a_release_is_frozen_listed_and_compared_with_the_last(quotedesk, project, tmp_path):
    assert quotedesk("release", project).out == "There is no release yet.\n"
    first = quotedesk("release", project, "one")
    assert (first.code, first.out) == (0, "one is frozen: 2 articles, 1 quote.\n")
    more = tmp_path / "more.jsonl"
    more.write_text('{"id": "later", "text": "Later words."}\n')
    assert quotedesk("import", project, more).code == 0
    second = quotedesk("release", project, "two")
    assert second.out.splitlines() == ["two is frozen: 3 articles, 1 quote.", "Since one:", "1 article added."]
    listed = quotedesk("release", project).out.splitlines()
    assert [line.split()[0] for line in listed] == ["one", "two"]


def test_a_name_is_taken_once(quotedesk, project):
    quotedesk("release", project, "one")
    done = quotedesk("release", project, "one")
    assert done.code == 1
    assert "release one already" in done.err
