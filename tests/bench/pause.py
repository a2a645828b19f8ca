"""The pause, measured and true, on composed takes."""

from __future__ import annotations

import sys

import numpy as np

from audio.block import Block
from audio.ears import best_ear
from audio.listen import listen
from audio.segment import Segment
from bench.composed import Take, takes
from coach.bands import Bands
from coach.judge import judge
from coach.verdict import Verdict

SNRS_DB = (60, 40, 30, 25, 20, 15, 10)
COUNT = 60


def run(_folder: str | None) -> None:
    line = "{:>7} {:>7} {:>10} {:>9} {:>8} {:>12}\n"
    sys.stdout.write(line.format("SNR dB", "found", "median ms", "95 % ms", "inside", "half width"))
    rows: dict[int, list[tuple[float, float] | None]] = {snr: [] for snr in SNRS_DB}
    for take in takes(COUNT, SNRS_DB):
        rows[take.snr_db].append(_error(take))
    for snr_db, results in rows.items():
        good = np.array([result for result in results if result is not None])
        errors = np.concatenate((good[:, 0], np.full(len(results) - len(good), np.inf)))
        ms = [1000 * value for value in np.quantile(errors, (0.5, 0.95), method="higher")]
        sys.stdout.write(
            line.format(
                snr_db,
                f"{len(good) / len(results):.3f}",
                f"{ms[0]:.1f}",
                f"{ms[1]:.0f}",
                f"{np.mean(good[:, 0] <= good[:, 1]):.3f}",
                f"{1000 * np.median(good[:, 1]):.0f} ms",
            )
        )


def _error(take: Take) -> tuple[float, float] | None:
    """|measured - true| and the stated half width, seconds; None when the close was not found where it is."""
    *_, verdict = judge(listen([Block(take.sound[:, None], take.rate_hz)], best_ear()), Bands())
    assert isinstance(verdict, Verdict)
    close = verdict.close
    if close is None or not all(map(_half_inside, (close.ok, close.farewell), take.truth.words)):
        return None
    return abs(close.pause - take.pause), close.pause_error


def _half_inside(measured: Segment, true: Segment) -> bool:
    return min(measured.end, true.end) - max(measured.start, true.start) >= true.duration / 2
