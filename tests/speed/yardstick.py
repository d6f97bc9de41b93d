"""What measurements share: percentiles, and what this disk takes for one fdatasync in the same run."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec


class Row(msgspec.Struct, kw_only=True):
    """One line of the table of `make bench`; `limit` None means that the figure is reported, not judged."""

    name: str
    value: float
    unit: str
    limit: float | None
    holds: bool
    yardstick: str


def row(
    name: str, value: float, unit: str, *, most: float | None = None, least: float | None = None, by: str = ""
) -> Row:
    """Judge a figure against the most, or the least, that it may be."""
    holds = (most is None or value <= most) and (least is None or value >= least)
    return Row(
        name=name, value=round(value, 3), unit=unit, limit=most if least is None else least, holds=holds, yardstick=by
    )


def percentile(samples: list[float], share: float) -> float:
    """Return the sample that `share` of all do not exceed."""
    return sorted(samples)[min(len(samples) - 1, int(len(samples) * share))]


def fdatasync_ms(folder: Path, times: int = 100) -> float:
    """Return the 95th percentile of one fdatasync after writing two pages."""
    path = folder / "fdatasync"
    samples = []
    with path.open("wb") as file:
        for _ in range(times):
            file.write(b"x" * 8192)
            file.flush()
            started = time.perf_counter()
            os.fdatasync(file.fileno())
            samples.append((time.perf_counter() - started) * 1000)
    path.unlink()
    return percentile(samples, 0.95)


def bare_commit_ms(folder: Path, rows: list[tuple[str, ...]], times: int = 100) -> list[float]:
    """Return what committing these rows takes in bare sqlite3 with the same pragmas, one sample a commit."""
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, a, b, c, d)")
    samples = []
    for _ in range(times):
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO row (a, b, c, d) VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        samples.append((time.perf_counter() - started) * 1000)
    connection.close()
    return samples


_STARTER = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(process.pid, 0)
with open(sys.argv[1], "w") as account:
    json.dump({"cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss}, account)
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Finished(msgspec.Struct):
    """What a process took, those that it started and waited for included: CPU seconds, peak MB of one process."""

    cpu: float
    peak: float
    said: str


def finished(command: list[str]) -> Finished:
    """Run a command to its end and account for it alone, whatever ran before.

    It is started by a small process: the system's account of a peak begins with the memory of whoever started it.
    """
    with tempfile.TemporaryDirectory() as folder:
        account = Path(folder) / "account.json"
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        started = [sys.executable, "-S", "-c", _STARTER, str(account), *command]
        said = subprocess.run(started, stdout=subprocess.PIPE, env=environment, check=True, text=True).stdout
        used = msgspec.json.decode(account.read_bytes(), type=dict[str, float])
        return Finished(used["cpu"], used["peak"] / 1024, said)
