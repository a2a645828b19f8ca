"""What the set-up measures, as numbers, and the line that says what each means."""

from __future__ import annotations

from dataclasses import dataclass

from coach.setup.finding import Finding, decibels
from coach.verdict import Result

HOT_DBFS = -3.0  # the loudest 10 ms of ordinary talk; a laugh is louder
SOFT_DBFS, FAINTEST_DBFS = -40.0, -50.0
GATED_DBFS = -110.0  # no room is so quiet: something cuts it off
ORDINARY_DBFS, NOISY_DBFS = -58.0, -45.0
CLEAR_DB, LEAST_DB = 25.0, 15.0  # of a voice over the room
AUDIBLE_DB = 10.0  # over the room, a click or a breath is there
LEAK_DB = 3.0  # over the room, a voice can be heard in it


@dataclass(frozen=True, slots=True)
class Loudness:
    """The loudest 10 ms of what was said, and whether peaks were cut off."""

    level_dbfs: float
    clipped: bool = False

    def finding(self) -> Finding:
        value = f"{decibels(self.level_dbfs)} dBFS, {'clipped' if self.clipped else 'no clipping'}"
        result, advice = Result.PASS, ""
        if self.clipped or self.level_dbfs > HOT_DBFS:
            result = Result.FAIL if self.clipped else Result.UNSURE
            advice = "Turn the microphone down in the system's sound settings, or move it a little away."
        elif self.level_dbfs < SOFT_DBFS:
            result = Result.FAIL if self.level_dbfs < FAINTEST_DBFS else Result.UNSURE
            advice = "Turn the microphone up in the system's sound settings, or move it nearer to your mouth."
        return Finding(result, "Level", value, advice)


@dataclass(frozen=True, slots=True)
class Room:
    """The noise of the room while nobody speaks."""

    noise_dbfs: float

    def finding(self) -> Finding:
        value = f"{decibels(self.noise_dbfs)} dBFS"
        if self.noise_dbfs < GATED_DBFS:
            advice = "Switch noise suppression off if you can: it may cut soft ends of words off."
            return Finding(Result.UNSURE, "Room noise", "cut off by the microphone or its software", advice)
        if self.noise_dbfs > NOISY_DBFS:
            advice = "Shut a door or a window, or move the microphone nearer: noise makes the ends of words uncertain."
            return Finding(Result.UNSURE, "Room noise", f"{value}, a noisy room", advice)
        kind = "a quiet room" if self.noise_dbfs <= ORDINARY_DBFS else "an ordinary room"
        return Finding(Result.PASS, "Room noise", f"{value}, {kind}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One “Ok … Good-bye” that was heard; `pause_error` as the engine states it for this one."""

    pause: float
    pause_error: float
    level: Loudness
    snr_db: float

    def findings(self) -> tuple[Finding, ...]:
        return (self.level.finding(), _over_room(self.snr_db), self.heard())

    def heard(self) -> Finding:
        value = f"pause {self.pause:.2f} ± {max(self.pause_error, 0.01):.2f} s"
        return Finding(Result.PASS, "Both words heard", value)


def _over_room(snr_db: float) -> Finding:
    name, value = "Voice over room noise", f"{decibels(snr_db)} dB"
    if snr_db >= CLEAR_DB:
        return Finding(Result.PASS, name, value)
    advice = "Move the microphone nearer to your mouth, or make the room quieter."
    return Finding(Result.FAIL if snr_db < LEAST_DB else Result.UNSURE, name, value, advice)


@dataclass(frozen=True, slots=True)
class Noise:
    """A click or a breath that was tried: how far it stood over the room, and how often it was taken for speech."""

    over_room_db: float
    words: int

    def finding(self, name: str, remedy: str) -> Finding:
        if self.words:
            return Finding(Result.FAIL, name, "taken for a word", remedy)
        if self.over_room_db < AUDIBLE_DB:
            return Finding(Result.PASS, name, "not heard by the microphone")
        return Finding(Result.PASS, name, f"{decibels(self.over_room_db)} dB over the room, taken for no word")


@dataclass(frozen=True, slots=True)
class Ears:
    """The prospect's voice in the microphone: how far over the room (None: none of it), and words taken for yours."""

    over_room_db: float | None
    words: int = 0

    def finding(self) -> Finding:
        name, headset = "Their voice in your microphone", "Use a headset, so that their words are not taken for yours."
        if self.over_room_db is None:
            return Finding(Result.PASS, name, "none of it")
        if self.over_room_db < LEAK_DB and not self.words:
            return Finding(Result.PASS, name, "fainter than the room")
        value = f"{decibels(self.over_room_db)} dB over the room"
        if self.words:
            return Finding(Result.FAIL, name, f"{value}, taken for yours", headset)
        return Finding(Result.UNSURE, name, value, headset)
