"""Tables and figures as they stand in docs/measurements.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite, isnan

from bench.scoring import Score


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines) + "\n"


def ms(seconds: float) -> str:
    """Milliseconds, without the unit; "none" where too much was not found for this quantile to be a time."""
    if isnan(seconds):
        return "–"
    if not isfinite(seconds):
        return "none"
    return f"{1000 * seconds:.1f}" if seconds < 0.00995 else f"{1000 * seconds:.0f}"


def share(part: float) -> str:
    return "–" if isnan(part) else f"{part:.3f}"


def pause(score: Score) -> str:
    return f"{ms(score.pause_median)} / {ms(score.pause_95th)}"


def inside(score: Score, *, stated: bool) -> tuple[str, str]:
    """How many true pauses the stated intervals hold, and how wide these are; nothing for who states none."""
    return (share(score.inside), ms(score.half_width)) if stated else ("–", "–")
