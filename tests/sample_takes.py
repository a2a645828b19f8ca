"""Takes and verdicts for the tests of what keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from audio.block import Block
from audio.segment import Segment
from coach.take import Take
from coach.verdict import Check, Close, Kind, Result, Utterance, Verdict

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def verdict(result: Result = Result.PASS, pause: float = 0.8) -> Verdict:
    ok, farewell = Segment(1.0, 1.3), Segment(1.3 + pause, 1.9 + pause)
    close = Close(ok, farewell, pause, 0.012, 4.5, 0.01, "end")
    check = Check("pause", result, pause, 0.012, "s", 0.5, 2.0, "clear", "Two separate statements.")
    utterances = (Utterance(ok, Kind.OK), Utterance(farewell, Kind.FAREWELL))
    return Verdict(result, "A clean close.", "Once more.", (check,), close, (close,), utterances, 7.4, -61.2, 34.0)


def take(number: int, **changes: object) -> Take:
    """Take number n was spoken n minutes after noon."""
    given: dict[str, object] = {
        "id": f"take{number}",
        "started_at": NOON + timedelta(minutes=number),
        "verdict": verdict(),
        "rep": "Ana",
    }
    return Take(**{**given, **changes})  # type: ignore[arg-type]


def hiss(seconds: float, rate_hz: int = 16_000, channels: int = 1) -> np.ndarray:
    """The same noise each time, exactly representable in 16 bits; noise does not compress, so files grow with time."""
    numbers = np.random.default_rng(7).integers(-3000, 3000, (int(seconds * rate_hz), channels))
    return (numbers / 32768).astype(np.float32)


def blocks(samples: np.ndarray, rate_hz: int = 16_000, frames: int = 320) -> list[Block]:
    return [Block(samples[at : at + frames], rate_hz) for at in range(0, len(samples), frames)]
