"""`quotedesk import`: articles and what is known of them into a project."""

import os
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from core.cli.given import inputs
from core.cli.problems import mention, report, say
from core.errors import UserMistake
from core.formats.articles import articles
from core.formats.problems import Problems
from core.formats.reading import IMPORTER, Reading
from core.formats.registry import Reader, reader_named, readers
from core.formats.texts import texts_of
from core.model.records import AnnotatedDocument
from core.model.saying import plural

if TYPE_CHECKING:
    from core.desk.desk import Desk
    from core.desk.intake import Brought


def import_(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project; it is made if there is none.")],
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Files or folders; - is standard input.")],
    format_: Annotated[
        str | None, typer.Option("--format", help="The format of all of them, where the files don't say it.")
    ] = None,
    label: Annotated[bool, typer.Option("--label", help="Also look for quotes and their speakers.")] = False,
    annotator: Annotated[str, typer.Option(help="Whose the quotes are where a file doesn't say.")] = IMPORTER,
    as_: Annotated[
        Literal["annotations", "suggestions"],
        typer.Option("--as", help="What quotes without a status are taken for."),
    ] = "annotations",
    texts: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The texts of annotations that came without theirs.")
    ] = None,
) -> None:
    """Bring articles into a project, with the quotes and speakers that they have."""
    if not annotator.strip():
        raise typer.BadParameter("the name is empty", param_hint="--annotator")
    known = None if format_ is None else _known(format_)
    _check_place(project)
    problems = Problems()
    found = None if texts is None else texts_of(texts, problems)
    reading = Reading.at_this_moment(annotator.strip(), as_suggestions=as_ == "suggestions", texts=found)
    lines = articles(inputs(files), problems, reading, known=known)
    first = next(lines, None)
    if first is None:
        mention(problems.remarks)
        raise typer.Exit(report(problems, "Nothing was taken and nothing was changed."))
    desk, brought = _filled(project, reading.annotator, chain([first], lines))
    with closing(desk):
        # At once: it stays taken, whatever happens now.
        typer.echo(f"{_sum(brought)} taken into {project}.")
        for sentence in brought.problems:
            problems.note(sentence)
        mention(problems.remarks, problems.remarked)
        mention(brought.duplicates)
        try:
            _tell_near_duplicates(desk, brought)
        finally:
            code = report(problems, f"The good ones were taken all the same: {_sum(brought)}.")
    if label:
        from core.cli.labels import label_documents

        count = label_documents(project, brought.document_ids, reading.annotator)
        typer.echo(f"{plural(count, 'article')} labelled.")
    raise typer.Exit(code)


def _known(name: str) -> Reader:
    names = [reader.name for reader in readers()]
    if name not in names:
        raise typer.BadParameter(f"{name} is none of {', '.join(names)}", param_hint="--format")
    return reader_named(name)


def _check_place(project: Path) -> None:
    """Refuse a new project that has no place, or the name of an article: `import a.txt b.txt` forgot the project."""
    from core.desk.whole_file import check_parent

    if os.path.exists(project):
        return
    if project.suffix.lower() in {suffix for reader in readers() for suffix in reader.suffixes}:
        raise UserMistake(f"{project} is the name of an article. Nothing was changed. Name the project first.")
    check_parent(project)
    if not os.access(project.parent, os.W_OK | os.X_OK):
        raise UserMistake(
            f"{project} can't be made: the folder {project.parent} can't be written to. Nothing was changed. "
            "Choose another folder."
        )


def _filled(path: Path, annotator: str, lines: Iterator[AnnotatedDocument]) -> "tuple[Desk, Brought]":
    """Open the project or make it, and bring the lines in; one that was made and couldn't be filled goes again."""
    from core.desk.desk import Desk

    new = not os.path.exists(path)
    desk = Desk.create(path, annotator) if new else Desk.open(path, annotator)
    try:
        return desk, desk.bring_in(lines, annotator)
    except BaseException:
        desk.close()
        if new:
            path.unlink(missing_ok=True)
        raise


def _tell_near_duplicates(desk: "Desk", brought: "Brought") -> None:
    """Tell which articles are nearly the same as others; to look for them takes long in a large project."""
    try:
        mention(desk.near_duplicates(brought.document_ids))
    except KeyboardInterrupt:
        say(f"{_sum(brought)} were taken and stay; near-duplicates were not looked for to the end.")
        raise


def _sum(brought: "Brought") -> str:
    return f"{plural(brought.documents, 'article')} and {plural(brought.quotes, 'quote')}"
