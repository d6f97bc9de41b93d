"""The verb that needs no name: it opens the window on a project, on articles, or on the start page."""

from pathlib import Path
from typing import Annotated

import typer

from core.cli.app import app
from gui.start import open_window


@app.command("open", hidden=True)
def open_(paths: Annotated[list[Path] | None, typer.Argument(metavar="[PROJECT | ARTICLE…]")] = None) -> None:
    """Open the window on a project, on articles, or on the start page."""
    raise typer.Exit(open_window(paths or []))
