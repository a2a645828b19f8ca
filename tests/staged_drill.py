"""Moments of a drill as the window is told them: a call, what the prospect says, the verdict, the round."""

from dataclasses import replace

import staged

from app.rehearsal.session import JUST_THE_CLOSE, Session
from app.said import CallState, Phase
from audio.segment import Segment
from coach.drills.line import Meaning, SpokenLine
from coach.drills.repertoire import Broken, load
from coach.drills.rounds import Wish
from coach.stage import Part, Stage
from coach.verdict import Check, Close, Kind, OfferReading, ProspectLine, Result, Utterance, Verdict

HELLO = SpokenLine("Hello?", Meaning.HELLO, "af_heart", None)
NO = SpokenLine("We already have someone for that.", Meaning.NO, "af_heart", None)
YES = SpokenLine("Yes, that is something we want.", Meaning.YES, "af_heart", None)
VAGUE = SpokenLine("Well, it depends. We might, at some point, perhaps.", Meaning.VAGUE, "af_heart", None)

RING = ProspectLine(0.8, 2.0, "ring", "")
SAID_HELLO = ProspectLine(2.4, 2.9, "hello", HELLO.text)
SAID_NO = ProspectLine(15.3, 17.0, "no", NO.text)
OFFER = OfferReading(3.6, 14.2, 25, 141.5, 1.1)
PIECES = (Segment(3.6, 7.9), Segment(8.3, 12.0), Segment(12.5, 14.2))
OK = replace(staged.OK, start=17.72, end=18.03)
FAREWELL = replace(staged.FAREWELL, start=18.92, end=19.48)

CALLING = CallState(lines=(), since=0.8)
READING = CallState(Phase.OFFER, HELLO, 0, (RING, SAID_HELLO))
ANSWERING = CallState(Phase.THEIRS, HELLO, 0, (RING, SAID_HELLO), 15.3)
ANSWERED = CallState(Phase.YOURS, NO, 1, (RING, SAID_HELLO, SAID_NO))
SAID_YES = CallState(Phase.YOURS, YES, 1, (RING, SAID_HELLO, replace(SAID_NO, kind="yes", text=YES.text)))
SAID_VAGUE = CallState(Phase.YOURS, VAGUE, 1, (RING, SAID_HELLO, replace(SAID_NO, kind="vague", text=VAGUE.text)))
GONE = replace(ANSWERED, phase=Phase.GONE)

HEARD_OK = (Utterance(OK, Kind.OK),)
PAUSE = Stage(Part.PAUSE, 18.65, ok=0.31, pause=0.62, heard=HEARD_OK)
SILENCE = Stage(
    Part.SILENCE,
    20.9,
    ok=0.31,
    pause=0.89,
    farewell=0.56,
    silence=1.42,
    heard=(*HEARD_OK, Utterance(FAREWELL, Kind.FAREWELL)),
)

# Each: what the call does, the stage if it moves, and up to when the microphone was heard.
MOMENTS = {
    "drill_calling": (CALLING, None, 1.6),
    "drill_offer": (READING, Stage(Part.OK, 9.6, speaking=True), 9.6),
    "drill_answering": (ANSWERING, Stage(Part.OK, 16.1), 16.1),
    "drill_waiting": (ANSWERED, Stage(Part.OK, 17.3), 17.3),
    "drill_pause": (ANSWERED, PAUSE, 18.65),
    "drill_silence": (ANSWERED, SILENCE, 20.9),
    "drill_yes": (SAID_YES, Stage(Part.OK, 17.6), 17.6),
    "drill_vague": (SAID_VAGUE, Stage(Part.OK, 17.6), 17.6),
    "drill_gone": (GONE, SILENCE, 23.9),
}


CHOSEN = {"drill_yes": "yes", "drill_vague": "vague", "drill_summary": "mixed", "drill_idle": "mixed"}


class FakeCall:
    """What the window asks of it is kept."""

    def __init__(self, drill):
        self.drill = drill.id
        self.fault = None
        self.asked = []

    def offer_done(self):
        self.asked.append("offer_done")


