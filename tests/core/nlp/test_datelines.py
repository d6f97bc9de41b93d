import pytest

from core.nlp.datelines import after_dateline


@pytest.mark.parametrize("dateline", ["PRAIA, Cape Verde (LW) — ", "RUSE, Bulgaria, April 22 (DNA) - ", "HARROW – "])
def test_a_dateline_is_passed_over_at_the_start_of_a_paragraph(analyse, dateline):
    analysis = analyse(f"Ferry late\n\n{dateline}Two men drowned, police said.")
    first = analysis.starts.index(len("Ferry late\n\n"))
    assert analysis.surface(after_dateline(analysis, first)) == "Two"
    two = analysis.words.index("two")
    assert after_dateline(analysis, two) == two
