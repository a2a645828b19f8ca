"""The buttons under the page: one primary, and Space is its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.window.moment import Moment

if TYPE_CHECKING:
    from app.theme.theme import Theme

_SHOWN: Final = {
    Moment.IDLE: ("start",),
    Moment.RUNNING: ("stop", "hang_up"),
    Moment.ENDING: ("stop", "hang_up"),
    Moment.VERDICT: ("try_again",),
}


class Actions(QWidget):
    """Told the moment, and whether the microphone can be used."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = KeyButton(theme, "start", "Start", "Space", primary=True)
        self.stop = KeyButton(theme, "stop", "Stop", "Esc")
        self.hang_up = KeyButton(theme, "hang_up", "Hang up", "Space", primary=True)
        self.try_again = KeyButton(theme, "try_again", "Try again", "Space", primary=True)
        self.stop.setAccessibleDescription("Ends the take without a verdict; nothing of it is kept. Key: Esc")
        self._buttons = (self.stop, self.start, self.hang_up, self.try_again)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.stop)
        line.addStretch(1)
        for button in self._buttons[1:]:
            line.addWidget(button)
        self.show_moment(Moment.IDLE, usable=False)

    def show_moment(self, moment: Moment, *, usable: bool) -> None:
        for button in self._buttons:
            button.setVisible(button.objectName() in _SHOWN[moment])
            button.setEnabled(moment is Moment.RUNNING or (usable and moment is not Moment.ENDING))

    @property
    def primary(self) -> KeyButton:
        return next(button for button in self._buttons if button.primary and not button.isHidden())
