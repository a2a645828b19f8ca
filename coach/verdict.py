"""What is said about a close once it is over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from audio.segment import Segment


class Result(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    UNSURE = "unsure"
    NOT_MEASURED = "not_measured"


class Kind(StrEnum):
    """What an utterance was in the call."""

    OK = "ok"
    FAREWELL = "farewell"
    EXTRA = "extra"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Utterance:
    segment: Segment
    kind: Kind


@dataclass(frozen=True, slots=True)
class Close:
    """The two words, the pause between and the silence after; times and 95 % half widths in seconds.

    `pause` is 0 and `together` true when both words came in one piece: then `ok` and `farewell`
    share the moment at which they were joined. `ended_by` says what ended the silence: "end" (hung up, or the
    recording ended), "speech" (the rep's own), "they_hung_up" or "they_spoke".
    """

    ok: Segment
    farewell: Segment
    pause: float
    pause_error: float
    silence: float
    silence_error: float
    ended_by: str
    together: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One measured thing against its band.

    `name` is one of the contract's, or one of a drill's (coach.drills.checks). `value`, `error`, `low` and `high` are
    in `unit` ("s", "words" or "st", semitones); None where there is none. `word` is one or two words for the table
    ("clear", "short"); `says` is what the other side hears in it.
    """

    name: str
    result: Result
    value: float | None
    error: float | None
    unit: str
    low: float | None
    high: float | None
    word: str
    says: str


@dataclass(frozen=True, slots=True)
class ProspectLine:
    """What the virtual prospect was heard to say or do, from `start` to `end` in seconds of the take.

    `kind` is a `coach.drills.line.Meaning`, a tone ("ring", "beep") or "hung_up", which takes no time. `cut` says
    that it was broken off before its end.
    """

    start: float
    end: float
    kind: str
    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class OfferReading:
    """The offer as it was read, from its first to its last sound, in seconds of the take.

    `words_per_minute` is None where the offer was not read to its end. `waited` is the silence after it, up to the
    answer or to the rep's next word; `spoke_again` says which, None that there was no answer to wait for.
    """

    start: float
    end: float
    words: int
    words_per_minute: float | None
    waited: float | None
    spoke_again: bool = False

    @property
    def seconds(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole judgement; `headline` is the one sentence that matters most, `advice` what to do next.

    `reason` is set where `result` is `not_measured`. `closes` has every close of the recording; `close` is the last.
    `middle_hz` is the pitch around which the rep's voice lies.
    `drill`, `prospect` and `offer` are set where a drill was rehearsed.
    """

    result: Result
    headline: str
    advice: str
    checks: tuple[Check, ...]
    close: Close | None
    closes: tuple[Close, ...]
    utterances: tuple[Utterance, ...]
    duration: float
    noise_dbfs: float
    snr_db: float | None
    reason: str | None = None
    drill: str | None = None
    prospect: tuple[ProspectLine, ...] = ()
    offer: OfferReading | None = None
    middle_hz: float | None = None
