"""`okbye samples`: judges the built-in sample takes here in the terminal, the known times beside the measured ones."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.samples import Sample
    from coach.bands import Bands
    from coach.verdict import Verdict


class Judged(NamedTuple):
    sample: Sample
    verdict: Verdict
    rate_hz: int


def samples(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    bands: Annotated[Path | None, typer.Option(metavar="FILE", help="The timing profile to judge by.")] = None,
) -> None:
    """Judge the built-in sample takes: needs no microphone and no display."""
    # Loaded here, so that the other commands and --help need not wait for it.
    from app.samples import SAMPLES  # noqa: PLC0415
    from coach.profile import load  # noqa: PLC0415

    profile = load(bands)
    judged = (_judged(sample, profile) for sample in SAMPLES)
    show = _as_lines if as_json else _as_table
    show(judged)


def _judged(sample: Sample, bands: Bands) -> Judged:
    from app.measure import judged  # noqa: PLC0415
    from app.samples import composed  # noqa: PLC0415
    from audio.block import Block  # noqa: PLC0415

    sound = composed(sample)
    return Judged(sample, judged([Block(sound.samples[:, None], sound.rate_hz)], bands), sound.rate_hz)


def _as_lines(found: Iterable[Judged]) -> None:
    from coach.report import as_json  # noqa: PLC0415

    for sample, verdict, rate_hz in found:
        line = as_json(verdict, path=f"sample:{sample.name}", sample_rate_hz=rate_hz)
        known = {"pause_s": sample.pause_s, "silence_s": sample.silence_s}
        typer.echo(json.dumps({**line, "title": sample.title, "voice": sample.voice, "known": known}, allow_nan=False))


def _as_table(found: Iterable[Judged]) -> None:
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from app.command.show import MARKS  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("Sample", "Verdict"):
        table.add_column(heading, no_wrap=True)
    for heading in ("Pause", "heard", "Silence", "heard"):
        table.add_column(heading, justify="right", no_wrap=True)
    for sample, verdict, _ in found:
        close = verdict.close
        table.add_row(
            sample.title,
            Text(*MARKS[verdict.result]),
            f"{sample.pause_s:.2f} s",
            f"{close.pause:.2f} ± {close.pause_error:.2f} s" if close else "",
            f"{sample.silence_s:.1f} s",
            f"{close.silence:.1f} s" if close else "",
        )
    Console(file=sys.stdout).print(table)
