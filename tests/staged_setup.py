"""Moments of the microphone's set-up as the window is told them: for tests, and for the pictures of the guide."""

import numpy as np
import staged
from PySide6.QtWidgets import QApplication

from app.trials.room import Heard, RoomHeard, SomebodySpoke
from app.trials.sayings import Accepted, Learned, Listening, Refused
from app.window.setup.desk import Desk
from app.window.setup.microphone_page import HEARD
from app.window.setup.wizard import SetUpWizard
from audio.block import Block
from audio.devices import Device
from audio.errors import OutputError
from audio.segment import Segment, Word
from audio.voice.saying import Saying
from audio.voice.voice import Voice
from coach.bands import Bands
from coach.setup.measured import Ears, Loudness, Noise, Room, Spoken
from coach.setup.steps import Step
from coach.stage import Part, Stage
from coach.verdict import Kind, Utterance

MICROPHONES = (
    Device("Headset (USB)", 0, 1, 48_000, default=True),
    Device("Built-in microphone", 1, 2, 48_000, default=False),
    Device("Monitor", 2, 2, 48_000, default=False, usable=False, why_not="It would not open: device unavailable."),
)
OUTPUTS = (
    Device("Headset (USB)", 0, 2, 48_000, default=True),
    Device("Speakers", 1, 2, 48_000, default=False),
)
NO_OUTPUT = OutputError("There is nothing to play sound on. Plug in headphones or speakers, then play it again.")

LOUD = Loudness(-19.0)
CLIPPED = Loudness(-1.0, clipped=True)
ROOM = RoomHeard(Room(-61.0), Block(np.zeros((10, 1), np.float32), 16_000))
NOISY = RoomHeard(Room(-41.0), Block(np.zeros((10, 1), np.float32), 16_000))
SPOKEN = tuple(Spoken(pause, 0.014, Loudness(-21.0), 37.0) for pause in (0.92, 0.85, 1.04))
SAYINGS = tuple(
    Saying(word, bytes(2 * 16_000), 0.3, 0.6, level)
    for word in (Word.OK, Word.FAREWELL)
    for level in (-21.0, -20.0, -22.0)
)
VOICE = Voice(SAYINGS, -21.0, 0.9)
LEARNED = Learned(VOICE, 0.0171)
CLICK, BREATH = Noise(24.0, 0), Noise(15.0, 0)
TAKEN_FOR_SPEECH = Noise(31.0, 1)
NO_LEAK, LEAK = Ears(None), Ears(17.0)

OK, FAREWELL = Segment(0.92, 1.24), Segment(2.16, 2.72)
UTTERANCES = (Utterance(OK, Kind.OK), Utterance(FAREWELL, Kind.FAREWELL))
CLOSE = (
    staged.peaks(3.1, OK, FAREWELL),
    Stage(Part.SILENCE, 3.1, ok=0.32, pause=0.92, farewell=0.56, silence=0.4, heard=UTTERANCES),
)
THREE = tuple(said for k in range(3) for said in (Listening(k + 1), *CLOSE, Accepted(SPOKEN[k])))


# What is heard at each step, in order; None where the engine has heard enough.
HEARD_AT = {
    Step.MICROPHONE: (HEARD,),
    Step.LEVEL: (LOUD, None),
    Step.ROOM: (Heard(0.5), ROOM, None),
    Step.VOICE: (*THREE, LEARNED, None),
    Step.NOISES: (Heard(0.5), CLICK, None, BREATH, None),
    Step.EARS: (Heard(0.5), NO_LEAK, None),
}

SAYING = (Listening(1), Accepted(SPOKEN[0]), Listening(2), Accepted(SPOKEN[1]), Listening(3), *CLOSE)
REFUSED = (
    *SAYING[:3],
    Refused("Something else was heard beside the two words. Say only “Ok” and “Good-bye”, once more."),
)

# The step, and what is heard at it instead.
MOMENTS = {
    "setup_microphone": (Step.MICROPHONE, None),
    "setup_fault": (Step.MICROPHONE, ()),
    "setup_level": (Step.LEVEL, None),
    "setup_clipped": (Step.LEVEL, (CLIPPED, None)),
    "setup_room": (Step.ROOM, (Heard(0.6),)),
    "setup_noisy": (Step.ROOM, (SomebodySpoke(), NOISY, None)),
    "setup_voice": (Step.VOICE, SAYING),
    "setup_refused": (Step.VOICE, (*REFUSED, Listening(2))),
    "setup_learned": (Step.VOICE, None),
    "setup_noises": (Step.NOISES, (Heard(0.4),)),
    "setup_taken": (Step.NOISES, (CLICK, None, TAKEN_FOR_SPEECH, None)),
    "setup_ears": (Step.EARS, (Heard(0.4),)),
    "setup_leak": (Step.EARS, (LEAK, None)),
    "setup_no_output": (Step.EARS, (NO_OUTPUT,)),
    "setup_result": (Step.RESULT, None),
    "setup_skipped": (Step.RESULT, ()),
}
GUIDE = ("setup_microphone", "setup_voice", "setup_leak", "setup_result")


def desk(**others):
    made = {
        "bands": Bands(),
        "microphones": lambda: MICROPHONES,
        "outputs": lambda: OUTPUTS,
        "chosen": lambda: (None, None),
        "play": lambda samples, rate_hz, output: staged.FakePlaying(),
        "accept": lambda gathered: None,
        "decline": lambda: None,
        "first": True,
    }
    return Desk(**{**made, **others})


def wizard(window):
    return window.findChild(SetUpWizard)


def hear(listener, *said):
    for one in said:
        listener.tried.emit(listener.trial, one)


def take_step(listener, shown, said=None):
    """Begin the step if it waits for that, and hear all of it."""
    if shown.page.begin_words and listener.trial is None:
        shown.buttons.next.click()
    hear(listener, *(HEARD_AT.get(shown.step, ()) if said is None else said))


def go_to(listener, shown, step, *, skipping=False):
    while shown.step is not step:
        if not skipping:
            take_step(listener, shown)
        button = shown.buttons.skip if skipping and shown.step is not Step.MICROPHONE else shown.buttons.next
        button.click()


def bring_about(listener, shown, moment):
    step, said = MOMENTS[moment]
    listener.microphone_changed.emit(staged.HEADSET)
    go_to(listener, shown, step, skipping=moment == "setup_skipped")
    if moment == "setup_fault":
        listener.microphone_changed.emit(staged.MUTED)
    QApplication.processEvents()  # the wave is as wide as it will be
    if step is not Step.RESULT:
        take_step(listener, shown, said)
