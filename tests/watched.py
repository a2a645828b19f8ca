"""A live call that is watched: composed sound, what is pressed at its moment, and all that is told of it."""

from __future__ import annotations

from functools import cache

import pytest
from drawing import blocks, speak

from audio.ears import best_ear
from audio.listen import listen
from audio.segment import TimePassed
from coach.bands import Bands
from coach.calls.call import Ending
from coach.judge import judge
from coach.live.events import CallMeasured, CallOver, CloseNoticed, NoSaid
from coach.live.watching import Watching
from coach.stage import Stage
from coach.verdict import Verdict

BANDS = Bands()


class Watched:
    """All that was told while `sound` was heard, and what was pressed told at its moment."""

    def __init__(self, sound, told=(), sizes=(), *, ear=best_ear, late=0.0, lost_at=None):
        self._waiting = sorted(told, key=lambda one: one.at)
        self._late = late
        self._now = 0.0
        heard = listen(blocks(sound, sizes, lost_at=lost_at), ear())
        watching, self.said = Watching(BANDS), []
        for event in self._noting(heard):
            for one in self._told():
                watching.tell(one)
            self.said += watching.hear(event)

    def _noting(self, heard):
        for event in heard:
            if isinstance(event, TimePassed):
                self._now = event.now
            yield event

    def _told(self):
        due = [one for one in self._waiting if one.at + self._late <= self._now]
        self._waiting = self._waiting[len(due) :]
        return due

    @property
    def stages(self):
        return [said for said in self.said if isinstance(said, Stage)]

    @property
    def measured(self):
        return {said.call: said.measured for said in self.said if isinstance(said, CallMeasured)}

    @property
    def noticed(self):
        return [said.close for said in self.said if isinstance(said, CloseNoticed)]


SMALL = (160,) * 4000  # 10 ms each, as a microphone gives them


def no(at, call="a", **how):
    return NoSaid(call, at, **how)


def over(at, ending=Ending.HUNG_UP, call="a"):
    return CallOver(call, at, ending)


def verdict_on(sound):
    (verdict,) = [said for said in judge(listen(blocks(sound), best_ear()), BANDS) if isinstance(said, Verdict)]
    return verdict


@cache
def close_sound():
    """Two seconds of the room, "Ok", 0.8 s, "Good-bye", five seconds: and where the words lie."""
    sound = speak("." * 20 + "#" + "." * 8 + "#" + "." * 50)
    verdict = verdict_on(sound)
    return sound, verdict.close.ok, verdict.close.farewell


def agrees(measured, verdict):
    assert measured.pause == verdict.close.pause
    assert measured.pause_error == verdict.close.pause_error
    assert measured.silence == pytest.approx(verdict.close.silence, abs=1e-9)
    assert (measured.result, measured.headline) == (verdict.result, verdict.headline)
