from core.cli.problems import mention, one_line, report, say
from core.formats.problems import Problems


def test_a_sentence_stays_one_line_whatever_it_holds(capsys):
    say("a\nb\x1b[31m é \u2028 " + "x" * 300)
    err = capsys.readouterr().err
    assert err == "a\\nb\\x1b[31m é \\u2028 " + "x" * 300 + "\n"
    assert one_line("caf\udce9") == "caf\\udce9"


def test_no_problem_is_no_news(capsys):
    assert report(Problems(), "x") == 0
    assert capsys.readouterr().err == ""


def test_the_first_ten_and_their_number(capsys):
    problems = Problems()
    problems.note("f, line 1: id: is missing")
    assert report(problems, "Nothing was taken.") == 1
    assert capsys.readouterr().err.splitlines() == ["f, line 1: id: is missing", "1 problem. Nothing was taken."]
    for number in range(2, 13):
        problems.note(f"f, line {number}: id: is missing")
    report(problems, "")
    lines = capsys.readouterr().err.splitlines()
    assert (len(lines), lines[-1].strip()) == (11, "12 problems, the first 10 are shown.")


def test_long_lists_are_cut(capsys):
    mention([str(number) for number in range(14)])
    assert capsys.readouterr().err.splitlines()[-2:] == ["9", "… and 4 more of this kind."]
