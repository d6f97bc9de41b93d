"""Reads files, each in a process of its own, and says as JSON what came of it, how long it took and how large it grew.

The time is that of the processor, since other work on the machine is no fault of the file's.
Run as `python -m tests.core.formats.hostile.measuring` with a JSON list on standard input: of each file its path, and whether
it is to be imported by the command line as well.
"""

import contextlib
import gc
import io
import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from pathlib import Path

PATIENCE = 40
"""Seconds after which a process is ended that would never end."""
MEMORY = 4 * 1024**3
"""Bytes of address space above which a process fails, so that the machine doesn't."""


def read(path: Path) -> dict:
    from core.formats.articles import articles
    from core.formats.problems import Problems

    problems = Problems()
    texts = [line.document.text[:1000] for line in articles([path], problems)]
    return {"texts": texts, "told": problems.first}


def import_(path: Path) -> dict:
    from core.cli.app import app

    out, err = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        project = Path(folder) / "p.qdesk"
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = app(["import", str(project), str(path)], standalone_mode=False) or 0
            except SystemExit as end:
                code = end.code
        return {"code": code, "told": err.getvalue().splitlines(), "made": project.exists(), "said": out.getvalue()}


def measured(act, path: Path) -> dict:
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(ours)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(PATIENCE)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            found = act(path)
        except BaseException:
            found = {"trace": traceback.format_exc()}
        with os.fdopen(theirs, "w") as pipe:
            json.dump(found, pipe)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(process, 0)
    found = json.loads(said) if said else {"trace": f"ended by signal {os.waitstatus_to_exitcode(status)}"}
    return found | {"seconds": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}


def main() -> None:
    # What is loaded before is not loaded in each process.
    import charset_normalizer  # noqa: F401
    import feedparser  # noqa: F401
    import lxml.html  # noqa: F401
    import openpyxl  # noqa: F401
    import pypdf  # noqa: F401
    import spacy  # noqa: F401
    import trafilatura  # noqa: F401

    import core.cli.app
    import core.desk.desk  # noqa: F401
    from core.formats.registry import readers

    readers()
    gc.freeze()
    for name, is_imported in json.load(sys.stdin):
        path = Path(name)
        print(json.dumps([measured(read, path), measured(import_, path) if is_imported else None]), flush=True)


if __name__ == "__main__":
    main()
