"""A round of ten takes in the real window: a mixed drill, a prospect that is heard, a rep who does right and wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import pytest
import soundfile
import soxr
from drawing import RATE, spoken_word
from end_to_end.virtual_microphone import eventually

import assets
from audio.compose import compose, room
from audio.lines import load
from coach.drills import repertoire

pytestmark = [pytest.mark.sound_server, pytest.mark.screen]

PATIENCE_S = 40.0
HELLO, NOBODY = "hello", "nobody"

# A trainer's own drills, in the place of ours: impatient, so that ten takes are soon over; each known by its answer.
HASTY = """title = "{title}"
category = "Hasty"
trains = "Haste."
right = "What their answer asks for."
cue = "{title}"

[prospect]
{plan}
answers_after = {{ low = 0.1, high = 0.1 }}
reaction_after = {{ low = 0.5, high = 0.5 }}
hangs_up_after = {{ low = 0.3, high = 0.3 }}
"""
PLANS = {
    "plain": 'answer = ["plain"]',
    "busy": 'answer = ["busy"]\nhangs_up = "never"',
    "objection": 'answer = ["objection"]',
    "never": 'answer = ["never"]',
    "stay": 'answer = ["send"]\nreaction = ["stay"]\nhangs_up = "never"',
    "hangs_up": 'answer = ["vague_no"]\nhangs_up = "at_once"',
    "vague": 'answer = ["vague"]\nsecond = ["vague_no"]',
    "yes": 'answer = ["yes"]\nhangs_up = "never"',
    "voicemail": 'hello = []\nanswer = ["voicemail"]\nhangs_up = "never"',
    "no_answer": 'picks_up = false\nhello = []\nhangs_up = "never"',
}
MIXED = 'title = "Ten"\ncategory = "Hasty"\ntrains = "Haste."\nright = "All."\nmix = [{}]\n'


@dataclass(frozen=True)
class Deed:
    """What the rep says after the prospect's answer, whether the rep hangs up, and the verdict that follows."""

    says: str
    verdict: str
    headline: str
    hangs_up: bool = False


DEEDS = {
    "plain": Deed("close", "pass", "A clean close."),
    "busy": Deed("close", "fail", "You hung up too soon.", hangs_up=True),
    "objection": Deed("argue", "fail", r"You spoke for [12]\.\d s before “Ok”."),
    "never": Deed("rushed", "fail", "The pause was too short."),
    "stay": Deed("close", "pass", ""),
    "hangs_up": Deed("", "pass", ""),
    "vague": Deed("ask", "pass", ""),
    "yes": Deed("close", "fail", "You closed on a yes."),
    "voicemail": Deed("", "pass", "", hangs_up=True),
    "no_answer": Deed("", "pass", "", hangs_up=True),
}


@pytest.fixture
def room_sound(tmp_path):
    path = tmp_path / "room.wav"
    soundfile.write(path, np.tile(room(RATE * 10, -62.0, 4), 30), RATE, subtype="PCM_16")
    return path


@pytest.fixture
def said(tmp_path):
    """What the rep says, as files."""

    def sentence(name):
        sound, rate_hz = load(files(assets) / "voices" / "am_michael" / f"{name}.ogg")
        return soxr.resample(sound, rate_hz, RATE).astype(np.float32)

    ok, bye = spoken_word("am_michael", "ok"), spoken_word("am_michael", "goodbye")
    laid = {
        "close": [(0.2, ok), (0.9, bye)],
        "rushed": [(0.2, ok), (0.2, bye)],
        "argue": [(0.2, sentence("objection_3")), (0.5, ok), (0.9, bye)],
        "ask": [(0.2, sentence("objection_3"))],
    }
    paths = {}
    for name, words in laid.items():
        paths[name] = tmp_path / f"{name}.wav"
        sound = compose(words, RATE, tail_s=0.2, noise_dbfs=None).samples
        soundfile.write(paths[name], sound, RATE, subtype="PCM_16")
    return paths


