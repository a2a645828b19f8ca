"""What hours of listening cost, in takes and in live calls: memory on the way, and the share of one core."""

from __future__ import annotations

import resource
import sys
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import cycle

from audio.block import Block
from audio.ears import best_ear
from audio.frames import RATE
from audio.listen import listen
from audio.segment import Heard, TimePassed
from bench.composed import takes
from coach.bands import Bands
from coach.calls.call import Ending
from coach.judge import judge
from coach.live.events import CallOver, NoSaid
from coach.live.watching import Watching

BLOCK = 160  # 10 ms at 16 kHz, as a microphone gives them
READINGS = 8
CALL_S, CLOSE_S = 45.0, 20.0


def run(asked: Namespace) -> None:
    blocks = round(asked.hours * 3600 * RATE / BLOCK)
    ways = {
        "closes": judge(listen(_blocks(blocks), best_ear()), Bands()),
        "live calls": _live(listen(_blocks(blocks), best_ear())),
    }
    for what, said in ways.items():
        memory = []
        before = time.process_time()
        for heard, _ in enumerate(said, 1):
            if heard % max(1, blocks // READINGS) == 0:
                memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        share = (time.process_time() - before) / (asked.hours * 3600)
        sys.stdout.write(f"{asked.hours:g} h of {what} in blocks of 10 ms: {100 * share:.1f} % of one core\n")
        sys.stdout.write(f"largest memory after each eighth: {', '.join(f'{mib:.1f}' for mib in memory)} MiB\n")


def _live(heard: Iterable[Heard]) -> Iterator[object]:
    """A No every 45 seconds, 20 of them up to hanging up."""
    watching, closing = Watching(Bands()), False
    for event in heard:
        if isinstance(event, TimePassed):
            if (now := event.now % CALL_S) < CLOSE_S and not closing:
                watching.tell(NoSaid("call", event.now))
            elif now >= CLOSE_S and closing:
                watching.tell(CallOver("call", event.now, Ending.HUNG_UP))
            closing = now < CLOSE_S
            yield None
        yield from watching.hear(event)


def _blocks(count: int) -> Iterator[Block]:
    """Composed closes again and again, cut as a microphone cuts."""
    sounds = [take.samples for take in takes(20)]
    for sound in cycle(sounds):
        for i in range(0, len(sound) - BLOCK, BLOCK):
            if not count:
                return
            count -= 1
            yield Block(sound[i : i + BLOCK], RATE)
