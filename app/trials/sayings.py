"""“Ok … Good-bye”, said until three of them will do: each is a take of its own, checked and learned from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from app.pace import Pace
from app.said import Peaks
from app.take import Take
from app.trials.memory import Memory
from audio.block import Block
from audio.clipping import clipped
from audio.ears import best_ear
from audio.errors import BadSaying
from audio.listen import listen
from audio.peaks import HOP_S
from audio.segment import Word
from audio.voice.likeness import odd_one
from audio.voice.saying import Saying, find_saying
from audio.voice.voice import FEWEST, Voice, learn
from coach.judge import judge
from coach.setup.measured import Loudness, Spoken
from coach.setup.precision import Measuring, pause_error
from coach.stage import Part, Stage
from coach.verdict import Close, Kind, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from coach.bands import Bands

AFTER_S: Final = 1.0  # of silence, then the saying is over
GIVEN_UP_S: Final = 4.0  # after something that is not followed by the rest
LONGEST_S: Final = 12.0
TIMES_AGAIN: Final = 3


@dataclass(frozen=True, slots=True)
class Listening:
    """For the saying of that number, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Accepted:
    spoken: Spoken


@dataclass(frozen=True, slots=True)
class Refused:
    """`sentence` says why; it is to be said once more."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Learned:
    """All are there. `pause_error` in seconds."""

    voice: Voice
    pause_error: float | None


@dataclass(frozen=True, slots=True)
class _Kept:
    sound: Block
    close: Close
    both: tuple[Saying, Saying]


Said = Listening | Peaks | Stage | Accepted | Refused | Learned


def sayings(blocks: Iterator[Block], bands: Bands, room: Block | None) -> Iterator[Said]:
    """Ends with what was learned. `room` is a stretch of the room's noise, where it is known."""
    kept: list[_Kept] = []
    voice = None
    while voice is None:
        yield Listening(len(kept) + 1)
        memory = Memory()
        verdict = yield from _one(blocks, bands, memory)
        if verdict is None:
            return
        if not verdict.utterances:
            continue
        try:
            kept.append(_checked(verdict, memory.sound))
        except BadSaying as error:
            yield Refused(str(error))
            continue
        yield Accepted(_spoken(kept[-1], verdict))
        if len(kept) == FEWEST:
            try:
                voice = learn(saying for one in kept for saying in one.both)
            except BadSaying as error:
                kept = _without_the_odd(kept)
                yield Refused(str(error))
    yield Learned(voice, pause_error([_measured(one, room, bands) for one in kept]))


def _one(blocks: Iterator[Block], bands: Bands, memory: Memory) -> Generator[Peaks | Stage, None, Verdict | None]:
    """The verdict on one saying; None where the sound ended."""
    take, pace, verdict = Take(), Pace(), None
    for said in judge(listen(take.hear(blocks, 0, memory, pace.draw), best_ear()), bands):
        if isinstance(said, Verdict):
            verdict = said
        else:
            if _over(said):
                take.end_at(0)
            if pace.due(said):
                if (bars := pace.bars()) is not None:
                    yield Peaks(bars[0] * HOP_S, HOP_S, bars[1])
                yield said
    if take.fault is not None:
        raise take.fault
    return verdict if verdict is not None and verdict.duration else None


def _over(stage: Stage) -> bool:
    """Both words and a silence, something that nothing follows, or a long wait."""
    if stage.speaking or not stage.heard:
        return not stage.speaking and stage.now >= LONGEST_S
    last = stage.heard[-1]
    quiet_s = stage.now - last.segment.end
    if stage.part is Part.SILENCE and last.kind is not Kind.EXTRA:
        quiet_s = stage.silence or 0.0  # the farewell may be known for sure only a moment later
    return quiet_s >= (AFTER_S if stage.part is Part.SILENCE else GIVEN_UP_S)


def _checked(verdict: Verdict, sound: Block) -> _Kept:
    """The two words of it, each to learn from. Raise `BadSaying`."""
    close = verdict.close
    if close is None:
        raise BadSaying(f"{verdict.headline} {verdict.advice}")
    if verdict.result is Result.NOT_MEASURED:
        raise BadSaying(f"{verdict.reason} Say both words once more.")
    if close.together:
        raise BadSaying("The two words ran together. Say “Ok” and stop; leave a clear pause, then say “Good-bye”.")
    if any(utterance.kind is Kind.EXTRA for utterance in verdict.utterances):
        raise BadSaying("Something else was heard beside the two words. Say only “Ok” and “Good-bye”, once more.")
    middle = round((close.ok.end + close.farewell.start) / 2 * sound.rate_hz)
    earlier = [u.segment.end for u in verdict.utterances if u.segment.end <= close.ok.start]
    first = round(max(earlier, default=0.0) * sound.rate_hz)
    ok = find_saying(Word.OK, Block(sound.samples[first:middle], sound.rate_hz))
    return _Kept(sound, close, (ok, find_saying(Word.FAREWELL, Block(sound.samples[middle:], sound.rate_hz))))


def _without_the_odd(kept: list[_Kept]) -> list[_Kept]:
    odd = odd_one([saying for one in kept for saying in one.both])
    return [one for one in kept if odd not in one.both]


def _spoken(one: _Kept, verdict: Verdict) -> Spoken:
    words = (one.close.ok, one.close.farewell)
    level = max(word.level_dbfs for word in words if word.level_dbfs is not None)
    loud = Loudness(level, clipped=clipped(one.sound.samples))
    return Spoken(one.close.pause, one.close.pause_error, loud, verdict.snr_db or min(word.snr_db for word in words))


def _measured(one: _Kept, room: Block | None, bands: Bands) -> Measuring:
    """Measure it again with the room's noise laid under it, each time another stretch of it."""
    again: list[float | None] = []
    if room is not None and room.rate_hz == one.sound.rate_hz and len(room.samples):
        for k in range(TIMES_AGAIN):
            noise = np.roll(room.samples, k * len(room.samples) // TIMES_AGAIN, axis=0)
            noisy = one.sound.samples + np.resize(noise, one.sound.samples.shape)
            again.append(_pause(Block(noisy.astype(np.float32), room.rate_hz), bands))
    return Measuring(one.close.pause, one.close.pause_error, tuple(again))


def _pause(sound: Block, bands: Bands) -> float | None:
    for said in judge(listen([sound], best_ear()), bands):
        if isinstance(said, Verdict):
            return said.close.pause if said.close else None
    return None
