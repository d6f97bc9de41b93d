"""Kill a process that corrects, at random moments, and look whether anything that it acknowledged is lost.

Every kill is `kill -9`. After each, the project is opened again: the data must be exactly what was acknowledged last
(or, where the next step had begun, what that step makes of it), and every fifth time all steps are undone, which must
give the data back as they were before the first one. The last line reads `n kills, 0 lost, 0 unopenable`.
"""

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.desk.desk import Desk
from core.errors import QuotedeskError
from tests.soak.corrector import ANNOTATOR, digest, make_project

KILLS_A_PROJECT = 5


class Run:
    """One series of kills of one project after another."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.lost: list[str] = []
        self.unopenable: list[str] = []
        self.steps = 0
        self.template = folder / "template.qdesk"
        make_project(self.template)
        self.untouched = digest(self.template)

    def kill(self, number: int) -> None:
        """Let a process correct for a while, kill it, and examine the file."""
        path = self.folder / f"project{number // KILLS_A_PROJECT}.qdesk"
        if not path.exists():
            shutil.copyfile(self.template, path)
        acknowledged, begun = self._work(path, seed=self.chance.randrange(1 << 30))
        self.steps += len(acknowledged)
        try:
            found = digest(path)
            if acknowledged and found != acknowledged[-1] and not begun:
                self.lost.append(f"kill {number}: the data are not those acknowledged last")
            if acknowledged and found != acknowledged[-1] and begun:
                self._examine_step_in_flight(path, number, acknowledged[-1], found)
            if number % KILLS_A_PROJECT == KILLS_A_PROJECT - 1:
                self._undo_all(path, number)
        except QuotedeskError as error:
            self.unopenable.append(f"kill {number}: {error}")

    def _work(self, path: Path, *, seed: int) -> tuple[list[str], bool]:
        worker = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("corrector.py")), str(path), str(seed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert worker.stdout is not None
        worker.stdout.readline()  # it has opened the project
        time.sleep(self.chance.uniform(0.0, 0.6))
        worker.send_signal(signal.SIGKILL)
        said = worker.stdout.read().split("\n")
        worker.wait()
        whole = said[:-1]  # what follows the last line end was cut off by the kill
        acknowledged = [line.split()[1] for line in whole if line.startswith("saved")]
        return acknowledged, bool(whole) and whole[-1].startswith("begin")

    def _examine_step_in_flight(self, path: Path, number: int, last: str, found: str) -> None:
        """The step that was cut off was committed as a whole: one undo or redo gives what was acknowledged."""
        for way in ("undo", "redo"):
            copy = self.folder / "examined.qdesk"
            copy.unlink(missing_ok=True)
            shutil.copyfile(path, copy)
            desk = Desk.open(copy, ANNOTATOR)
            try:
                getattr(desk, way)()
            except QuotedeskError:
                continue
            finally:
                desk.close()
            if digest(copy) == last:
                return
        self.lost.append(f"kill {number}: {found[:8]} is neither the last acknowledged state nor one step from it")

    def _undo_all(self, path: Path, number: int) -> None:
        desk = Desk.open(path, ANNOTATOR)
        while desk.queries.can_undo():
            desk.undo()
        desk.close()
        if digest(path) != self.untouched:
            self.lost.append(f"kill {number}: undoing all did not give the first state back")
        path.unlink()


def main() -> int:
    """Run the soak and print the verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quotedesk-soak-") as folder:
        run = Run(Path(folder), options.seed)
        for number in range(options.kills):
            run.kill(number)
    for sentence in run.lost + run.unopenable:
        print(sentence)
    print(f"seed {options.seed}: {run.steps} acknowledged steps")
    print(f"{options.kills} kills, {len(run.lost)} lost, {len(run.unopenable)} unopenable")
    return 1 if run.lost or run.unopenable or not run.steps else 0


if __name__ == "__main__":
    sys.exit(main())
