import re

from core.formats.reading import Reading
from core.model.moments import this_moment


def test_the_default_notes_no_time():
    assert Reading() == Reading(annotator="import", as_suggestions=False, at=None, columns=None)


def test_an_import_happens_at_a_moment():
    reading = Reading.at_this_moment("ana", as_suggestions=True)
    assert (reading.annotator, reading.as_suggestions) == ("ana", True)
    assert reading.at <= this_moment()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", reading.at)
