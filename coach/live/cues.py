"""The one thing to do now, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach.live.state import Phase
from coach.stage import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.bands import Bands
    from coach.stage import Stage

NOTICED: Final = "A close was heard. Log it as a No?"
SAY_NOTHING: Final = "Say nothing. Let them hang up first."
THEY_ARE_GONE: Final = "They have hung up."
MAY_HANG_UP: Final = "You may hang up."
_CUES: Final[Mapping[Phase, str]] = {
    Phase.YES: "Ask “Why?”",
    Phase.MESSAGE_LEFT: "Was a message left?",
    Phase.CLARIFY: "Ask once. What is not a yes after that is a No.",
}


def cue(phase: Phase, stage: Stage | None, bands: Bands, *, noticed: bool = False, gone: bool = False) -> str:
    """Empty where there is nothing to do but to read the script."""
    if phase is not Phase.CLOSING:
        return NOTICED if noticed else _CUES.get(phase, "")
    if gone:
        return THEY_ARE_GONE
    return _closing(stage, bands)


def _closing(stage: Stage | None, bands: Bands) -> str:
    if stage is None or stage.part is Part.OK:
        return "Say “Ok”."
    if stage.part is Part.PAUSE:
        return "Let the pause stand." if (stage.pause or 0.0) < bands.pause.low else "Say “Good-bye”."
    if stage.part is Part.FAREWELL or (stage.silence or 0.0) < bands.silence.low:
        return SAY_NOTHING
    return MAY_HANG_UP
