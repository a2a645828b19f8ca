"""The virtual prospect of one take: told what is heard of the rep, it says what happens next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audio.segment import Heard
    from coach.drills.encounter import Encounter
    from coach.drills.events import Act, Told
    from coach.drills.scene import Scene
    from coach.stage import Stage


class Prospect:
    """`hear` every event of the take in order, `tell` it what was pressed and played. Acts come one at a time."""

    def __init__(self, scene: Scene, offer_words: int = 0) -> None:
        raise NotImplementedError

    def tell(self, told: Told) -> None:
        """From any thread; it is taken in with the next event of the sound."""
        raise NotImplementedError

    def hear(self, event: Heard) -> Act | None:
        """What the app has to do now, if anything."""
        raise NotImplementedError

    @property
    def stage(self) -> Stage:
        """The stage of the rep's answer: what was said before the prospect's no does not move it."""
        raise NotImplementedError

    @property
    def encounter(self) -> Encounter:
        raise NotImplementedError
