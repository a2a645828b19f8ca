"""A verdict as JSON text and back, without loss."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from coach.verdict import Result, Verdict

UNREADABLE = "The numbers of this take cannot be read."

_ADAPTER = TypeAdapter(Verdict)


def to_text(verdict: Verdict) -> str:
    # JSON has no word for infinity (the level of perfect silence): it is kept as text.
    return to_json(verdict, inf_nan_mode="strings").decode()


def from_text(text: str, duration: float) -> Verdict:
    """Read it; one that cannot be read is not measured, and says why: the take is listed all the same."""
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError:
        return Verdict(
            result=Result.NOT_MEASURED,
            headline=UNREADABLE,
            advice="Measure its sound again.",
            checks=(),
            close=None,
            closes=(),
            utterances=(),
            duration=duration,
            noise_dbfs=0.0,
            snr_db=None,
            reason="What the store holds of this take is damaged; its sound is not touched.",
        )
