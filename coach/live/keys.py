"""What the one key of a live call means now: No, and after that what a No asks for next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.live.state import LiveState

_MAIN: Final[Mapping[Phase, Press]] = {
    Phase.NOBODY: Press.NEXT,
    Phase.SCRIPT: Press.NO,
    Phase.CLARIFY: Press.NO,
    Phase.CLOSING: Press.HUNG_UP,
    Phase.YES: Press.NEXT,
    Phase.MESSAGE_LEFT: Press.NO_MESSAGE,
}


def main_press(state: LiveState) -> Press:
    """So a whole call in which they say no is two touches of one key."""
    return _MAIN[state.phase]
