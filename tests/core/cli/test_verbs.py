import typer
from typer.testing import CliRunner

from core.cli.verbs import Verbs
from core.errors import ProjectProblem


def made(*, with_window: bool = True) -> typer.Typer:
    app = typer.Typer(cls=Verbs, add_completion=False)

    @app.command("import")
    def import_(words: list[str]) -> None:
        typer.echo(f"import {words}")

    @app.command("fail")
    def fail() -> None:
        raise ProjectProblem("p.qdesk is damaged.")

    if with_window:

        @app.command("open", hidden=True)
        def open_(words: list[str] | None = None, light: bool = False) -> None:
            typer.echo(f"open {words} {light}")

        open_.__annotations__["words"] = list[str] | None

    @app.callback()
    def _all() -> None:
        pass

    return app


def run(*words, **more):
    return CliRunner().invoke(made(**more), list(words))


def test_verbs_are_verbs():
    assert run("import", "a").stdout == "import ['a']\n"


def test_a_word_that_is_no_verb_goes_to_open():
    app = typer.Typer(cls=Verbs, add_completion=False)

    @app.command("open", hidden=True)
    def open_(words: list[str] = typer.Argument(None)) -> None:  # noqa: B008
        typer.echo(f"open {words}")

    @app.command("import")
    def import_(words: list[str]) -> None:
        typer.echo("import")

    runner = CliRunner()
    assert runner.invoke(app, ["seed.txt", "b.txt"]).stdout == "open ['seed.txt', 'b.txt']\n"
    assert runner.invoke(app, ["open", "import"]).stdout == "open ['import']\n"
    assert runner.invoke(app, []).stdout.strip() in ("open None", "open []")
    assert "open" not in runner.invoke(app, ["--help"]).stdout.split("Commands")[1]


def test_a_misspelt_verb_is_told_unless_it_is_a_file(tmp_path, monkeypatch):
    result = run("imprt", "a")
    assert result.exit_code == 2
    assert "Did you mean 'import'" in result.stderr
    monkeypatch.chdir(tmp_path)
    (tmp_path / "imprt").touch()
    assert "import" not in run("imprt").stdout


def test_without_a_window_no_words_mean_help():
    result = run(with_window=False)
    assert result.exit_code == 0
    assert "Usage" in result.stdout
    assert run("seed.txt", with_window=False).exit_code == 2


def test_what_people_did_wrong_is_one_line():
    result = run("fail")
    assert (result.exit_code, result.stderr) == (1, "p.qdesk is damaged.\n")
