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
    share the moment at which they were joined. `ended_by` says what ended the silence.
    """

    ok: Segment
    farewell: Segment
    pause: float
    pause_error: float
    silence: float
    silence_error: float
    ended_by: str  # "end" (hung up, or the recording ended) or "speech"
    together: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One measured thing against its band.

    `name` is one of the contract's. `value`, `error`, `low` and `high` are in `unit` ("s", "words"
    or "st", semitones); None where there is none. `word` is one or two words for the table ("clear",
    "short"); `says` is what the other side hears in it.
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
class Verdict:
    """The whole judgement; `headline` is the one sentence that matters most, `advice` what to do next.

    `reason` is set where `result` is `not_measured`. `closes` has every close of the recording; `close` is the last.
    `middle_hz` is the pitch around which the rep's voice lies.
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
    middle_hz: float | None = None
