"""Moments as the format has them: UTC, ISO 8601, milliseconds."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def moment(at: datetime) -> str:
    """Write a moment."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def this_moment() -> str:
    """Write the present moment."""
    return moment(now())
