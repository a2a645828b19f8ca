"""The sounds of one take's prospect, read before the call begins: nothing is looked for while it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audio.lines import load
from audio.tones import tone
from coach.drills.events import Tone
from coach.drills.line import SpokenLine

if TYPE_CHECKING:
    from audio.block import Samples
    from coach.drills.scene import Scene

HUNG_UP = "hung_up"

Sound = tuple["Samples", int]  # mono samples and their rate


class SceneSounds:
    """Raise `SoundFileError` where one of the lines cannot be read."""

    def __init__(self, scene: Scene) -> None:
        said = (scene.hello, scene.hello_again, scene.answer, scene.second, scene.reaction, scene.bye)
        self._lines = {line: load(line.sound) for line in said if line is not None}
        self._tones = {name: tone(name) for name in (*Tone, HUNG_UP)}

    def line(self, line: SpokenLine) -> Sound:
        return self._lines[line]

    def tone(self, name: Tone) -> Sound:
        return self._tones[name]

    def hung_up(self) -> Sound:
        return self._tones[HUNG_UP]
