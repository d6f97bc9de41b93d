"""The program `quotedesk`: its verbs, its version, its exit codes."""

from collections.abc import Sequence
from typing import Annotated

import typer

from core.cli.corpus_agreement import corpus_agreement
from core.cli.corpus_stats import corpus_stats
from core.cli.diff import diff
from core.cli.evaluate import evaluate
from core.cli.export import export
from core.cli.import_ import import_
from core.cli.info import info
from core.cli.label import label
from core.cli.output import printing
from core.cli.problems import WRONG, say
from core.cli.release import release
from core.cli.train import train
from core.cli.verbs import Verbs
from core.errors import UserMistake
from core.version import own_version

app = typer.Typer(
    name="quotedesk",
    cls=Verbs,
    help="See and correct who said what. `quotedesk PROJECT` or `quotedesk ARTICLE…` opens the window.",
    epilog="Exit codes: 0 all well, 1 something is wrong with the input or the project, 2 wrong usage.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("import")(import_)
app.command("label")(label)
app.command("export")(export)
app.command("info")(info)
app.command("release")(release)
app.command("diff")(diff)
app.command("evaluate")(evaluate)
app.command("train", hidden=True)(train)
app.command("corpus-stats", hidden=True)(corpus_stats)
app.command("corpus-agreement", hidden=True)(corpus_agreement)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quotedesk {own_version()}")
        raise typer.Exit


@app.callback()
def _quotedesk(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


def run(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line (default: that of this process) and return its exit code."""
    try:
        with printing():
            app(args=None if argv is None else list(argv), prog_name="quotedesk")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except UserMistake as mistake:
        say(mistake)
        return WRONG
    return 0
