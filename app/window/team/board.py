"""What is on the team's page: the team at a glance, and the list of reps behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.widgets.button_line import ButtonLine
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.notice import Notice
from app.widgets.undo import Undo
from app.window.progress.export_bar import ExportBar
from app.window.team.reading import WEEKS
from app.window.team.reps_view import RepsView
from app.window.team.team_view import TeamView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme

_ROOM_TO_TELL: Final = 780  # under this width, at 100 %, the title stands alone
_NARROW: Final = 640  # under this width, at 100 %, what can be pressed stands below the title


class TeamBoard(QWidget):
    """Shows what it is told; `app.window.team.work` does what its buttons say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._title = label("Team", "title", name="page_title")
        self._about = wrapped("", tone="soft", name="team_about")
        self.lately = Chip(theme, "range_weeks", f"{WEEKS} weeks", f"Shows the last {WEEKS} weeks")
        self.every = Chip(theme, "range_all", "All", "Shows all takes")
        self.lately.setChecked(True)
        self.to_reps = KeyButton(theme, "show_reps", "Reps…", "N")
        self.to_reps.setAccessibleDescription("Names, colours, and letting go of a rep. Key: N")
        self.report = KeyButton(theme, "team_report", "Report…", "R")
        self.back = KeyButton(theme, "back_to_takes", "Back to takes", "Esc")
        self.notice = Notice(theme)
        self.undo = Undo(theme)
        self.export = ExportBar(theme)
        self.team = TeamView(theme)
        self.reps = RepsView(theme)
        self._controls = ButtonLine(theme, (self.lately, self.every, self.to_reps, self.report, self.back))
        self._narrow = False
        self._views = QStackedWidget()
        self._lay_out()
        self._make_keys()
        theme.changed.connect(self._fit)
        self.show_view(self.team)

    def show_view(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        at_team = view is self.team
        self._title.setText("Team" if at_team else "Reps")
        self.back.relabel("Back to takes" if at_team else "Back to the team")
        self._fit()
        self.setFocus()

    def _show_controls(self) -> None:
        """At the right of the title, or on a line of their own."""
        shown = (self.lately, self.every, self.to_reps, self.report, self.back) if self.at_team else (self.back,)
        self._controls.show_buttons(*((shown, ()) if self._narrow else ((), shown)))

    @property
    def at_team(self) -> bool:
        return self._views.currentWidget() is self.team

    def tell_about(self, words: str) -> None:
        self._about.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * self._theme.scale
        side, high = (16, 12) if narrow else (28, 20)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._title.setHidden(narrow)
        roomy = self.width() >= _ROOM_TO_TELL * self._theme.scale
        self._about.setVisible(self.at_team and roomy)
        self._column.setContentsMargins(side, high, side, high)
        self._column.setSpacing(8 if narrow else 14)
        self._narrow = narrow
        for button, key in ((self.to_reps, "N"), (self.report, "R"), (self.back, "Esc")):
            button.show_key(key if roomy else "")
        self._show_controls()

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._head.addLayout(said, 1)
        self._head.addWidget(self._controls)
        said.setSpacing(12)
        said.addWidget(self._title)
        said.addWidget(self._about, 1)
        for line in (self.notice, self.undo, self.export):
            self._column.addWidget(line)
        for view in (self.team, self.reps):
            self._views.addWidget(view)
        self._column.addWidget(self._views, 1)

    def _make_keys(self) -> None:
        for key, press in (
            ("N", _press(self.to_reps)),
            ("R", _press(self.report)),
            ("Esc", _press(self.back)),
            ("Ctrl+Z", self.undo.press),
        ):
            made = QShortcut(QKeySequence(key), self)
            made.setAutoRepeat(False)
            made.activated.connect(press)


def _press(button: KeyButton) -> Callable[[], None]:
    """Where it can be seen."""

    def press() -> None:
        if button.isVisible():
            button.click()

    return press
