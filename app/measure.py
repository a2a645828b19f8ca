"""Measures one recording: a pure function of its path, the timing profile and the voice in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from audio.block import Block
    from audio.files import Recording
    from audio.voice.voice import Voice
    from coach.bands import Bands

    Progress = Callable[[float], None]  # told the share that is done, 0 to 1


@dataclass(frozen=True, slots=True)
class Measurement:
    """A recording's verdict; `note` says, as a sentence, what was wrong with a recording that could be used anyway."""

    path: Path
    sample_rate_hz: int
    verdict: Verdict
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """What could not be measured, and the sentence that says why."""

    path: Path
    kind: str
    says: str


Outcome = Measurement | Unusable


def judged(blocks: Iterable[Block], bands: Bands, voice: Voice | None = None) -> Verdict:
    """Hear all of a sound, and judge it; better where the voice in it is known."""
    from audio.ears import best_ear  # noqa: PLC0415
    from audio.listen import listen  # noqa: PLC0415 - numpy and the rest: only who measures waits for them
    from coach.judge import judge  # noqa: PLC0415

    for said in judge(listen(blocks, best_ear(voice)), bands):
        if isinstance(said, Verdict):
            return said
    raise AssertionError("the judge always has the last word")


def measure(path: Path, bands: Bands, progress: Progress | None = None, voice: Voice | None = None) -> Measurement:
    """Measure a recording of any length in constant memory. Raise `SoundFileError`."""
    from audio.files import read  # noqa: PLC0415

    with read(path) as recording:
        verdict = judged(recording if progress is None else _told(recording, progress), bands, voice)
        return Measurement(path, recording.rate_hz, verdict, recording.note)


def outcome(path: Path, bands: Bands, progress: Progress | None = None, voice: Voice | None = None) -> Outcome:
    """Measure a recording, or tell why not."""
    from audio.errors import SoundFileError  # noqa: PLC0415

    try:
        return measure(path, bands, progress, voice)
    except SoundFileError as error:
        return Unusable(path, error.kind, str(error))


def _told(recording: Recording, progress: Progress) -> Iterator[Block]:
    heard = 0.0
    for block in recording:
        yield block
        heard += len(block.samples) / block.rate_hz
        progress(min(1.0, heard / recording.duration) if recording.duration else 0.0)
