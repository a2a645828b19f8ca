"""`okbye`: the words it knows, each in a module of its own, and the window where there is no word."""

from __future__ import annotations

import os
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from app.command.analyze import analyze
from app.command.calls import calls, due
from app.command.devices import devices
from app.command.erase import erase
from app.command.faults import told
from app.command.importing import import_
from app.command.listen import listen
from app.command.offer import app as offer
from app.command.parcels import export
from app.command.press import press
from app.command.printable import speak_utf8
from app.command.prospects import prospects
from app.command.report import report
from app.command.restore import restore
from app.command.samples import samples
from app.command.takes import takes
from app.command.where import where
from app.display import NO_DISPLAY, has_display


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


@app.command()
def offers() -> None:
    """Open the window at the offers."""
    _open_window("offers")


@app.command()
def live() -> None:
    """Open the window at live calls."""
    _open_window("live")


@app.command()
def review() -> None:
    """Open the window at the trainer's desk."""
    _open_window("review")


@app.command()
def callbacks() -> None:
    """Open the window at the call-backs."""
    _open_window("callbacks")


def _open_window(page: str = "rehearse") -> None:
    if not has_display(os.environ):
        typer.echo(NO_DISPLAY, err=True)
        samples()
        return
    from app.window.start import run as open_window  # noqa: PLC0415 - Qt is for those who look at it

    raise typer.Exit(open_window(page))


for word in (
    analyze,
    listen,
    devices,
    takes,
    calls,
    due,
    export,
    import_,
    report,
    press,
    where,
    restore,
    erase,
    samples,
):
    app.command(word.__name__.rstrip("_"))(word)
app.add_typer(offer, name="offer")
app.add_typer(prospects)