@pytest.fixture
def home(own_home):
    """A round of ten of the hasty drills; the answer may take as long as a busy machine takes to see and to speak."""
    drills = own_home / "scripts" / "drills"
    drills.mkdir(parents=True)
    for name, plan in PLANS.items():
        (drills / f"{name}.toml").write_text(HASTY.format(title=name, plan=plan))
    (drills / "ten.toml").write_text(MIXED.format(", ".join(f'"{name}"' for name in PLANS)))
    (own_home / "bands.toml").write_text("[answer_time]\nlow = 0.0\nhigh = 20.0\n")
    chosen = {
        "set_up": "skipped",
        "drill": "ten",
        "round_takes": 10,
        "output_device": "phones",
        "bands": str(own_home / "bands.toml"),
    }
    (own_home / "settings.json").write_text(json.dumps(chosen))
    return own_home


@pytest.fixture
def okbye(virtual_microphone, room_sound, screen, home):
    virtual_microphone.plug("phones", rate_hz=48_000)
    surroundings = {**os.environ, **screen.environment, "OKBYE_HOME": str(home), "OKBYE_INPUT_DEVICE": "headset"}
    del surroundings["PULSE_LATENCY_MSEC"]  # the prospect's voice would run dry
    with virtual_microphone.playing(room_sound):
        app = subprocess.Popen([sys.executable, "-m", "app"], env=surroundings, stderr=subprocess.DEVNULL)
        try:
            screen.await_control("start", enabled=True)
            yield app
        finally:
            app.kill()
            app.wait()


class Rep:
    """Looks at the screen, says what the script says, and presses keys; knows a drill by what is said in it."""

    def __init__(self, screen, microphone, said):
        self._screen, self._microphone, self._said = screen, microphone, said
        lines = repertoire.load().lines
        self._meant = {line.text: HELLO for line in lines["hello"]}
        for group, drill in (
            *((name, name) for name in ("plain", "busy", "objection", "never", "vague", "yes", "voicemail")),
            ("send", "stay"),
            ("vague_no", "hangs_up"),
        ):
            self._meant.update({line.text: drill for line in lines[group]})

    def take(self):
        """One take to its end; returns its drill and the headline that was then on the screen."""
        drill = self._await(set(DEEDS) | {HELLO})
        if drill == HELLO:
            self._screen.key("space")
            drill = self._await(set(DEEDS))
        deed = DEEDS[drill]
        self._say(deed.says)
        if deed.says == "ask":
            self._await({"hangs_up"})
            self._say("close")
        if deed.hangs_up:
            if deed.says:
                self._screen.await_name("stage_silence", r"silence: [0-9]")
            self._screen.key("space")
        self._screen.await_control("headline", PATIENCE_S)
        return drill, self._screen.read("headline")["name"]

    def _say(self, what):
        if what:
            self._microphone.play(self._said[what])

    def _await(self, wanted):
        seen = []

        def there():
            shown = self._screen.read("prospect_answer")
            seen.append(self._known(shown["name"] if shown and shown["showing"] else ""))
            return seen[-1] in wanted

        eventually(there, f"the prospect says one of {sorted(wanted)}", PATIENCE_S)
        return seen[-1]

    def _known(self, shown):
        if "nobody answers" in shown:
            return "no_answer"
        text = shown.partition("“")[2].partition("”")[0]
        return self._meant.get(text, "")


def takes(home):
    command = [sys.executable, "-m", "app", "takes", "--json"]
    listed = subprocess.run(command, env={**os.environ, "OKBYE_HOME": str(home)}, capture_output=True, check=True)
    return {line["drill"]: line for line in map(json.loads, listed.stdout.splitlines())}


def test_a_mixed_round_of_ten_is_judged_as_it_was_done(okbye, virtual_microphone, screen, home, said):
    rep = Rep(screen, virtual_microphone, said)
    headlines = {}
    screen.key("space")
    screen.await_control("stop")
    for number in range(1, 11):
        drill, headlines[drill] = rep.take()
        screen.await_name("take_count", f"^Take {number} of 10 · {drill}")
        screen.key("n")
        screen.await_control("stop" if number < 10 else "summary_headline")
    summary = screen.await_name("summary_headline", "takes as wanted")

    stored = takes(home)
    assert {drill: take["verdict"] for drill, take in stored.items()} == {d: deed.verdict for d, deed in DEEDS.items()}
    for drill, deed in DEEDS.items():
        assert re.search(deed.headline, headlines[drill]), drill
    assert summary == "6 of 10 takes as wanted."
