"""The rep's own name and firm as a script says them: one line to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme


_WIDE: Final = 400


class NameLine(QWidget):
    """`kept` carries the name and the firm. The names of its fields begin with `name`."""

    kept = Signal(str, str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self.caller = _field(f"{name}_caller", "Your name", "Your name as the script says it")
        self.firm = _field(f"{name}_firm", "Your firm", "Your firm as the script says it")
        self.keep = KeyButton(theme, f"{name}_keep", "Keep", "Enter")
        self.keep.setAccessibleDescription("The script names you so from now on. Key: Enter")
        self.keep.clicked.connect(self._keep)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for field in (self.caller, self.firm):
            field.returnPressed.connect(self._keep)
            line.addWidget(field, 1)
        line.addWidget(self.keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep.show_key("Enter" if self.width() > _WIDE * self._theme.scale else "")

    def show_names(self, caller: str, firm: str) -> None:
        """What is being written is left alone."""
        for field, told in ((self.caller, caller), (self.firm, firm)):
            if not field.hasFocus():
                field.setText(told)
                field.setCursorPosition(0)

    def _keep(self) -> None:
        self.kept.emit(self.caller.text().strip(), self.firm.text().strip())


class AskNames(QWidget):
    """Asks for them while the script would have a gap there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = wrapped("The script says who is calling:", "cell", "soft", "ask_names")
        self.line = NameLine(theme, "ask")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.line, 1)

    def show_names(self, caller: str, firm: str) -> None:
        self.line.show_names(caller, firm)
        self.setHidden(bool(caller and firm))

    def set_narrow(self, *, narrow: bool) -> None:
        """The fields say it themselves."""
        self.words.setHidden(narrow)


def _field(name: str, words: str, about: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setPlaceholderText(words)
    made.setAccessibleName(about)
    made.setMaxLength(200)
    made.setMinimumWidth(60)
    return made
