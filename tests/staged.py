"""Moments of a rehearsal as the window is told them: for tests, and for the pictures of the guide."""

import math
from dataclasses import replace
from functools import partial
from importlib.resources import files

from PySide6.QtCore import QObject

import scripts
from app.build import Parts
from app.comparing import compared
from app.listener import Listener
from app.own_lines import line_desk
from app.said import Meter, MicrophoneState, Peaks, TakeEnded
from app.sampled import sampled
from app.samples import SAMPLES
from audio.block import Block
from audio.segment import Segment, Tone
from coach.bands import Bands
from coach.offers.offer import read_offer
from coach.stage import Part, Stage
from coach.tone import tone_checks
from coach.verdict import Check, Close, Kind, Result, Utterance, Verdict

HOP_S = 0.02
OK = Segment(2.62, 2.93, 0.01, 0.01, tone=Tone((118.0, 120.0, 122.0, 124.0, 126.0), 0.2, -0.4))
FAREWELL = Segment(3.82, 4.38, 0.01, 0.01, tone=Tone((112.0, 116.0, 121.0, 128.0, 141.0), 0.4, -2.3))
RISING = replace(FAREWELL, tone=replace(FAREWELL.tone, slope_st=3.6))
OFFER = Segment(0.3, 1.9)

HEADSET = MicrophoneState("Headset (USB)", usable=True)
MUTED = MicrophoneState(
    "Headset (USB)",
    usable=False,
    sentence="“Headset (USB)” delivers only silence: it is muted, or this program may not hear it. "
    "Nothing is lost. Switch it on, or allow it in the system's settings.",
)


class FakeListener(Listener):
    """Says what a test tells it to say, and keeps what the window asks of it."""

    def __init__(self):
        QObject.__init__(self)
        self.asked = []
        self.meter = Meter(-24.0, -58.0)
        self.trial = None

    def open(self):
        self.asked.append("open")

    def close(self):
        self.asked.append("close")

    def choose(self, name):
        self.asked.append(("choose", name))

    def start_take(self, call=None):
        self.asked.append("start_take")

    def hang_up(self):
        self.asked.append("hang_up")

    def stop_take(self):
        self.asked.append("stop_take")

    def try_out(self, trial):
        self.trial = trial


def lines(own, **others):
    """The real desk for new lines, in the folder `own`, and nothing is played."""
    return replace(line_desk(own, None), play=lambda sound: FakePlaying(), **others)


class FakePlaying:
    """A sound at the second a test sets, playing until it is stopped or the test ends it."""

    def __init__(self):
        self.position_s = 0.0
        self.playing = True
        self.fault = None

    def stop(self):
        self.playing = False


def offer():
    return read_offer(files(scripts) / "offers" / "a.toml")


def compare(sound, verdict, sample):
    """The take is another voice's, a little livelier."""
    take = sampled(replace(SAMPLES[9], voice="am_michael"), Bands())
    block = Block(take.sound.samples[:, None], take.sound.rate_hz)
    return compared([block], take.verdict, sample, Bands())


def parts(listener, **others):
    made = {
        "listener": listener,
        "bands": Bands(),
        "offer": offer(),
        "play": lambda sound: FakePlaying(),
        "sampled": partial(sampled, bands=Bands()),
        "compared": compare,
        "play_composed": lambda sound: FakePlaying(),
        "devices": lambda: ["Headset (USB)", "Built-in microphone"],
        "keep_microphone": lambda name: None,
        "keep_look": lambda look: None,
    }
    return Parts(**{**made, **others})


def peaks(until, *words, start=0.0):
    """A quiet room, and a voice that swells and ebbs in each word."""
    values = []
    for n in range(round((until - start) / HOP_S)):
        at = start + n * HOP_S
        loud = 0.002 + 0.001 * math.sin(n * 2.3)
        for word in words:
            if word.start <= at <= word.end:
                along = (at - word.start) / word.duration
                loud = 0.5 * math.sin(math.pi * along) ** 0.7 * (0.7 + 0.3 * math.sin(n * 1.7)) + 0.01
        values.append(max(0.0, loud))
    return Peaks(start, HOP_S, tuple(values))


