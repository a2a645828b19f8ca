"""What a second start shows: that Okbye is open already, and the way there. It touches no data."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.aside import Aside
from app.presses.asking import ask
from app.presses.names import SHOW
from app.presses.wire import Answer
from app.widgets.button_line import ButtonLine
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from app.theme.theme import Theme

WORDS: Final = "Two windows on the same takes would get in each other’s way. Nothing was changed."
NOT_REACHED: Final = (
    "The open Okbye does not answer yet. Look for its window, or close it and start Okbye again. Nothing was changed."
)
PATIENCE_S: Final = 3.0
_WIDTH: Final = 460  # at 100 %
_SIDE: Final = 28


class AlreadyOpen(QWidget):
    """Closed by itself once the other window shows."""

    def __init__(self, theme: Theme, home: Path) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setWindowTitle("Okbye")
        self._theme = theme
        self._home = home
        self._words = wrapped(WORDS, name="already_open_text")
        self.show_it = KeyButton(theme, "show", "Show it", "Space", primary=True)
        self.quit = KeyButton(theme, "quit", "Quit", "Esc")
        self.show_it.setAccessibleDescription("Brings the open window to the front, and closes this one. Key: Space")
        self.quit.setAccessibleDescription("Closes this window; the open one stays. Key: Esc")
        self._buttons = ButtonLine(theme, [self.quit, self.show_it])
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE - 6)
        column.setSpacing(14)
        column.addWidget(wrapped("Okbye is already open", "title", name="already_open"))
        column.addWidget(self._words)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._buttons.show_buttons([self.quit], [self.show_it])
        self._aside = Aside(self)
        self._aside.done.connect(self._told)
        self._connect()
        self.setFixedWidth(theme.px(_WIDTH))
        theme.setParent(self)
        self.setFocus()

    def _connect(self) -> None:
        self.show_it.clicked.connect(self._show_other)
        self.quit.clicked.connect(self.close)
        for key, button in ((Qt.Key.Key_Space, self.show_it), (Qt.Key.Key_Escape, self.quit)):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does where no button has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.show_it.click()

    def _show_other(self) -> None:
        self.show_it.setEnabled(False)
        _let_it_come_forward()
        self._aside.want(self._asked)

    def _asked(self) -> Answer | None:
        """One that has only just been started is waited for."""
        until = time.monotonic() + PATIENCE_S
        while (answer := ask(self._home, SHOW, within_s=PATIENCE_S)) is None and time.monotonic() < until:
            time.sleep(0.1)
        return answer

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._aside.close()

    def _told(self, answer: object) -> None:
        if isinstance(answer, Answer) and answer.done:
            self.close()
            return
        self._words.setText(NOT_REACHED)
        self.show_it.setEnabled(True)
        self.adjustSize()


def _let_it_come_forward() -> None:
    """Windows lets a program come to the front only if the one in front allows it."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
