"""The steps of the set-up, in their order."""

from __future__ import annotations

from enum import Enum


class Step(Enum):
    """The value is its name on screen."""

    MICROPHONE = "Microphone"
    LEVEL = "Level"
    ROOM = "Room noise"
    VOICE = "Your voice"
    NOISES = "Clicks and breath"
    EARS = "Your ears"
    RESULT = "Result"

    @property
    def number(self) -> int:
        return list(Step).index(self) + 1

    def other(self, steps: int) -> Step:
        """So many steps on, or back; the first and the last are the ends."""
        order = list(Step)
        return order[min(len(order) - 1, max(0, order.index(self) + steps))]
