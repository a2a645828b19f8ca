"""Opens the set-up of the microphone over the pages, and says afterwards what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.window.setup.wizard import SetUpWizard

if TYPE_CHECKING:
    from app.listener import Listener
    from app.window.main_window import MainWindow
    from app.window.setup.desk import Desk

NOT_SET_UP: Final = (
    "The microphone is not set up: your own voice, and how exactly your pauses are measured here, are not known. "
    "Takes are measured all the same. To set it up, press the microphone and choose “Set up…”."
)


class SettingUp(QObject):
    """From the microphone's menu, or at the first start."""

    def __init__(self, shown: MainWindow, listener: Listener, desk: Desk) -> None:
        super().__init__(shown)
        self._shown = shown
        self._listener = listener
        self._desk = desk
        self._never_set_up = desk.first
        self._wizard: SetUpWizard | None = None
        chip = shown.side_bar.microphone
        chip.can_set_up = True
        chip.set_up.connect(self.open)

    def open(self) -> None:
        if self._wizard is not None:
            return
        chip = self._shown.side_bar.microphone
        self._wizard = SetUpWizard(self._shown.side_bar.theme, self._listener, self._desk, chip.state)
        self._wizard.left.connect(self._left)
        self._shown.cover(self._wizard)

    def _left(self, accepted: bool) -> None:  # noqa: FBT001 - a signal's value
        self._wizard = None
        self._shown.uncover()
        page = self._shown.rehearse
        if accepted:
            self._shown.side_bar.microphone.current = self._desk.chosen()[0]
            page.notice.withdraw(NOT_SET_UP)
            self._never_set_up = False
            return
        if self._never_set_up:
            page.notice.tell(NOT_SET_UP)
        page.told(self._desk.decline)
