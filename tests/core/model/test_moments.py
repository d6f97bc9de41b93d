"""Moments are written in one way, wherever they come from."""

import re
from datetime import UTC, datetime, timedelta, timezone

from core.model.moments import moment, now, this_moment

AT = datetime(2026, 11, 23, 20, 17, 34, 123987, tzinfo=UTC)


def test_moments_are_utc_with_milliseconds():
    assert moment(AT) == "2026-11-23T20:17:34.123Z"
    assert moment(AT.astimezone(timezone(timedelta(hours=5)))) == "2026-11-23T20:17:34.123Z"
    assert moment(AT.replace(microsecond=0)) == "2026-11-23T20:17:34.000Z"
    assert now().tzinfo is UTC


def test_this_moment_is_between_two_others():
    before = moment(now())
    assert before <= this_moment() <= moment(now())
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", before)
