"""`okbye`: the words it knows, each in a module of its own, and the window where there is no word."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from app.command.analyze import analyze
from app.command.faults import told
from app.command.printable import speak_utf8

NO_SCREEN = (
    "Okbye cannot open its window: there is no display here. "
    "Start it on a desktop, or let `okbye samples` judge the sample takes in this terminal."
)


class Root(TyperGroup):
    """Whatever goes wrong in a command, apart from wrong usage, is told by one function."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own types are private
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except Exception as error:
            raise typer.Exit(told(error)) from error


app = typer.Typer(
    name="okbye",
    cls=Root,
    help="A coach for the hardest second of a sales call: “Ok”, a pause, “Good-bye”, silence. "
    "Without a command it opens its window.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run() -> None:
    """Run the command that the arguments name, and exit."""
    speak_utf8()
    app(prog_name="okbye")


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            typer.echo(f"okbye {version('okbye')}")
        except PackageNotFoundError:
            typer.echo("okbye, run from its source without being installed")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    del version  # its callback has answered
    if context.invoked_subcommand is None:
        _open_window()


@app.command()
def rehearse() -> None:
    """Open the window to rehearse."""
    _open_window()


def _open_window() -> None:
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        typer.echo(NO_SCREEN, err=True)
        raise typer.Exit(1)
    start = import_module("app.window.start")
    raise typer.Exit(start.run())


app.command()(analyze)
for word in ("samples", "listen", "devices", "takes", "where"):
    if find_spec(f"app.command.{word}"):
        app.command(word)(getattr(import_module(f"app.command.{word}"), word))
