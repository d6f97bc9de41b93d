"""What people are told: a sentence in the status line, a dialog, or a report of a fault of ours."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from core.errors import ProjectProblem, UserMistake


class Notices(QObject):
    """The ways of telling; who shows them connects to the signals.

    `said`: one sentence, in passing, about what was done. `hinted`: one about what can be done, or that there was
    nothing to do. `refused`: one sentence, what was asked for did not happen.
    `hindered`: the project file can't be used, a dialog says so. `broken`: a fault of ours, with its traceback.
    """

    said = Signal(str)
    hinted = Signal(str)
    refused = Signal(str)
    hindered = Signal(str)
    broken = Signal(str)

    def tell(self, error: Exception) -> None:
        """Tell of an error in the way of its kind."""
        if isinstance(error, UserMistake):
            self.refused.emit(str(error))
        elif isinstance(error, ProjectProblem):
            self.hindered.emit(str(error))
        else:
            self.report(type(error), error, error.__traceback__)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an error that nobody expected; has the shape of `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserMistake | ProjectProblem):
            self.tell(error)
            return
        told = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(told)
        self.broken.emit(told)

    def watch(self) -> None:
        """Send every error that nobody caught to `broken` from now on."""
        sys.excepthook = self.report
