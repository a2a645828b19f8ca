"""What is on the import page: what is asked, and what was found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.widgets.label import label
from app.widgets.notice import Notice
from app.window.importing.form_view import FormView
from app.window.importing.found_view import FoundView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from app.widgets.key_button import KeyButton

_NARROW: Final = 640


class ImportBoard(QWidget):
    """Shows what it is told; `app.window.importing.work` does what its buttons say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._title = label("Import", "title", name="page_title")
        self.notice = Notice(theme)
        self.form = FormView(theme)
        self.found = FoundView(theme)
        self._views = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self.notice)
        self._column.addWidget(self._views, 1)
        for view in (self.form, self.found):
            self._views.addWidget(view)
        self._make_keys()
        theme.changed.connect(self._fit)

    def show_view(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self.setFocus()

    def _make_keys(self) -> None:
        """One shortcut for each key: two of the same would be ambiguous, and neither would work."""
        presses: defaultdict[str, list[KeyButton]] = defaultdict(list)
        for key, button in (*self.form.keys, *self.found.keys):
            presses[key].append(button)
        for key, buttons in presses.items():
            made = QShortcut(QKeySequence(key), self)
            made.setAutoRepeat(False)
            made.activated.connect(lambda buttons=buttons: _press(buttons))

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * self._theme.scale
        side, high = (16, 12) if narrow else (28, 20)
        self._title.setHidden(narrow)
        self._column.setContentsMargins(side, high, side, high)
        self._column.setSpacing(8 if narrow else 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _press(buttons: list[KeyButton]) -> None:
    for button in buttons:
        if button.isVisible():
            button.click()
            return
