"""`okbye offer check`: what departs from the method in an offer, a line for every file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from coach.errors import CoachError
    from coach.offers.checking import Checked
    from coach.offers.script import Script

app = typer.Typer(
    help="Offers and the method.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def offer() -> None:
    """Check offers against the method."""


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Offers, as TOML or plain text.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say what departs from the method: length, questions, features, small talk, persuasion."""
    # Loaded here, so that the other commands and --help need not wait for it.
    from coach.errors import BadScript  # noqa: PLC0415
    from coach.offers.checking import check as checked_text  # noqa: PLC0415
    from coach.offers.script import read_script  # noqa: PLC0415

    pace, unusable = _own_pace(), False
    for file in files:
        try:
            script = read_script(file)
        except BadScript as error:
            unusable = True
            _refuse(file, error, as_json=as_json)
            continue
        checked = [checked_text(text, script.fields, words_a_minute=pace) for text in (script.text, *script.variants)]
        _show_line(file, script, checked) if as_json else _show_table(file, checked)
    if unusable:
        raise typer.Exit(1)


def _own_pace() -> float | None:
    """What the stored takes tell of it; looking makes no store, and one that is damaged keeps nobody from checking."""
    from app.folders import folders  # noqa: PLC0415
    from coach.errors import StoreError  # noqa: PLC0415
    from coach.offers.pace import own_pace  # noqa: PLC0415

    place = folders()
    if not place.database.exists():
        return None
    from coach.store.opening import open_store  # noqa: PLC0415 - this takes long

    try:
        with open_store(place.database) as store:
            return own_pace(store.takes)
    except StoreError:
        return None


def _refuse(file: Path, error: CoachError, *, as_json: bool) -> None:
    from app.command.printable import visible  # noqa: PLC0415
    from coach.report import error_as_json  # noqa: PLC0415

    if as_json:
        typer.echo(json.dumps(error_as_json(path=str(file), kind=error.kind, says=str(error))))
    else:
        typer.echo(visible(str(error)), err=True)


def _show_line(file: Path, script: Script, checked: list[Checked]) -> None:
    from coach.offers.report import as_json  # noqa: PLC0415

    variants = [{"text": text} | as_json(one) for text, one in zip(script.variants, checked[1:], strict=True)]
    typer.echo(json.dumps({"path": str(file), **as_json(checked[0]), "variants": variants}, allow_nan=False))


def _show_table(file: Path, checked: list[Checked]) -> None:
    """A line for the offer and for each of its variants, and below it one for every rule."""
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from app.command.printable import visible  # noqa: PLC0415
    from app.command.show import MARK_WIDTH, MARKS  # noqa: PLC0415
    from coach.verdict import Result  # noqa: PLC0415

    out = Console(file=sys.stdout, soft_wrap=True, highlight=False)
    for number, one in enumerate(checked):
        name = visible(str(file)) + (f", variant {number}" if number else "")
        out.print(Text.assemble((name, "bold"), f"  {one.words} words, {one.seconds:.1f} s aloud"))
        for finding in one.findings:
            mark, style = MARKS[finding.result]
            where = f"  “{visible(finding.where)}”" if finding.where and finding.result is not Result.PASS else ""
            out.print(Text.assemble("  ", (f"{mark:{MARK_WIDTH}}", style), f"  {finding.says}{where}"))
