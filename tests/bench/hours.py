"""What hours of listening cost: memory at its beginning and end, and the share of one core."""

from __future__ import annotations

import resource
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from itertools import cycle

from audio.block import Block
from audio.ears import best_ear
from audio.frames import RATE
from audio.listen import listen
from bench.composed import takes
from coach.bands import Bands
from coach.judge import judge

BLOCK = 160  # 10 ms at 16 kHz, as a microphone gives them
READINGS = 8


def run(asked: Namespace) -> None:
    blocks = round(asked.hours * 3600 * RATE / BLOCK)
    memory = []
    before = time.process_time()
    for heard, _ in enumerate(judge(listen(_blocks(blocks), best_ear()), Bands()), 1):
        if heard % max(1, blocks // READINGS) == 0:
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    share = (time.process_time() - before) / (asked.hours * 3600)
    sys.stdout.write(f"{asked.hours:g} h of closes in blocks of 10 ms: {100 * share:.1f} % of one core\n")
    sys.stdout.write(f"largest memory after each eighth: {', '.join(f'{mib:.1f}' for mib in memory)} MiB\n")


def _blocks(count: int) -> Iterator[Block]:
    """Composed closes again and again, cut as a microphone cuts."""
    sounds = [take.samples for take in takes(20)]
    for sound in cycle(sounds):
        for i in range(0, len(sound) - BLOCK, BLOCK):
            if not count:
                return
            count -= 1
            yield Block(sound[i : i + BLOCK], RATE)
