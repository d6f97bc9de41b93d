"""`quotedesk info`: what a project holds."""

import json
from pathlib import Path
from typing import Annotated

import typer


def info(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")] = False,
) -> None:
    """Count the articles, speakers and quotes of a project."""
    from core.desk.desk import Desk

    desk = Desk.open_to_read(project, "")
    try:
        counts = desk.queries.counts()
    finally:
        desk.close()
    if as_json:
        typer.echo(json.dumps({"project": str(project)} | counts, ensure_ascii=False))
    else:
        _show(project, counts)


def _show(project: Path, counts: dict[str, int]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False)
    for name, count in counts.items():
        table.add_row(name.replace("_", " "), Text(str(count), justify="right", style="bold"))
    console = Console()
    console.print(Text(str(project)), soft_wrap=True)
    console.print(table)
