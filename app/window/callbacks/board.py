"""What is on the Call-backs page: the list, somebody on it, and a list that comes in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.notice import Notice
from app.widgets.undo import Undo
from app.window.callbacks.import_view import ImportView
from app.window.callbacks.list_view import ListView
from app.window.callbacks.person_view import PersonView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from app.window.callbacks.reading import Figures

_ABOUT: Final = "3 to 6 weeks after a no, with another offer"
_LOW: Final = 420  # under this height, at 100 %, a narrow window goes without its title
_APART: Final = 16
_ROOM_TO_TELL: Final = 940  # under this width, at 100 %, the title stands alone


class Board(QWidget):
    """Shows what it is told; `app.window.callbacks.work` does what its buttons say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.about = wrapped(_ABOUT, tone="soft", name="callbacks_about")
        self.bring = KeyButton(theme, "import_list", "Import list…")
        self.calendar = KeyButton(theme, "calendar_file", "Calendar file…")
        self.start = KeyButton(theme, "start_calling", "Start calling", "Space", primary=True)
        self.notice = Notice(theme)
        self.undo = Undo(theme)
        self.list = ListView(theme)
        self.person = PersonView(theme)
        self.importing = ImportView(theme)
        self._people = True
        self._theme = theme
        self._narrow = False
        self._lay_out()
        self._make_keys()
        theme.changed.connect(self._fit)
        self.set_narrow(narrow=False)
        self.show_view(self.list)

    @property
    def list_is_empty(self) -> bool:
        return not self._people

    @property
    def _on_list(self) -> bool:
        return self._people and self._views.currentWidget() is self.list

    def show_view(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self._show_controls()

    def _show_controls(self) -> None:
        for control in (self.bring, self.start):
            control.setVisible(self._on_list)
        self._fit()

    def show_figures(self, found: Figures) -> None:
        self._people = bool(found.people)
        self.list.set_empty(empty=not found.people)
        self.list.bars.show_weeks(found.weeks)
        self.list.show_counts(found.due, found.overdue)
        self.start.relabel(f"Start calling {found.due:,}" if found.due else "Start calling")
        self.start.setEnabled(found.due > 0)
        self.list.show_nobody(list_is_empty=not found.people)
        self._show_controls()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        side = 16 if narrow else 28
        self._column.setContentsMargins(side, 12 if narrow else 20, side, 12 if narrow else 16)
        self._column.setSpacing(8 if narrow else 12)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words and keys are left out before anything is cut off."""
        self.about.setVisible(not self._narrow and self.width() >= _ROOM_TO_TELL * self._theme.scale)
        # The navigation on top says it, too.
        self._title.setVisible(not self._narrow or self.window().height() >= _LOW * self._theme.scale)
        self.start.show_key("" if self._narrow else "Space")
        self.bring.relabel("Import…" if self._narrow else "Import list…")
        self.calendar.relabel("Calendar…" if self._narrow else "Calendar file…")
        needed = sum(button.sizeHint().width() + _APART for button in (self.bring, self.calendar, self.start))
        self.calendar.setVisible(self._on_list and needed <= self.width() - 2 * _APART)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(self._head)
        said, controls = QHBoxLayout(), QHBoxLayout()
        self._head.addLayout(said, 1)
        self._head.addLayout(controls)
        said.setSpacing(12)
        self._title = label("Call-backs", "title", name="page_title")
        said.addWidget(self._title)
        said.addWidget(self.about, 1)
        said.addStretch()
        controls.setSpacing(8)
        for control in (self.bring, self.calendar, self.start):
            controls.addWidget(control)
        controls.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._views = QStackedWidget()
        for view in (self.list, self.person, self.importing):
            self._views.addWidget(view)
        for line in (self.notice, self.undo):
            self._column.addWidget(line)
        self._column.addWidget(self._views, 1)

    def _make_keys(self) -> None:
        """One shortcut for each key: two of the same would be ambiguous, and neither would work."""
        listed = self.list
        presses = defaultdict(list)
        for key, button in (
            ("Space", self.start),
            ("I", self.bring),
            ("I", listed.first_step),
            ("C", self.calendar),
            ("N", listed.add),
            ("E", listed.export),
            ("P", listed.postpone),
            ("O", listed.open),
            *self.person.keys,
            *self.importing.keys,
        ):
            presses[key].append(button)
        for key, buttons in presses.items():
            self._key(key).activated.connect(lambda buttons=buttons: _press(buttons))
        self._key("/").activated.connect(lambda: listed.search.isVisible() and listed.search.setFocus())
        self._key("Ctrl+Z").activated.connect(self.undo.press)

    def _key(self, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setAutoRepeat(False)
        return made


def _press(buttons: list[KeyButton]) -> None:
    for button in buttons:
        if button.isVisible():
            button.click()
            return
