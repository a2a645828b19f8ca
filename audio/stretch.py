"""A word said faster or slower at the same pitch: pieces of it laid over each other where they fit best."""

from __future__ import annotations

import numpy as np

from audio.block import Samples

_PIECE_S = 0.03
_SEARCH_S = 0.008  # a little over half a period of a low voice to either side


def stretched(word: Samples, rate_hz: int, seconds: float) -> Samples:
    """Mono samples that last `seconds`. What is shorter than two pieces, before or after, stays as it was."""
    hop = round(_PIECE_S * rate_hz / 2)
    piece, search, wanted = 2 * hop, round(_SEARCH_S * rate_hz), round(seconds * rate_hz)
    if min(len(word), wanted) < 2 * piece:
        return word
    count = -(-wanted // hop)
    starts = np.linspace(0, len(word) - piece, count).round().astype(int) + search
    sound = np.pad(word.astype(np.float32), (search, search + hop))
    window = np.hanning(piece + 1)[:-1].astype(np.float32)  # two of them, half a piece apart, add up to one
    out = np.zeros(count * hop + hop, np.float32)
    at = int(starts[0])
    for number, start in enumerate(starts):
        if number:
            going_on = sound[at + hop : at + hop + piece]
            at = int(start) + _best_fit(sound[start - search : start + search + piece], going_on)
        out[number * hop : number * hop + piece] += window * sound[at : at + piece]
    return out[:wanted]


def _best_fit(within: Samples, going_on: Samples) -> int:
    """By how many samples to shift so that a piece goes on where the last one did."""
    likeness = np.correlate(within, going_on, "valid")
    return int(np.argmax(likeness)) - (len(likeness) - 1) // 2
