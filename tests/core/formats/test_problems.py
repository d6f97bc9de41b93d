from core.formats.problems import Problems


def test_all_are_counted_and_the_first_kept():
    problems = Problems(kept=2)
    assert not problems
    for number in range(5):
        problems.note(f"problem {number}")
    assert (problems.count, problems.first, bool(problems)) == (5, ["problem 0", "problem 1"], True)


def test_a_remark_is_no_problem():
    problems = Problems(kept=1)
    problems.remark("read as cp1252")
    problems.remark("read as UTF-16")
    assert (problems.remarks, problems.remarked, bool(problems)) == (["read as cp1252"], 2, False)
