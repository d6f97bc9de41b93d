"""`quotedesk release`: a version of the dataset, frozen under a name."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from core.cli.changes import show_summary
from core.model.overview import ReleaseRow
from core.model.saying import plural


def release(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project.")],
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="What to call it; without a name, all are listed.")
    ] = None,
    annotator: Annotated[str, typer.Option(help="Who freezes it.")] = "release",
) -> None:
    """Freeze a version of the dataset, to be exported as it is now at any time; says what changed since the last."""
    from core.desk.desk import Desk
    from core.desk.diff import difference

    if name is None:
        with closing(Desk.open_to_read(project, annotator)) as desk:
            _list(desk.queries.releases())
        return
    with closing(Desk.open(project, annotator)) as desk:
        known = desk.queries.releases()
        made = desk.release(name)
        typer.echo(f"{made.name} is frozen: {_sum(made)}.")
        if known:
            typer.echo(f"Since {known[-1].name}:")
            show_summary(difference(desk.dataset(known[-1].name), desk.dataset(made.name)))


def _list(known: Sequence[ReleaseRow]) -> None:
    for each in known:
        typer.echo(f"{each.name}  {each.at[:10]}  {_sum(each)}")
    if not known:
        typer.echo("There is no release yet.")


def _sum(release: ReleaseRow) -> str:
    return f"{plural(release.articles, 'article')}, {plural(release.quotes, 'quote')}"
