"""What is on the Review page: the table of takes, the take that is looked at, and the trainer's word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.label import label
from app.widgets.notice import Notice
from app.widgets.tap import Tap
from app.window.review.editor_view import EditorView
from app.window.review.filters import Filters
from app.window.review.table import Table
from app.window.review.trainer_view import TrainerView
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme

_SIDE_BY_SIDE: Final = 640  # from which width on, at 100 %, the trainer's word stands beside the take
_WIDE: Final = 900  # and the filters beside the title
_UNBOUNDED: Final = 16_777_215  # Qt's own


class Board(QWidget):
    """Shows what it is told; `app.window.review.work` does what its buttons say."""

    nothing_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._narrow = False
        self._below: bool | None = None
        self.title = label("Review", "title", name="page_title")
        self.bring = Tap(theme, "import_recordings", "Import…", "Brings in recordings made elsewhere.", key="I")
        self.team = Tap(theme, "show_team", "Team", "How each rep gets on, and how far the machine is right.", key="T")
        self.notice = Notice(theme, "review_notice")
        self.filters = Filters(theme)
        self.table = Table(theme)
        self.editor = EditorView(theme)
        self.trainer = TrainerView(theme)
        self._lay_out()
        theme.changed.connect(self._fit)
        self.set_narrow(narrow=False)

    def show_empty(self, *, empty: bool) -> None:
        """Where there is no take at all, there is nothing to filter and nothing to look at."""
        for part in (self.filters, self.editor, self.trainer, self.bring, self.team):
            part.setVisible(not empty)
        self._column.setStretchFactor(self._take, 0 if empty else 5)

    def show_moment(self) -> None:
        """Where a comment would be pinned now."""
        picture = self.editor.wave.picture
        self.trainer.show_moment(None if picture is None else picture.span or picture.cursor or 0.0)

    def tell(self, sentence: str) -> None:
        self.notice.tell(sentence)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        side, high = (14, 8) if narrow else (22, 16)
        self._scrolled.set_margin(side, above=high, below=high)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self._theme.scale
        width = self.width() / scale
        beside = width >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._take.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.trainer.setMaximumWidth(self._theme.px(310) if beside else _UNBOUNDED)
        self.title.setHidden(self._narrow)
        self.filters.set_narrow(narrow=not beside)
        self._place_filters(below=width < _WIDE)

    def _place_filters(self, *, below: bool) -> None:
        """Beside the title where there is room, else on a line of their own."""
        if below is self._below:
            return
        self._below = below
        self._head.removeWidget(self.filters)
        if below:
            self._head.addWidget(self.filters, 1, 0, 1, 3)
        else:
            self._head.addWidget(self.filters, 0, 1)
        self._head.setColumnStretch(1, 1)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scrolled = Scrolled()
        outer.addWidget(self._scrolled)
        self._column = self._scrolled.column
        self._column.setSpacing(10)
        self._head = QGridLayout()
        self._column.addLayout(self._head)
        self._head.setHorizontalSpacing(14)
        self._head.setVerticalSpacing(6)
        self._head.addWidget(self.title, 0, 0)
        actions = QWidget()
        self._head.addWidget(actions, 0, 2, Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout(actions)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.team)
        line.addWidget(self.bring)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.table, 4)
        self._take = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(self._take, 5)
        self._take.setSpacing(12)
        self._take.addWidget(self.editor, 2)
        self._take.addWidget(self.trainer, 1)
