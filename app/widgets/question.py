"""What has happened, in few words, and two ways on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.button_line import ButtonLine
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped
from app.widgets.painted import RING

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.theme.theme import Theme

_APART: Final = 14


class Question(QWidget):
    """Space and Enter are the `primary` button's, Esc is the `other` one's."""

    def __init__(self, theme: Theme, name: str, title: str, words: str, other: KeyButton, primary: KeyButton) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.primary = primary
        self._words = wrapped(words, name=f"{name}_text")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = ButtonLine(theme, [other, primary])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_APART)
        column.addWidget(wrapped(title, "title", name=f"{name}_title"))
        column.addWidget(self._words)
        column.addStretch(1)
        foot = QVBoxLayout()
        column.addLayout(foot)
        foot.setContentsMargins(-int(RING), 0, -int(RING), 0)
        foot.addWidget(buttons)
        buttons.show_buttons([other], [primary])
        for key, button in ((Qt.Key.Key_Space, primary), (Qt.Key.Key_Escape, other)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)

    def say(self, words: str) -> None:
        self._words.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the primary button's where no button has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.primary.click()
