import pytest

from core.desk.export_count import STEP
from core.desk.manifest import Chosen
from tests.support.projects import line, quote


@pytest.mark.parametrize("which", ["checked", "all"])
@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_a_count_comes_to_what_an_export_holds(empty, tmp_path, which, format_):
    empty.bring_in(
        line(f"“Yes {n}.” it says.", quote(0, 6, status="accepted"), id=f"a{n}", annotator="ana")
        for n in range(2 * STEP + 3)
    )
    chosen = Chosen(format=format_, which=which)
    count = empty.counting(chosen)
    steps = 1
    while count.step():
        steps += 1
        assert count.so_far.articles == (steps - 1) * STEP
    assert steps == 3
    written = empty.export(tmp_path / "out", chosen)
    assert (count.so_far.articles, count.so_far.quotes, count.so_far.losses) == (
        written.articles,
        written.quotes,
        written.losses,
    )


def test_an_empty_project_and_a_release_are_counted_too(empty, desk):
    none = empty.counting(Chosen(format="jsonl", which="all"))
    assert (none.step(), none.so_far.articles) == (False, 0)
    desk.release("one")
    frozen = desk.counting(Chosen(format="jsonl", which="all", release="one"))
    assert (frozen.step(), frozen.so_far.articles, frozen.so_far.quotes) == (False, 1, 12)
