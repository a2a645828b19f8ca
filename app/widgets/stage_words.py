"""Whose turn it is on the stage, and the small line that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.widgets.tile import Turn
from app.widgets.wording import seconds
from coach.stage import Part, Stage

if TYPE_CHECKING:
    from coach.bands import Band

MEANINGS: Final = {
    "ok": "Accepts, does not argue.",
    "pause": "Two separate statements.",
    "farewell": "Ends it, businesslike.",
    "silence": "Gives them room to say “wait”.",
    "hang_up": "Let them go first.",
}

_ORDER: Final = tuple(Part)
_LONGEST_OK_S: Final = 1.0


def ok(stage: Stage | None) -> tuple[Turn, str]:
    if stage is None:
        return Turn.LATER, "after their no"
    if stage.part is not Part.OK:
        return Turn.DONE, _heard(stage.ok)
    if stage.speaking and (stage.ok or 0.0) <= _LONGEST_OK_S:
        return Turn.NOW, "hearing you"
    return Turn.NEXT, "say it after their no"  # also while the offer is read: that is no "Ok"


def farewell(stage: Stage | None) -> tuple[Turn, str]:
    if stage is None or stage.part is Part.OK:
        return Turn.LATER, "after a clear pause"
    if stage.part is Part.PAUSE:
        return Turn.NEXT, "say it when the pause feels finished"
    if stage.part is Part.FAREWELL:
        return Turn.NOW, "hearing you"
    # Hung up before it was heard: it stays undone.
    return (Turn.LATER, "not heard") if stage.farewell is None else (Turn.DONE, _heard(stage.farewell))


def hang_up(stage: Stage | None, silence: Band | None) -> tuple[Turn, str]:
    if stage is None or _ORDER.index(stage.part) < _ORDER.index(Part.SILENCE):
        return Turn.LATER, "after the silence"
    if stage.part is Part.OVER:
        return Turn.DONE, "done"
    if silence is not None and (stage.silence or 0.0) >= silence.low:
        return Turn.NEXT, "now you may"
    return Turn.LATER, "say nothing"


def _heard(duration: float | None) -> str:
    return "heard" if duration is None else f"heard · {seconds(duration)}"
