"""The stage: which of the five parts is going on, as far as it was heard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.verdict import Utterance


class Part(StrEnum):
    """The part that is going on now."""

    OK = "ok"  # waiting for "Ok", or hearing it
    PAUSE = "pause"
    FAREWELL = "farewell"  # hearing it
    SILENCE = "silence"
    OVER = "over"  # hung up


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything a stage widget needs to paint itself; times in seconds, None while not known.

    Provisional while the take runs: `pause` grows until the farewell is heard, `silence` until hanging up.
    `speaking` is true while the rep is heard; `extra` counts what else was said.
    """

    part: Part = Part.OK
    now: float = 0.0
    speaking: bool = False
    ok: float | None = None  # how long "Ok" took
    pause: float | None = None
    farewell: float | None = None
    silence: float | None = None
    extra: int = 0
    since: float | None = None  # when the word that is being said began
    heard: tuple[Utterance, ...] = ()  # the newest final segments, named as far as can be told now
