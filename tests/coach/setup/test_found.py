from dataclasses import replace

import pytest

from coach.setup.found import Found
from coach.setup.measured import Ears, Loudness, Noise, Room, Spoken
from coach.setup.steps import Step

ALL = Found(
    level=Loudness(-20.0),
    room=Room(-60.0),
    spoken=(Spoken(0.8, 0.01, Loudness(-20.0), 40.0),) * 3,
    pause_error=0.0171,
    voice_known=True,
    click=Noise(20.0, 0),
    breath=Noise(12.0, 0),
    ears=Ears(None),
)
MEASURED = {
    Step.LEVEL: {"level": None},
    Step.ROOM: {"room": None},
    Step.VOICE: {"spoken": (), "voice_known": False, "pause_error": None},
    Step.NOISES: {"breath": None},
    Step.EARS: {"ears": None},
}


def test_when_all_was_done_nothing_is_missing():
    assert ALL.missing == ()
    assert all(ALL.taken(step) for step in Step)
    assert ALL.headline == "Your pauses are measured to ± 18 ms here."
    assert all(found.well for found in ALL.summary)


@pytest.mark.parametrize("step", MEASURED)
def test_a_step_that_was_skipped_is_named_with_what_is_then_not_known(step):
    found = replace(ALL, **MEASURED[step])
    assert not found.taken(step)
    (missing,) = found.missing
    assert (missing.name, missing.value) == (step.value, "skipped")
    assert "not known" in missing.advice


def test_the_figure_is_never_made_up():
    assert "not known" in Found().headline
    assert "lost in the noise" in replace(ALL, pause_error=None).headline
    assert Found().summary == ()


def test_two_sayings_of_three_are_no_voice():
    assert not Found(spoken=ALL.spoken[:2]).taken(Step.VOICE)


def test_steps_end_at_both_ends():
    assert Step.MICROPHONE.other(-1) is Step.MICROPHONE
    assert Step.RESULT.other(1) is Step.RESULT
    assert [step.number for step in Step] == [1, 2, 3, 4, 5, 6, 7]
