"""Run everything that must hold, in the same order everywhere, and say at the end what did not."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS: dict[str, list[str]] = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy", "--no-error-summary"],
    "imports": ["lint-imports"],
    "tests": ["pytest", "--numprocesses", "2", "--dist", "worksteal"],
}
QUIET_WHEN_RIGHT = {"imports"}


def run(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """Run one check; its output is shown, except where it says at length that all is well."""
    started = time.monotonic()
    print(f"== {name}: {' '.join(command)}", flush=True)
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        env=environment,
        check=False,
        stdout=subprocess.PIPE if name in QUIET_WHEN_RIGHT else None,
        text=True,
    )
    if done.returncode and done.stdout:
        print(done.stdout)
    print(f"   {'ok' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode == 0


def main() -> int:
    """Run all checks, or those named on the command line."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    if "UTF" not in environment.get("LC_ALL", environment.get("LANG", "")).upper():
        environment |= {"LC_ALL": "C.UTF-8"}
    wanted = sys.argv[1:] or list(CHECKS)
    failed = [name for name in wanted if not run(name, CHECKS[name], environment)]
    if failed:
        print(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
