"""What a trainer's own line is made of: its sound from a file or the microphone, and its place in the user's folder."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.window.lines.desk import LineDesk, LineSound
from audio import lines
from audio.errors import UnreadableFile
from audio.files import SUFFIXES, read
from audio.playback import Playback
from coach.drills.repertoire import load
from coach.drills.writing import add_line
from coach.errors import CoachError

if TYPE_CHECKING:
    from app.choices import Choices
    from app.window.replay import Playing
    from audio.block import Block
    from coach.drills.line import Meaning

LONGEST_FILE_S: Final = 60.0  # a greeting of a voice mail, and no call of half an hour


def line_desk(own: Path, choices: Choices) -> LineDesk:
    """The real one; lines are kept in the folder `own`."""
    return LineDesk(
        repertoire=partial(load, own, lines.unplayable),
        from_file=from_file,
        from_block=from_block,
        play=lambda sound: _play(sound, choices.now.output_device),
        add=partial(add, own),
    )


def from_file(path: Path) -> LineSound:
    """Raise `SoundFileError`, which says what is wrong with it."""
    with read(path) as recording:
        seconds = 0.0
        for block in recording:
            seconds += len(block.samples) / block.rate_hz
            if seconds > LONGEST_FILE_S:
                raise UnreadableFile(
                    f"{path.name} is longer than {LONGEST_FILE_S:.0f} s, and one line is shorter. "
                    "Nothing was added. Cut the line out of it, and choose that file."
                )
    samples, rate_hz = lines.load(path)
    return LineSound(samples, rate_hz, path)


def from_block(block: Block) -> LineSound:
    """As a line is played, so that what is heard is what is added."""
    return LineSound(lines.as_played(block.samples.mean(axis=1), block.rate_hz), block.rate_hz)


def add(own: Path, group: str, meaning: Meaning, words: str, sound: LineSound) -> Path:
    """A file that is not named as a sound is kept as one that is. Raise `CoachError`; then nothing was added."""
    if sound.file is not None and sound.file.suffix.lower() in SUFFIXES:
        return add_line(own, group, meaning, words, sound.file)
    try:
        with tempfile.TemporaryDirectory(prefix="okbye") as folder:
            recorded = Path(folder) / "line.flac"
            lines.write(recorded, sound.samples, sound.rate_hz)
            return add_line(own, group, meaning, words, recorded)
    except OSError as error:
        raise CoachError(
            f"The line was not kept: its sound could not be written ({error.strerror}). "
            "What was there is as it was. Make room, and add it again."
        ) from error


def _play(sound: LineSound, output: str | None) -> Playing:
    playing = Playback(sound.samples, sound.rate_hz, output=output)
    playing.start()
    return playing
