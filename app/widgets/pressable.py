"""What can be pressed: with the mouse, with Enter where the focus is, and with its own key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from app.theme.theme import Theme


class Pressable(QPushButton):
    """A push button that paints itself.

    Space belongs to the page's primary button wherever the focus is, so Enter presses what has the
    focus; a control outside the page keeps its Space (`keeps_space`). A click does not take the focus.
    A screen reader does not click what can be checked but toggles it: that counts as a click, too.
    """

    keeps_space = False

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.theme = theme
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._told = False  # to be checked or not, by the program or by a click
        theme.changed.connect(self._themed)
        self.toggled.connect(self._toggled)

    def setChecked(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own
        self._told = True
        super().setChecked(checked)
        self._told = False

    def nextCheckState(self) -> None:
        self._told = True
        super().nextCheckState()
        self._told = False

    def _toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own
        """One of several is let go of when another is checked: that was no click."""
        if not self._told and (checked or not self.autoExclusive()):
            self.clicked.emit()

    def _themed(self) -> None:
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if (
            self.keeps_space
            and event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