def session(chosen="objection", wish=Wish(takes=12), broken=0, **others):  # noqa: B008
    repertoire = load()
    if broken:
        says = "refusals.toml is not a file of lines this program can use: line 3: meaning must be"
        repertoire = replace(repertoire, broken=(Broken("refusals.toml", f"{says} 'no', not \"noo\"."),) * broken)
    return Session(repertoire, lambda drill, _seed: FakeCall(drill), chosen=chosen, wish=wish, seed=lambda: 1, **others)


def session_for(moment):
    """Of a picture of a drill."""
    return session(CHOSEN.get(moment, "objection"), broken=2 * (moment == "drill_broken"))


def just_the_close():
    return session(JUST_THE_CLOSE.id, Wish())


def _check(name, result, value, error, band, word, says):
    return Check(name, result, value, error, "s", *band, word, says)


def verdict(short=True):
    silence = 1.48 if short else 4.9
    close = Close(OK, FAREWELL, 0.89, 0.02, silence, 0.02, "end" if short else "they_hung_up")
    kept = staged.SHORT if short else replace(staged.KEPT, value=4.9)
    checks = (
        *staged.checks(kept, close),
        _check("answer_time", Result.PASS, 0.72, 0.05, (0.2, 1.5), "in time", "Not rushed."),
        _check("before_ok", Result.PASS, 0.0, 0.0, (0, 0.6), "", "You took their answer as it was."),
    )
    heard = (*(Utterance(piece, Kind.OTHER) for piece in PIECES), *HEARD_OK, Utterance(FAREWELL, Kind.FAREWELL))
    like = staged.FAILED if short else staged.PASSED
    end = FAREWELL.end + silence + (0.0 if short else 1.5)
    lines = (RING, SAID_HELLO, SAID_NO)
    if not short:
        gone = FAREWELL.end + silence
        lines = (*lines, ProspectLine(gone, gone, "hung_up", ""))
    return replace(
        like,
        checks=checks,
        close=close,
        closes=(close,),
        utterances=heard,
        duration=end,
        drill="objection",
        prospect=lines,
        offer=OFFER,
    )


FAILED = verdict()
PASSED = verdict(short=False)
ON_A_YES = Verdict(
    Result.FAIL,
    "You closed on a yes.",
    "Ask “Why?”, and go on.",
    (_check("no_close", Result.FAIL, None, None, (None, None), "on a yes", "They had said yes."),),
    PASSED.close,
    PASSED.closes,
    PASSED.utterances,
    PASSED.duration,
    -58.0,
    34.0,
    drill="yes",
    prospect=(RING, SAID_HELLO, replace(SAID_NO, kind="yes", text=YES.text)),
    offer=replace(OFFER, waited=0.6, spoke_again=True),
)
VERDICTS = {"drill_fail": FAILED, "drill_pass": PASSED, "drill_on_a_yes": ON_A_YES}
CLEAN = {
    "voicemail": "You hung up without a word.",
    "no_answer": "You hung up without a word.",
    "hangs_up": "They hung up first.",
    "yes": "You went on after their yes.",
}
NO_OUTPUT = "There is nothing to play sound on. Plug in headphones or speakers, then play it again."


def play(listener, call, stage, until):
    """A take up to that moment, as the listener would tell it."""
    listener.take_started.emit()
    call = replace(call, bars=tuple(_sound(line.start, line.end) for line in call.lines if line.end > line.start))
    if call.since is not None:
        call = replace(call, bars=(*call.bars, _sound(call.since, call.since + 1.7)))
    for state in dict.fromkeys((CALLING, READING, call)):
        listener.call_changed.emit(state)
        if state is call:
            break
    listener.sound_drawn.emit(staged.peaks(until, *PIECES, OK, FAREWELL))
    if stage is not None:
        listener.stage_changed.emit(stage)


def _sound(start, end):
    return staged.peaks(end, Segment(start, end), start=start)


def end(listener, judged):
    listener.take_started.emit()
    heard = (u.segment for u in judged.utterances)
    listener.take_ended.emit(staged.TakeEnded(judged, "a-take", staged.peaks(judged.duration, *heard)))


def take(window, listener, judged=PASSED):
    """One take from its button to its verdict."""
    window.rehearse.buttons.primary.click()
    end(listener, judged)
