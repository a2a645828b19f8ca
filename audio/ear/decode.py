"""From posteriors to words: which stretches are speech, what each is, and exactly from when to when.

Sound without a break is one run. In a run the most likely sequence of names is found; short pieces go to their
neighbours, and only an "ok" that a farewell follows, or a word at the rim of other talk, is split off. Ends are where
"nothing" and "something" are equally likely, sharpened by the sound's energy wherever the word rises out of the room.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.ear.edges import Edge, Sound, place
from audio.ear.network import FAREWELL, NOTHING, OK, OTHER, Posteriors
from audio.frames import FRAME_S

SWITCH_COST = 7.0  # nats for another name inside a run
LONGEST_HOLE_S = 0.07  # shorter silences do not break a run
SHORTEST_RUN_S = 0.06
SHORTEST_S = {OK: 0.12, FAREWELL: 0.14, OTHER: 0.12}  # as a piece of a run with several
SHORTEST_HEAD_S = 0.35  # of other talk that runs on into a farewell: "good" alone is shorter and belongs to it
FARTHEST_HEAD = 0.1  # of the belief may say that such a head is no near speech
SURE_SHARE = {False: 0.85, True: 0.55}  # the second for an "ok" and a farewell in one breath
_FAINTEST = 1e-4

Run = tuple[int, int]  # first frame, and the one after the last


@dataclass(frozen=True, slots=True)
class Piece:
    """One named stretch of near speech. Times are seconds from the beginning of the window.

    `shares` says how the network's belief is spread over ok, farewell and other; `speech` is its mean belief that it
    is speech at all. A piece that touches another one has no edge of its own there.
    """

    name: int
    start: Edge
    end: Edge
    shares: tuple[float, float, float]
    speech: float
    level_dbfs: float  # its loudest 10 ms
    snr_db: float

    @property
    def duration(self) -> float:
        return self.end.at - self.start.at


def pieces(posteriors: Posteriors, samples: Samples) -> list[Piece]:
    """Everything near that is said in a window: one row of `posteriors` for every 10 ms of `samples`."""
    speech = 1.0 - posteriors[:, NOTHING]
    runs = _runs(speech)
    if not runs:
        return []
    named = [_named(posteriors, run) for run in runs]
    sound = Sound.of(samples, runs)
    found = []
    for parts in named:
        for k, (first, last, name) in enumerate(parts):
            share = posteriors[first:last, 1:].sum(axis=0)
            share = share / share.sum()
            start, end = place(speech, sound, (first, last), glued=(k > 0, k + 1 < len(parts)))
            if end.at - start.at < SHORTEST_RUN_S:
                continue
            level = sound.whole.peak(start.at, end.at)
            found.append(
                Piece(
                    name,
                    start,
                    end,
                    (float(share[0]), float(share[1]), float(share[2])),
                    float(speech[first:last].mean()),
                    level,
                    level - sound.whole.floor_db,
                )
            )
    return found


def _runs(speech: npt.NDArray[np.float32]) -> list[Run]:
    """Stretches that are more likely speech than not, small holes closed."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (speech > 0.5).astype(np.int8), [0]))))  # noqa: PLR2004
    joined: list[Run] = []
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if joined and (first - joined[-1][1]) * FRAME_S < LONGEST_HOLE_S:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return [(first, last) for first, last in joined if (last - first) * FRAME_S >= SHORTEST_RUN_S]


def _named(posteriors: Posteriors, run: Run) -> list[tuple[int, int, int]]:
    """The parts of a run with their names: first frame, the one after the last, name."""
    beliefs = np.maximum(posteriors[run[0] : run[1], 1:], _FAINTEST)
    path = _likeliest(np.log(beliefs / beliefs.sum(axis=1, keepdims=True)).tolist())
    parts: list[list[int]] = []
    for k, name in enumerate(path):
        if parts and parts[-1][2] == name + 1:
            parts[-1][1] = run[0] + k + 1
        else:
            parts.append([run[0] + k, run[0] + k + 1, name + 1])
    while len(parts) > 1 and (weak := _weakest(posteriors, parts)) is not None:
        _merge(posteriors, parts, weak)
    if len(parts) == 1:
        parts[0][2] = _belief(posteriors, parts[0])
    return [(first, last, name) for first, last, name in parts]


def _likeliest(logs: list[list[float]]) -> list[int]:
    """Viterbi over the three names, the cost of a change the same for all."""
    best = list(logs[0])
    back: list[tuple[int, int, int]] = []
    for ok, farewell, other in logs[1:]:
        top = max(best)
        leader, changed = best.index(top), top - SWITCH_COST
        came = (
            0 if best[0] >= changed else leader,
            1 if best[1] >= changed else leader,
            2 if best[2] >= changed else leader,
        )
        best = [max(best[0], changed) + ok, max(best[1], changed) + farewell, max(best[2], changed) + other]
        back.append(came)
    state = best.index(max(best))
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def _weakest(posteriors: Posteriors, parts: list[list[int]]) -> int | None:
    """The part that should not stand alone: too short for its name, or not sure enough of it. None when all stand."""
    worst, place_of_worst = 0.0, None
    for k, (first, last, name) in enumerate(parts):
        share = posteriors[first:last, 1:].sum(axis=0)
        sure = float(share[name - 1] / share.sum())
        shortest = SHORTEST_HEAD_S if _is_head(posteriors, parts, k) else SHORTEST_S[name]
        whole = (last - first) * FRAME_S / shortest
        lack = SURE_SHARE[_in_order(parts, k)] - (sure if whole >= 1 else 0.5 * sure * whole)
        if lack > worst:
            worst, place_of_worst = lack, k
    return place_of_worst


def _in_order(parts: list[list[int]], k: int) -> bool:
    """Whether it is one half of "ok" and farewell in one breath."""
    name = parts[k][2]
    before = name == FAREWELL and k > 0 and parts[k - 1][2] == OK
    return before or (name == OK and k + 1 < len(parts) and parts[k + 1][2] == FAREWELL)


def _is_head(posteriors: Posteriors, parts: list[list[int]], k: int) -> bool:
    """Whether it runs on into a farewell and is as near as one: what a neighbour says before it is less sure."""
    first, last, name = parts[k]
    before = name == OTHER and k + 1 < len(parts) and parts[k + 1][2] == FAREWELL
    return before and float(posteriors[first:last, NOTHING].mean()) < FARTHEST_HEAD


def _merge(posteriors: Posteriors, parts: list[list[int]], weak: int) -> None:
    """Give a weak part to the neighbour that believes in it more; the longer one's name wins by belief."""
    sides = [k for k in (weak - 1, weak + 1) if 0 <= k < len(parts)]
    first, last, _ = parts[weak]
    share = posteriors[first:last, 1:].sum(axis=0)
    into = max(sides, key=lambda k: float(share[parts[k][2] - 1]))
    low, high = min(into, weak), max(into, weak)
    merged = [parts[low][0], parts[high][1], parts[into][2]]
    merged[2] = _belief(posteriors, merged)
    parts[low : high + 1] = [merged]
    for k in range(len(parts) - 1, 0, -1):
        if parts[k][2] == parts[k - 1][2]:
            parts[k - 1 : k + 1] = [[parts[k - 1][0], parts[k][1], parts[k][2]]]


def _belief(posteriors: Posteriors, part: list[int]) -> int:
    return 1 + int(posteriors[part[0] : part[1], 1:].sum(axis=0).argmax())


__all__ = ["FAREWELL", "OK", "OTHER", "Piece", "pieces"]
