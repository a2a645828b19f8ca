"""What an hour of listening costs: memory at its beginning and end, and the share of one core."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator

import numpy as np

from audio.block import Block
from audio.ears import best_ear
from audio.listen import listen
from bench.composed import takes
from coach.bands import Bands
from coach.judge import judge

BLOCK = 160  # 10 ms at 16 kHz, as a microphone gives them
HOUR_S = 3600


def run(_folder: str | None) -> None:
    heard_s, memory = 0.0, []
    before = time.process_time()
    for _ in judge(listen(_hour(), best_ear()), Bands()):
        heard_s += BLOCK / 16_000
        if round(heard_s * 100) % 60_000 == 0:
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    share = (time.process_time() - before) / HOUR_S
    sys.stdout.write(f"one hour in blocks of 10 ms: {100 * share:.1f} % of one core\n")
    sys.stdout.write(f"largest memory after each ten minutes: {', '.join(f'{mib:.1f}' for mib in memory)} MiB\n")


def _hour() -> Iterator[Block]:
    """Composed takes again and again, cut as a microphone cuts."""
    sounds = [np.ascontiguousarray(take.sound[: len(take.sound) // 3 * 3 : 3][:, None]) for take in takes(20, (30,))]
    left, turn = HOUR_S * 16_000 // BLOCK, 0
    while left:
        sound = sounds[turn % len(sounds)]
        turn += 1
        for i in range(0, len(sound) - BLOCK, BLOCK):
            if not left:
                return
            left -= 1
            yield Block(sound[i : i + BLOCK], 16_000)
