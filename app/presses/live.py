"""What a name means in a live call: a press of the desk, if it is usable now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.presses.controls import DONE
from coach.live.state import Press

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.desk import LiveDesk
    from app.presses.wire import Answer


def live_press(desk: LiveDesk) -> Callable[[str, float], Answer | None]:
    """For `Controls.live`."""

    def press(name: str, at: float) -> Answer | None:
        wanted = Press(name)
        if wanted not in desk.state.usable:
            return None
        desk.press(wanted, at)
        return DONE

    return press
