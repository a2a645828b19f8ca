"""What a trainer says of a take. Nothing replaces what the machine said: both are kept, and either can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coach.verdict import Result, Utterance

WHOLE = "take"  # the name under which the whole verdict is agreed with or overruled, beside those of the checks


@dataclass(frozen=True, slots=True)
class Opinion:
    """On one check, by its name, or on the `WHOLE`: what it should be. The machine's own result is to agree."""

    check: str
    result: Result
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """Pinned to `at`, seconds of the take, or to the span up to `until`.

    `sound` is the key of what was spoken, None where it was written. `by` is the trainer's or the rep's name.
    """

    id: str
    take: str
    at: float
    text: str
    by: str
    made_at: datetime
    until: float | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One trainer's word on one take.

    `words` are the utterances as the trainer set and named them, in order of time; None where the machine's stand.
    """

    take: str
    by: str
    changed_at: datetime
    words: tuple[Utterance, ...] | None = None
    opinions: tuple[Opinion, ...] = ()

    def opinion(self, check: str) -> Opinion | None:
        return next((one for one in self.opinions if one.check == check), None)
