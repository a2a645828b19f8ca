"""Sound that went, or was changed, behind the program's back."""

from dataclasses import replace
from datetime import timedelta

import pytest
import soundfile
from sample_takes import NOON, blocks, hiss, take, verdict

from app.keeper import begin
from app.sound_state import SoundState, not_as_measured, sound_state
from audio.content import content_of


@pytest.fixture
def kept(sounds):
    """A take of two seconds as it was recorded."""
    key, recording = begin(sounds, 16_000, rep="Ana", started_at=NOON)
    for block in blocks(hiss(2)):
        recording.write(block)
    recording.close()
    return take(0, sound=key, verdict=replace(verdict(), duration=2.0))


def test_as_it_was_recorded(kept, sounds):
    assert sound_state(kept, sounds) is SoundState.AS_MEASURED
    assert sound_state(replace(kept, content=content_of(sounds.path(kept.sound))), sounds) is SoundState.AS_MEASURED
    assert sound_state(replace(kept, sound=None), sounds) is SoundState.NOT_KEPT


def test_gone(kept, sounds):
    sounds.path(kept.sound).unlink()
    assert sound_state(kept, sounds) is SoundState.MISSING
    assert list(not_as_measured([kept, replace(kept, sound=None)], sounds)) == [(kept, SoundState.MISSING)]


def test_another_length(kept, sounds):
    soundfile.write(sounds.path(kept.sound), hiss(3), 16_000)
    assert sound_state(kept, sounds) is SoundState.CHANGED
    soundfile.write(sounds.path(kept.sound), hiss(1), 16_000)
    assert sound_state(kept, sounds) is SoundState.CHANGED
    assert sound_state(replace(kept, fault="The disk was full."), sounds) is SoundState.AS_MEASURED


def test_another_sound_of_the_same_length(kept, sounds):
    known = replace(kept, content=content_of(sounds.path(kept.sound)))
    soundfile.write(sounds.path(kept.sound), hiss(2) * 0.5, 16_000)
    assert sound_state(known, sounds) is SoundState.CHANGED


def test_the_recording_of_another_take(kept, sounds):
    key, recording = begin(sounds, 16_000, rep="Ana", started_at=NOON + timedelta(days=1))
    recording.write(blocks(hiss(2), frames=32_000)[0])
    recording.close()
    sounds.path(key).replace(sounds.path(kept.sound))
    assert sound_state(kept, sounds) is SoundState.CHANGED


def test_no_sound_at_all(kept, sounds):
    sounds.path(kept.sound).write_text("Dear diary")
    assert sound_state(kept, sounds) is SoundState.CHANGED
    assert sound_state(replace(kept, sound="../elsewhere.flac"), sounds) is SoundState.CHANGED
