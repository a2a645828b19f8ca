"""The set-up of the microphone in the real window: keys, a microphone without hardware, a screen reader."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager

import numpy as np
import pytest
import soundfile
import soxr

from audio.compose import compose, room
from audio.voice.keeping import kept
from audio.words import find, load

pytestmark = [pytest.mark.sound_server, pytest.mark.screen]

RATE = 16_000
PAUSES_S = (0.8, 1.0, 0.7)
ORDINALS = ("first", "second", "third")


@pytest.fixture
def desk(virtual_microphone, tmp_path):
    """A microphone in a quiet room, and speakers that it does not hear."""
    virtual_microphone.plug("speakers")
    path = tmp_path / "room.wav"
    soundfile.write(path, np.tile(room(RATE * 10, -62.0, 4), 40), RATE, subtype="PCM_16")
    with virtual_microphone.playing(path):
        yield virtual_microphone


@contextmanager
def okbye(screen, home):
    surroundings = {**os.environ, **screen.environment, "OKBYE_HOME": str(home)}
    del surroundings["PULSE_LATENCY_MSEC"]  # an output would run dry
    app = subprocess.Popen([sys.executable, "-m", "app"], env=surroundings, stderr=subprocess.DEVNULL)
    try:
        yield app
    finally:
        app.kill()
        app.wait()


def word(name, speed=1.0):
    sound, rate_hz = load(find("af_heart", name, speed))
    return np.asarray(soxr.resample(sound, rate_hz, RATE), np.float32)


def sound_file(tmp_path, *words):
    """Words with the gap before each, and no room: that is there already."""
    path = tmp_path / "said.wav"
    laid = compose([(gap, sound) for gap, sound in words], RATE, tail_s=0.3, noise_dbfs=None)
    soundfile.write(path, 0.5 * laid.samples, RATE, subtype="PCM_16")
    return path


def noise_file(tmp_path, length_s, *, gap_s, times):
    """Bursts of noise as clicks or breaths make it, 18 dB over the room."""
    path = tmp_path / "noise.wav"
    burst = np.concatenate((np.zeros(round(gap_s * RATE), np.float32), room(round(length_s * RATE), -44.0, 8)))
    soundfile.write(path, np.tile(burst, times), RATE, subtype="PCM_16")
    return path


def say_until_heard(said, number, screen, desk):
    """A machine that is too busy loses sound; then the set-up asks for it once more, as it should."""
    done = "That is all|All three" if number == len(PAUSES_S) - 1 else f"the {ORDINALS[number + 1]} of three"
    told = ""
    while not re.search(done, told):
        desk.play(said)
        told = screen.await_name("setup_status", rf"{done}|(again|once more).* Now the {ORDINALS[number]}")


def settings(home):
    path = home / "settings.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def go_on(screen, step):
    """By Space, to the step of that name."""
    screen.await_control("setup_next", name="Next", enabled=True)
    screen.key("space")
    screen.await_name("steps", step)


def test_a_first_start_goes_through_all_steps_by_keyboard(desk, screen, own_home, tmp_path):
    with okbye(screen, own_home):
        screen.await_name("steps", "Microphone", within_s=60)
        screen.await_control("setup_next", enabled=True)

        go_on(screen, "Level")
        desk.play(sound_file(tmp_path, (0.3, word("goodday")), (0.5, word("goodday"))))
        assert "no clipping" in screen.await_name("finding_0", "Level")

        go_on(screen, "Room noise")
        screen.await_control("setup_next", name="Measure", enabled=True)
        screen.key("space")
        assert "−6" in screen.await_name("finding_0", "a quiet room")

        go_on(screen, "Your voice")
        for number, (pause, speed) in enumerate(zip(PAUSES_S, (1.0, 0.85, 1.2), strict=True)):
            screen.await_name("setup_status", f"the {ORDINALS[number]} of three")
            said = sound_file(tmp_path, (0.4, word("ok", speed)), (pause, word("goodbye", speed)))
            say_until_heard(said, number, screen, desk)
        screen.await_name("setup_status", "All three are kept", within_s=60)

        go_on(screen, "Clicks and breath")
        screen.await_control("setup_next", name="Start", enabled=True)
        screen.key("Return")
        screen.await_name("setup_instruction", "Now click")
        desk.play(noise_file(tmp_path, 0.015, gap_s=0.5, times=4))
        screen.await_name("setup_instruction", "Now breathe")
        desk.play(noise_file(tmp_path, 0.9, gap_s=0.5, times=1))
        assert "taken for no word" in screen.await_name("finding_1", "A breath")
        assert "taken for no word" in screen.read("finding_0")["name"]

        go_on(screen, "Your ears")
        screen.await_control("setup_next", name="Play", enabled=True)
        screen.key("space")
        assert "Use a headset" in screen.await_name("finding_0", "dB over the room")
        for _ in range(12):
            screen.key("Tab")
            if screen.read("setup_outputs")["focused"] or screen.read("speakers")["focused"]:
                break
        screen.key("End")
        screen.await_control("setup_next", name="Play", enabled=True)
        screen.key("space")
        screen.await_name("finding_0", "none of it")

        go_on(screen, "Result")
        promised = int(re.search(r"± (\d+) ms", screen.read("setup_instruction")["name"])[1])
        assert "pause_error_s" not in {k for k, v in settings(own_home).items() if v is not None}
        screen.key("space")
        screen.await_control("start", enabled=True)

    stored = settings(own_home)
    assert stored["set_up"] == "done"
    assert stored["output_device"] == "speakers"
    assert promised / 1000 - 0.001 < stored["pause_error_s"] <= promised / 1000
    assert 0.01 < stored["pause_error_s"] < 0.06
    assert len(kept(own_home / "voice.npz").sayings) == 6


def test_a_set_up_that_is_left_changes_nothing_and_does_not_come_again(desk, screen, own_home):
    with okbye(screen, own_home):
        screen.await_name("steps", "Microphone", within_s=60)
        screen.key("Escape")
        assert "own voice" in screen.await_name("notice", "not set up")
        screen.await_control("start", enabled=True)
    assert settings(own_home)["set_up"] == "skipped"
    assert settings(own_home)["input_device"] is None
    assert not (own_home / "voice.npz").exists()
    with okbye(screen, own_home):
        screen.await_control("start", enabled=True, within_s=60)


def test_a_microphone_that_goes_away_is_told_and_the_step_begins_again(desk, screen, own_home, tmp_path):
    with okbye(screen, own_home):
        screen.await_name("steps", "Microphone", within_s=60)
        go_on(screen, "Level")
        desk.mute(on=True)
        screen.await_name("setup_fault", "perfect silence", within_s=10)
        desk.mute(on=False)
        screen.await_control("live_level")
        desk.play(sound_file(tmp_path, (0.8, word("goodday")), (0.5, word("goodday"))))
        screen.await_name("finding_0", "Level")
