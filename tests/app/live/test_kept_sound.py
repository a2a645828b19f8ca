"""The rep's own sound of a close is kept where they have chosen so, and at no other time."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from drawing import RATE, speak

from coach.live.state import Press

from .conftest import CLOSE, MORE, close, measured, newest, verdict_on


def test_the_sound_is_kept_only_where_that_was_chosen(calling, calls, chosen, microphone, sounds, qtbot):
    chosen[0] = chosen[0].model_copy(update={"live_sound": True})
    calling.refresh()
    microphone.play(speak("." * 30))
    close(calling, microphone)
    qtbot.waitUntil(lambda: bool(calls.log_of) and newest(calls).sound is not None)
    kept, rate_hz = soundfile.read(sounds.path(newest(calls).sound), dtype="float32")
    assert rate_hz == RATE
    assert len(kept) == 2 * RATE + len(CLOSE)
    assert np.abs(kept[2 * RATE :] - CLOSE).max() <= 1 / 32768
    again = verdict_on(kept)
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).measured.pause == pytest.approx(again.close.pause, abs=0.02)
    calling.press(Press.UNDO)
    assert list(sounds.finished()) == []


def test_sound_of_a_close_that_was_none_is_not_kept(calling, calls, chosen, microphone, sounds, qtbot):
    chosen[0] = chosen[0].model_copy(update={"live_sound": True})
    calling.refresh()
    calling.press(Press.NO)
    microphone.play(CLOSE)
    calling.press(Press.ASKED_TO_STAY)
    microphone.play(MORE)
    calling.press(Press.NO_ANSWER)
    qtbot.waitUntil(lambda: bool(calls.log_of) and not list(sounds.unfinished()))
    assert list(sounds.finished()) == []
