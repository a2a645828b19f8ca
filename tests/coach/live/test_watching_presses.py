"""The sound of a press is no speech: neither for the stage nor for the numbers."""

from __future__ import annotations

import pytest
from drawing import RATE, draw
from watched import SMALL, Watched, close_sound, no, over

from audio.compose import room
from audio.ears import best_ear, plain_ear
from coach.live.events import Pressed
from coach.stage import Part
from coach.verdict import Result


def click(length_s=0.02, dbfs=-8.0):
    return room(round(RATE * length_s), dbfs, 3)


def with_clicks(sound, *moments, **how):
    out = sound.copy()
    for at in moments:
        one = click(**how)
        out[round(at * RATE) : round(at * RATE) + len(one)] += one
    return out


@pytest.mark.parametrize("ear", [best_ear, plain_ear])
@pytest.mark.parametrize("length_s", [0.02, 0.06, 0.1])
def test_a_loud_key_at_the_no_is_no_speech_and_lights_nothing(ear, length_s):
    sound, ok, farewell = close_sound()
    clicked = with_clicks(sound, 0.96, 1.08, length_s=length_s)
    watched = Watched(clicked, [Pressed(1.0), no(1.0), over(farewell.end + 3.5)], SMALL, ear=ear, late=0.03)
    before = [stage for stage in watched.stages if stage.now < ok.start]
    assert before
    assert all((stage.part, stage.speaking, stage.ok) == (Part.OK, False, None) for stage in before)
    assert watched.measured["a"].pause == pytest.approx(0.8, abs=0.06)


def test_a_voiced_sound_at_the_no_is_held_back_and_a_word_there_is_shown_late():
    buzz = draw("." * 10 + "#" + "." * 40, letter_s=0.09)
    watched = Watched(buzz, [Pressed(0.92), no(0.92)], SMALL, ear=plain_ear)
    assert not any(stage.speaking or stage.ok for stage in watched.stages)
    word = draw("." * 10 + "####" + "." * 40, letter_s=0.09)
    watched = Watched(word, [Pressed(0.92), no(0.92)], SMALL, ear=plain_ear)
    assert any(stage.ok for stage in watched.stages)


def test_the_key_at_hanging_up_does_not_break_the_silence():
    sound, _, farewell = close_sound()
    hung_up = farewell.end + 3.2
    clicked = with_clicks(sound, hung_up - 0.05, length_s=0.08)
    watched = Watched(clicked, [no(1.0), Pressed(hung_up), over(hung_up)], SMALL, late=0.02)
    assert watched.measured["a"].silence == pytest.approx(3.2, abs=1e-6)
    assert watched.measured["a"].result is Result.PASS
