"""Days are told in English, with the year where it is another one."""

import locale
from datetime import date

from PySide6.QtCore import QLocale

from gui.models.days import spoken_day

TODAY = date(2024, 5, 10)


def test_a_day_of_another_year_has_its_year():
    days = (date(2024, 5, 9), date(2023, 12, 31))
    assert [spoken_day(day, TODAY) for day in days] == ["9 May", "31 December 2023"]
    assert [spoken_day(day, TODAY, short=True) for day in days] == ["9 May", "31 Dec 2023"]


def test_the_language_of_the_machine_does_not_matter():
    ours, theirs = QLocale(), locale.setlocale(locale.LC_TIME)
    try:
        QLocale.setDefault(QLocale("de_DE"))
        for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
                break
            except locale.Error:
                continue  # not on this machine
        assert spoken_day(date(2024, 3, 2), TODAY) == "2 March"
    finally:
        QLocale.setDefault(ours)
        locale.setlocale(locale.LC_TIME, theirs)
