"""`okbye press`: presses a control of the open window, for foot pedals, key pads and shortcuts of the desktop."""

from __future__ import annotations

from typing import Annotated

import typer

from app.presses.names import NAMES


def press(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"Which one: {', '.join(NAMES)}.", show_default=False)],
) -> None:
    """Press a control of the open window by its name."""
    from app.folders import folders  # noqa: PLC0415
    from app.presses.pressing import press as press_it  # noqa: PLC0415

    raise typer.Exit(press_it(folders().home, name))
