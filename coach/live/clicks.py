"""The sound of the press itself, a key or a button beside the microphone, is never taken for speech."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from audio.segment import (
    Heard,
    SegmentHeard,
    SpeechPaused,
    SpeechResumed,
    SpeechStarted,
    SpeechWithdrawn,
    TimePassed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audio.segment import Segment

BEFORE_S: Final = 0.15  # a switch is heard before the system tells of it
AFTER_S: Final = 0.25  # and once more when it is let go of
PAUSE_TOLD_S: Final = 0.12  # by then the end of what was announced would have been, too
LONGEST_S: Final = 0.24  # of both sounds of a switch, where no ear can tell them from a word
SURE: Final = 0.5
_PRESSES: Final = 16  # newest: more than anybody makes before their sound has come


class Clicks:
    """What is heard passes through, but for the presses.

    What was only announced beside a press is held back until it goes on for longer than the press can be heard.
    """

    def __init__(self) -> None:
        self._presses: deque[float] = deque(maxlen=_PRESSES)
        self._saying: float | None = None  # what was announced goes on since
        self._held: float | None = None

    def press(self, at: float) -> Iterator[Heard]:
        """A control was pressed at `at`. What was announced of its sound is taken back."""
        self._presses.append(at)
        if self._saying is not None and self._held is None and self._beside(self._saying):
            self._held = self._saying
            yield SpeechWithdrawn(self._saying)

    def hear(self, event: Heard) -> Iterator[Heard]:
        match event:
            case SpeechStarted(at=at):
                self._saying, self._held = at, at if self._beside(at) else None
                if self._held is not None:
                    return
            case SpeechPaused(at=at):
                self._saying = None
                if self._held is not None and self._beside(at):
                    return
                yield from self._let_go()
            case SpeechResumed(at=at) if self._held is not None:
                self._saying = at
                return
            case SpeechWithdrawn():
                self._saying = self._held = None
            case SegmentHeard(segment=segment):
                self._saying = self._held = None
                if self._is_click(segment):
                    return
            case TimePassed(now=now) if self._saying is not None and not self._beside(now - PAUSE_TOLD_S):
                yield from self._let_go()
            case _:
                pass
        yield event

    def _let_go(self) -> Iterator[Heard]:
        if self._held is not None:
            yield SpeechStarted(self._held)
            self._held = None

    def _beside(self, at: float) -> bool:
        return any(press - BEFORE_S <= at <= press + AFTER_S for press in self._presses)

    def _is_click(self, segment: Segment) -> bool:
        if not (self._beside(segment.start) and self._beside(segment.end)):
            return False
        known = segment.beliefs is not None and max(segment.beliefs[:2]) >= SURE
        return segment.duration <= LONGEST_S and not known