HEARD_OK = (Utterance(OFFER, Kind.OTHER), Utterance(OK, Kind.OK))
HEARD_BOTH = (*HEARD_OK, Utterance(FAREWELL, Kind.FAREWELL))

WAITING = Stage(Part.OK, 2.2, heard=HEARD_OK[:1])
PAUSE = Stage(Part.PAUSE, 3.55, ok=0.31, pause=0.62, heard=HEARD_OK)
SAYING = Stage(Part.FAREWELL, 4.1, speaking=True, ok=0.31, pause=0.89, since=3.82, heard=HEARD_OK)
SILENCE = Stage(Part.SILENCE, 5.8, ok=0.31, pause=0.89, farewell=0.56, silence=1.42, heard=HEARD_BOTH)
LONG_SILENCE = Stage(Part.SILENCE, 8.2, ok=0.31, pause=0.89, farewell=0.56, silence=3.82, heard=HEARD_BOTH)

SPOKEN = {
    WAITING: (OFFER,),
    PAUSE: (OFFER, OK),
    SAYING: (OFFER, OK, FAREWELL),
    SILENCE: (OFFER, OK, FAREWELL),
    LONG_SILENCE: (OFFER, OK, FAREWELL),
}


def timed(name, result, value, error, band, word, says):
    return Check(name, result, value, error, "s", *band, word, says)


def checks(silence, close):
    pass_, says = Result.PASS, "Two separate statements. You accepted their answer."
    return (
        timed("pause", pass_, 0.89, 0.02, (0.5, 2.0), "clear", says),
        silence,
        Check("nothing_else", pass_, 0, None, "words", 0, 0, "", "No argument, no filler thanks."),
        timed("ok", pass_, 0.31, 0.02, (0.12, 0.8), "plain", "Accepted, nothing more."),
        timed("farewell", pass_, 0.56, 0.02, (0.25, 1.2), "plain", "An end, businesslike."),
        *tone_checks(close),
    )


KEPT = timed("silence", Result.PASS, 3.48, 0.02, (3.0, None), "kept", "They had room to speak, or to go first.")
SHORT = timed("silence", Result.FAIL, 1.48, 0.02, (3.0, None), "short", "The door closes on them.")
NEAR = timed("silence", Result.UNSURE, 2.99, 0.04, (3.0, None), "close call", "Too near the limit to tell.")


def verdict(result, headline, advice, silence, farewell=FAREWELL):
    close = Close(OK, farewell, 0.89, 0.02, silence.value, 0.02, "end")
    end = FAREWELL.end + silence.value
    return Verdict(result, headline, advice, checks(silence, close), close, (close,), HEARD_BOTH, end, -58.0, 34.0)


def ended(verdict, *, sound="a-take", fault=None):
    return TakeEnded(verdict, sound, peaks(verdict.duration, *(u.segment for u in verdict.utterances)), fault)


PASSED = verdict(
    Result.PASS,
    "A clean close.",
    "The pause was clear, the silence was kept and nothing else was said. Keep it just so.",
    KEPT,
)
FAILED = verdict(
    Result.FAIL,
    "You hung up too soon.",
    "The pause was clear and nothing else was said. "
    "Stay silent a little longer after “Good-bye”, so they can still speak or go first.",
    SHORT,
    RISING,
)
UNSURE = verdict(
    Result.UNSURE, "Too close to call.", "The silence is nearer to a limit than can be measured here.", NEAR
)
NOT_MEASURED = Verdict(
    Result.NOT_MEASURED,
    "This take could not be measured.",
    "Try it once more.",
    (),
    None,
    (),
    HEARD_OK,
    4.6,
    -58.0,
    None,
    reason="Some sound was lost in the middle of it, so its times cannot be trusted.",
)
VERDICTS = {"pass": PASSED, "fail": FAILED, "unsure": UNSURE, "not_measured": NOT_MEASURED}

UNPLUGGED = "“Headset (USB)” was unplugged in the middle of the take. What was said before is kept."
RECOVERED = "Okbye was stopped in the middle of a take. Its sound is kept, up to the last second."


def play_stage(listener, stage):
    """A take up to that moment, as the listener would tell it."""
    listener.take_started.emit()
    listener.stage_changed.emit(Stage())
    listener.sound_drawn.emit(peaks(stage.now, *SPOKEN[stage]))
    listener.stage_changed.emit(stage)
