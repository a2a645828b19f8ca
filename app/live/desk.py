"""The desk of a live call: every press goes through it, and it tells what the companion and the Live page show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.live.state import LiveState, Press

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.listener import Listener
    from coach.calls.call import SaidNo
    from coach.calls.call_list import CallList
    from coach.offers.offer import Offer
    from coach.settings import Settings


class LiveDesk(QObject):
    """All in the thread it lives in, and nothing waits: the call list is asked in a thread of its own.

    `changed` carries the whole state, `stage_changed` the stage while a close goes on (its times are seconds since
    the sound began; its lengths are what is shown), `told` a sentence for the user. `state` is the newest state.
    """

    changed = Signal(object)  # LiveState
    stage_changed = Signal(object)  # coach.stage.Stage
    told = Signal(str)

    def __init__(
        self,
        listener: Listener,
        offers: Callable[[], Sequence[Offer]],
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = LiveState()

    def connect_to(self, calls: CallList) -> None:
        """The call list can be asked from now on."""

    def begin(self, prospect: str | None = None) -> None:
        """Start calling: through the list of who is due, or with that prospect first. The microphone is listened to."""

    def end(self) -> None:
        """Calling is over: a close that goes on is logged, and nobody listens any more."""

    def press(self, press: Press, moment: float | None = None) -> None:
        """One that is not usable now does nothing. `moment` of `time.monotonic()` is when it was, None is now."""

    def press_main(self, moment: float | None = None) -> None:
        """The one key: No while the script is shown, Hung up while a close goes on (coach.live.keys.main_press)."""

    def said_no(self, said: SaidNo) -> None:
        """How they said no, for the call that was just logged; the same again takes it back."""

    def refresh(self) -> None:
        """The list, the offers or the settings have changed elsewhere."""

    def close(self) -> None:
        """The program ends: `end`, and whatever is not logged yet is logged before this returns."""
