"""Fits the stated error of both ends, and tells how good the ear is, on composed takes of voices it never heard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog

from audio.ear.decode import Piece, pieces
from audio.ear.error import SMALLEST_S, TERMS, Coefficients, terms
from audio.ear.features import log_mels, normalised
from audio.ear.network import FAREWELL, OK, Network
from audio.training.pool import Pool
from audio.training.scene import Scene, Word, compose

QUANTILE = 0.95
FEWEST = 100  # closes that a 95 % quantile can be fitted on
_KINDS = frozenset({"close", "together", "extra_after", "extra_before", "extra_between", "call"})

Rows = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ends:
    """One close that was found: the ends that make its pause, their terms, how far off they are (measured - true)."""

    ok_end: Coefficients
    farewell_start: Coefficients
    ok_off: float
    farewell_off: float
    snr_db: float | None

    @property
    def pause_off(self) -> float:
        return abs(self.farewell_off - self.ok_off)


def found(network: Network, pool: Pool, count: int, seed: int = 19) -> tuple[list[Ends], int]:
    """What was found in `count` composed closes, and how many closes there were."""
    rng = np.random.default_rng(seed)
    ends: list[Ends] = []
    closes = 0
    while closes < count:
        scene = compose(rng, pool)
        if scene.kind not in _KINDS:
            continue
        closes += 1
        ends += _measured(network, scene)
    return ends, closes


def _measured(network: Network, scene: Scene) -> list[Ends]:
    heard = pieces(network(normalised(log_mels(scene.samples))), scene.samples)
    for ok, farewell in zip(scene.words[:-1], scene.words[1:], strict=True):
        if (ok.name, farewell.name) != (OK, FAREWELL):
            continue
        first, second = _match(heard, ok), _match(heard, farewell)
        if first is not None and second is not None:
            return [
                Ends(
                    terms(first.end, first.snr_db),
                    terms(second.start, second.snr_db),
                    first.end.at - ok.end,
                    second.start.at - farewell.start,
                    scene.snr_db,
                )
            ]
    return []


def _match(heard: list[Piece], word: Word) -> Piece | None:
    """The piece of that name that covers at least half of the word."""
    for piece in heard:
        shared = min(piece.end.at, word.end) - max(piece.start.at, word.start)
        if piece.name == word.name and shared >= (word.end - word.start) / 2:
            return piece
    return None


def fit(ends: list[Ends], into: Path) -> None:
    """Both ends apart, then both widened or narrowed alike until their hypotenuse holds 95 of 100 pauses."""
    if len(ends) < FEWEST:
        raise SystemExit(
            f"The network finds only {len(ends)} closes of the held-out voices: it needs more training steps."
        )
    end = _quantile_fit(np.array([e.ok_end for e in ends]), np.array([abs(e.ok_off) for e in ends]))
    start = _quantile_fit(np.array([e.farewell_start for e in ends]), np.array([abs(e.farewell_off) for e in ends]))
    stated = np.array([_pause_error(e, start, end) for e in ends])
    scale = float(np.quantile(np.array([e.pause_off for e in ends]) / stated, QUANTILE))
    np.savez(into, start=start * scale, end=end * scale)


def _pause_error(one: Ends, start: Coefficients, end: Coefficients) -> float:
    return float(np.hypot(max(SMALLEST_S, float(one.ok_end @ end)), max(SMALLEST_S, float(one.farewell_start @ start))))


def _quantile_fit(rows: Rows, off: Rows) -> Coefficients:
    """Weights of zero or more under which 95 of 100 values lie below their sum: a linear programme."""
    count = len(off)
    cost = np.concatenate((np.full(TERMS, 1e-6), np.full(count, QUANTILE), np.full(count, 1 - QUANTILE)))
    identity = np.eye(count)
    solved = linprog(cost, A_eq=np.hstack((rows, identity, -identity)), b_eq=off, bounds=(0, None))
    coefficients: Coefficients = solved.x[:TERMS]
    return coefficients


def table(ends: list[Ends], closes: int, start: Coefficients, end: Coefficients) -> str:
    """Figures by noise, as the training prints them."""
    off = np.array([e.pause_off for e in ends])
    stated = np.array([_pause_error(e, start, end) for e in ends])
    snr = np.array([99.0 if e.snr_db is None else e.snr_db for e in ends])
    lines = [f"found {len(ends)} of {closes} closes"]
    for low, high in ((20, 100), (13, 20), (8, 13), (0, 8)):
        here = (snr >= low) & (snr < high)
        if here.sum() > 5:
            median, most = (1000 * value for value in np.quantile(off[here], (0.5, 0.95)))
            inside, half = np.mean(off[here] <= stated[here]), 1000 * np.median(stated[here])
            lines.append(
                f"{low:3} to {high:3} dB: pause off by {median:.1f} ms, 95th {most:.0f} ms; "
                f"inside {inside:.3f} of ± {half:.0f} ms"
            )
    return "\n".join(lines)
