"""One practised close: who, when, what it was an answer to, its verdict and where its sound is."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from coach.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Take:
    """`sound` is a key in the folder of sound, None if none was kept. `started_at` knows its time zone.

    `recovered` says that the take was found after a crash; `fault` is the sentence of what went wrong in it.
    `content` tells whether two recordings sound the same to the sample, None where nobody looked; `source` is the name
    of the file that it was imported from.
    """

    id: str
    started_at: datetime
    verdict: Verdict
    rep: str
    drill: str | None = None
    offer: str | None = None
    sound: str | None = None
    bands_name: str = "Our defaults"
    recovered: bool = False
    fault: str | None = None
    note: str = ""
    content: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        if self.started_at.utcoffset() is None:
            raise ValueError("a take starts at a moment, not at whatever that time is somewhere")


def new_id() -> str:
    return uuid.uuid4().hex
