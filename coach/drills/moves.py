"""What a prospect does next, moment by moment, while nothing of theirs is playing. The seconds are ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.drills.drill import HangsUp
from coach.drills.events import Act, Over, Play, Say, TheyHungUp, Tone
from coach.drills.line import Meaning
from coach.drills.situation import State
from coach.stage import Part

if TYPE_CHECKING:
    from coach.drills.line import SpokenLine
    from coach.drills.situation import Situation

RINGS, MOST_RINGS = 1, 8
FIRST_RING_S, RING_EVERY_S = 0.3, 2.0
GREETS_AFTER_S = 0.4
GREETS_AGAIN_S, LEAVES_S = 5.0, 8.0  # where nobody speaks
OFFER_PAUSE_S, OFFER_BREAK_S = 0.9, 2.5  # shorter quiet is within the offer; the longer one while much of it is to come
WORDS_PER_S = 3.3
ENOUGH = 0.5  # of the offer
SHORTEST_OFFER_S = 1.0
PATIENCE_S = 10.0
SILENCE_S = 15.0  # who has been said good-bye to has nothing to wait for
BYE_AFTER_S = 0.7
ASKED_S, ASKED_IN_ALL_S = 1.2, 1.6  # the clarifying sentence is longer than any word of the close
TURN_S = 0.9  # of the rep's quiet: then it is theirs
MESSAGE_S, MESSAGE_OVER_S = 2.0, 1.8
STAYED_S, STAYED_QUIET_S, STAYED_MOST_S = 3.5, 1.5, 15.0
WENT_ON_S, NOTHING_CAME_S = 3.0, 8.0  # after a yes
BEEP_AFTER_S = 0.4
RECORDED_S, NOT_RECORDED_S = 4.0, 10.0
GONE_S = 1.5


def next_move(at: Situation) -> Act | None:
    """By the state of the call, then by the answer that was given."""
    match at.state:
        case State.CALLING:
            return _pick_up(at)
        case State.LISTENING:
            return _hear_offer(at)
        case State.ANSWERED:
            return _hear_reply(at)
        case State.GONE:
            return Over() if at.now - (at.encounter.they_hung_up or 0.0) >= GONE_S else None
        case _:
            return None


def _pick_up(at: Situation) -> Act | None:
    rung = at.times(Tone.RING)
    if not at.scene.picks_up and rung >= MOST_RINGS:
        return Over()
    if rung < RINGS or not at.scene.picks_up:
        return Play(Tone.RING) if at.turn >= (RING_EVERY_S if rung else FIRST_RING_S) else None
    if at.turn < GREETS_AFTER_S:
        return None
    return _say(at.scene.hello or at.scene.answer)


def _hear_offer(at: Situation) -> Act | None:
    began = at.voice.first()
    if at.encounter.offer_ended is not None:  # by key
        return _say(at.scene.answer) if at.now - at.encounter.offer_ended >= at.scene.answers_after else None
    if began is None:
        return _wait_for_offer(at)
    if at.scene.cuts_in_after is not None and at.now - began >= at.scene.cuts_in_after:
        return _say(at.scene.answer)
    spoken = at.voice.spoken(at.now)
    enough = spoken >= max(SHORTEST_OFFER_S, ENOUGH * at.offer_words / WORDS_PER_S)
    patience = max(at.scene.answers_after, OFFER_PAUSE_S if enough else OFFER_BREAK_S)
    return _say(at.scene.answer) if at.quiet >= patience else None


def _wait_for_offer(at: Situation) -> Act | None:
    if at.times(Meaning.HELLO) == 1 and at.scene.hello_again is not None:
        return _say(at.scene.hello_again) if at.turn >= GREETS_AGAIN_S else None
    return TheyHungUp() if at.turn >= LEAVES_S else None


def _hear_reply(at: Situation) -> Act | None:
    if at.times(Meaning.STAY):
        return _see_them_stay(at)
    if at.times(Meaning.THANKS):
        return _hear_welcome(at)
    return _REPLIES.get(at.answer or Meaning.NO, _hear_close)(at)


def _hear_close(at: Situation) -> Act | None:
    scene, stage = at.scene, at.stage
    if scene.hangs_up is HangsUp.AT_ONCE and at.turn >= scene.hangs_up_after:
        return TheyHungUp()
    if scene.hangs_up is HangsUp.IN_PAUSE and stage.part is Part.PAUSE and (stage.pause or 0.0) >= scene.hangs_up_after:
        return TheyHungUp()
    if stage.part is Part.SILENCE:
        return _in_silence(at, stage.silence or 0.0)
    return TheyHungUp() if at.quiet >= PATIENCE_S else None


def _in_silence(at: Situation, silence: float) -> Act | None:
    scene = at.scene
    if scene.reaction is not None:
        if silence >= scene.reaction_after:
            return _say(scene.reaction)
    elif scene.bye is not None and not at.times(Meaning.BYE) and silence >= BYE_AFTER_S:
        return _say(scene.bye)
    elif scene.hangs_up is not HangsUp.NEVER and silence >= max(scene.hangs_up_after, TURN_S):
        return TheyHungUp()
    return TheyHungUp() if at.quiet >= SILENCE_S else None


def _see_them_stay(at: Situation) -> Act | None:
    stayed = at.turn >= STAYED_S and at.quiet >= STAYED_QUIET_S
    return Over() if stayed or at.turn >= STAYED_MOST_S else None


def _hear_welcome(at: Situation) -> Act | None:
    """Their thanks were answered, or were not; after some quiet they go."""
    answered = at.voice.first() is not None
    return TheyHungUp() if at.quiet >= at.scene.hangs_up_after + (0.0 if answered else TURN_S) else None


def _after_yes(at: Situation) -> Act | None:
    if at.stage.part is Part.PAUSE:  # "Ok", and perhaps more to come
        return None
    went_on = at.voice.first() is not None and at.quiet >= WENT_ON_S
    return Over() if went_on or at.quiet >= NOTHING_CAME_S else None


def _be_asked(at: Situation) -> Act | None:
    again = at.scene.second
    if again is None or at.stage.part in {Part.FAREWELL, Part.SILENCE} or at.quiet < TURN_S:
        return _hear_close(at)
    asked = at.voice.longest(at.now) >= ASKED_S or at.voice.spoken(at.now) >= ASKED_IN_ALL_S
    return _say(again) if asked else _hear_close(at)


def _take_message(at: Situation) -> Act | None:
    if at.times(Meaning.BYE):
        return TheyHungUp() if at.turn >= TURN_S else None
    if at.voice.spoken(at.now) < MESSAGE_S or at.quiet < MESSAGE_OVER_S:
        return _hear_close(at)
    return TheyHungUp() if at.scene.bye is None else _say(at.scene.bye)


def _record(at: Situation) -> Act | None:
    if not at.times(Tone.BEEP):
        return Play(Tone.BEEP) if at.turn >= BEEP_AFTER_S else None
    return Over() if at.quiet >= (NOT_RECORDED_S if at.voice.first() is None else RECORDED_S) else None


def _say(line: SpokenLine | None) -> Act:
    """What they have nothing to say to, they hang up on."""
    return TheyHungUp() if line is None else Say(line)


_REPLIES = {
    Meaning.YES: _after_yes,
    Meaning.MESSAGE: _record,
    Meaning.GATEKEEPER: _take_message,
    Meaning.VAGUE: _be_asked,
    Meaning.QUESTION: _be_asked,
}
