"""What is heard of a live call: the rep's own microphone, and the other side where a second input is named."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from app.live.close_sound import CloseSound, Record
from app.live.other_side import OtherSide
from app.live.watch import Watch
from coach.live.events import Pressed, TheyHungUp, TheySpoke

if TYPE_CHECKING:
    from app.hearing import MicrophoneLike
    from app.listener import Listener
    from app.said import MicrophoneState
    from audio.ears import Ear
    from coach.bands import Bands
    from coach.live.events import Told
    from coach.settings import Settings

UNMEASURED: Final = "{} Calls are logged without the times of the close."


class Line(QObject):
    """In the thread it lives in. `said` carries what the watch says, `changed` that `warning` is another one."""

    said = Signal(object)
    changed = Signal()
    _other = Signal(object)

    def __init__(
        self,
        listener: Listener,
        ear: Callable[[], Ear],
        bands: Bands,
        record: Record,
        open_microphone: Callable[[str | None], MicrophoneLike],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._listener = listener
        self._ear = ear
        self._bands = bands
        self._record = record
        self._open_microphone = open_microphone
        self._watch: Watch | None = None
        self._sound_wanted = False
        self._other_side: OtherSide | None = None
        self._own_fault: str | None = None
        self._other_fault: str | None = None
        listener.watched.connect(self.said)
        listener.microphone_changed.connect(self._show_microphone)
        self._other.connect(self._show_other, Qt.ConnectionType.QueuedConnection)

    @property
    def warning(self) -> str | None:
        """What is not heard now."""
        return " ".join(fault for fault in (self._own_fault, self._other_fault) if fault) or None

    def open(self, chosen: Settings) -> None:
        """Or go on, as is chosen now."""
        self._sound_wanted = chosen.live_sound
        if self._watch is None:
            self._watch = Watch(self._ear, self._bands, self._keep)
            self._listener.watch(self._watch)
        if self._other_side is not None and self._other_side.name != chosen.other_device:
            self._close_other()
        if self._other_side is None and chosen.other_device is not None:
            spoke, hung_up = (partial(_tell_of_them, self._watch, what) for what in (TheySpoke, TheyHungUp))
            self._other_side = OtherSide(chosen.other_device, self._open_microphone, spoke, hung_up, self._other.emit)
            self._other_side.open()

    def close(self) -> None:
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        self._close_other()

    def at(self, moment: float | None = None) -> float | None:
        """That moment, or now, in seconds of the sound; None where nothing is heard."""
        return None if self._watch is None else self._watch.at(moment)

    def pressed(self, moment: float | None = None) -> float | None:
        """Where in the sound a control was pressed: what it sounds there is no speech."""
        at = self.at(moment)
        if at is not None:
            self.tell(Pressed(at))
        return at

    def tell(self, told: Told) -> None:
        if self._watch is not None:
            self._watch.tell(told)

    def _keep(self) -> CloseSound:
        """Asked in the listening thread, whenever there is a microphone anew."""
        return CloseSound(self._record, lambda: self._sound_wanted)

    def _close_other(self) -> None:
        if self._other_side is not None:
            self._other_side.close()
            self._other_side = None
        self._show_other(None)

    def _show_other(self, fault: str | None) -> None:
        if fault != self._other_fault:
            self._other_fault = fault
            self.changed.emit()

    def _show_microphone(self, state: MicrophoneState) -> None:
        fault = None if state.usable else UNMEASURED.format(state.sentence)
        if fault != self._own_fault:
            self._own_fault = fault
            self.changed.emit()


def _tell_of_them(watch: Watch, what: type[TheySpoke | TheyHungUp], moment: float) -> None:
    """In the other side's thread."""
    at = watch.at(moment)
    if at is not None:
        watch.tell(what(at))
