"""`quotedesk export`: a dataset out of a project."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from core.cli.output import output
from core.cli.problems import say
from core.formats.registry import writers


def export(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project.")],
    out: Annotated[str, typer.Argument(metavar="OUT", help="The file to write; - is standard output.")],
    format_: Annotated[str, typer.Option("--format", help="jsonl (keeps everything) or csv (for spreadsheets).")],
    which: Annotated[
        Literal["complete", "checked", "all"],
        typer.Option(help="Decided quotes of complete articles, all decided ones, or suggestions too."),
    ] = "checked",
    annotator: Annotated[str | None, typer.Option(help="Only what this person decided.")] = None,
) -> None:
    """Write what was decided in a project as a dataset. OUT is replaced only when the new one is whole."""
    from core.desk.desk import Desk

    names = [writer.name for writer in writers()]
    if format_ not in names:
        raise typer.BadParameter(f"{format_} is none of {', '.join(names)}", param_hint="--format")
    desk = Desk.open(project, annotator or "")
    try:
        with output(out) as file:
            count = desk.export_to(file, format=format_, which=which, annotator=annotator)
    finally:
        desk.close()
    # On stderr, since the dataset itself may go to standard output.
    noun = "quote" if format_ == "csv" else "line"
    say(f"{count} {noun if count == 1 else noun + 's'} written ({which}).")
