"""`quotedesk export`: a dataset out of a project."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.cli.given import DASH
from core.cli.output import output
from core.cli.problems import mention, say
from core.errors import UserMistake
from core.formats.registry import writers
from core.model.chosen import SplitBy, Which
from core.model.saying import plural

if TYPE_CHECKING:
    from core.desk.desk import Desk
    from core.desk.splits import Split


def export(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project.")],
    out: Annotated[
        str,
        typer.Argument(metavar="OUT", help="The file, or the folder where there are several; - is standard output."),
    ],
    format_: Annotated[str, typer.Option("--format", help="jsonl (keeps everything) or another one; see the manual.")],
    which: Annotated[
        Which | None,
        typer.Option(help="Decided quotes of complete articles, all decided ones, or suggestions too."),
    ] = None,
    annotator: Annotated[str | None, typer.Option(help="Only what this person decided.")] = None,
    split: Annotated[str | None, typer.Option(help="Shares of train, dev and test, such as 80/10/10.")] = None,
    split_by: Annotated[SplitBy, typer.Option(help="What is never torn apart by a split.")] = "document",
    stand_off: Annotated[
        bool, typer.Option("--stand-off", help="Leave the texts out, where they can't be passed on.")
    ] = False,
    release: Annotated[str | None, typer.Option(help="A frozen release instead of what the project holds now.")] = None,
) -> None:
    """Write what was decided in a project as a dataset. OUT is replaced only when the new one is whole."""
    from core.desk.desk import Desk
    from core.desk.manifest import Chosen
    from core.desk.outlet import usual_which

    names = [writer.name for writer in writers()]
    if format_ not in names:
        raise typer.BadParameter(f"{format_} is none of {', '.join(names)}", param_hint="--format")
    chosen = Chosen(
        format=format_,
        which=which or usual_which(format_),
        annotator=annotator,
        release=release,
        stand_off=stand_off,
        split=None if split is None else _split(split, split_by),
    )
    desk = Desk.open_to_read(project, annotator or "")
    try:
        _check_annotator(desk, annotator, release)
        if out == DASH:
            with output(out) as file:
                told = desk.export_to(file, chosen)
        else:
            told = desk.export(Path(out), chosen)
    finally:
        desk.close()
    # On stderr, since the dataset itself may go to standard output.
    mention([f"{each}: left out, since it is nearly the same as articles of two parts." for each in told.torn])
    for sentence in (*told.parts, *told.losses):
        say(sentence)
    noun = "line" if format_ == "jsonl" else "record"
    say(f"{plural(told.count, noun)} written ({chosen.which}).")


def _split(words: str, by: SplitBy) -> "Split":
    from core.desk.splits import parsed_split

    try:
        return parsed_split(words, by)
    except UserMistake as mistake:
        raise typer.BadParameter(str(mistake), param_hint="--split") from None


def _check_annotator(desk: "Desk", name: str | None, release: str | None) -> None:
    """Refuse a name that nobody of the project, or of the release, has: most likely it is misspelt."""
    if name is None:
        return
    if release is None:
        known = desk.queries.annotators()
    else:
        known = sorted({line.layer.annotator for line in desk.dataset(release) if line.layer.annotator})
    if name not in known:
        names = ", ".join(known) or "none yet"
        raise UserMistake(f"There is no annotator {name}. There are: {names}. Nothing was written.")
