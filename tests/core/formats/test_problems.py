from core.formats.problems import Problems


def test_all_are_counted_and_the_first_kept():
    problems = Problems(kept=2)
    assert not problems
    for number in range(5):
        problems.note(f"problem {number}")
    assert (problems.count, problems.first, bool(problems)) == (5, ["problem 0", "problem 1"], True)
