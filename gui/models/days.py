"""A day as people say it, in English whatever the machine's language is: "9 May", and its year if it is another one."""

from datetime import date

from PySide6.QtCore import QLocale


def spoken_day(day: date, today: date, *, short: bool = False) -> str:
    """Return a day in words, its month shortened if there is little room."""
    length = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {QLocale.c().monthName(day.month, length)}{year}"
