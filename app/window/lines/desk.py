"""What the page for a new line works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window.replay import Playing
    from audio.block import Block, Samples
    from coach.drills.line import Meaning
    from coach.drills.repertoire import Repertoire


@dataclass(frozen=True, slots=True)
class LineSound:
    """A line as it will be played; `file` is where it comes from, None where it was recorded just now."""

    samples: Samples = field(repr=False)
    rate_hz: int
    file: Path | None = None

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate_hz


@dataclass(frozen=True, slots=True)
class LineDesk:
    """Whatever raises an AudioError or a CoachError has it shown.

    `repertoire` reads all drills and lines anew. `from_file` and `from_block` make a line's sound; `add` is told the
    group, its meaning, the words and the sound, and gives the file that was made.
    """

    repertoire: Callable[[], Repertoire]
    from_file: Callable[[Path], LineSound]
    from_block: Callable[[Block], LineSound]
    play: Callable[[LineSound], Playing]
    add: Callable[[str, Meaning, str, LineSound], Path]
