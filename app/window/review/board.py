"""What is on the Review page: the table of takes, the take that is looked at, and the trainer's word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.label import label
from app.widgets.notice import Notice
from app.window.review.editor_view import EditorView
from app.window.review.filters import Filters
from app.window.review.table import Table
from app.window.review.trainer_view import TrainerView
from app.window.review.wording import many
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme

_SIDE_BY_SIDE: Final = 640  # from which width on, at 100 %, the trainer's word stands beside the take
_WIDE: Final = 980  # and the filters beside the title


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
        self._empty = False
        self.title = label("Review", "title", name="page_title")
        self.about = label("", tone="soft", name="review_about")
        self.bring = KeyButton(theme, "import_recordings", "Import…", "I")
        self.team = KeyButton(theme, "show_team", "Team", "T")
        self.notice = Notice(theme, "review_notice")
        self.filters = Filters(theme)
        self.table = Table(theme)
        self.editor = EditorView(theme)
        self.trainer = TrainerView(theme)
        self._lay_out()
        theme.changed.connect(self._fit)
        self.set_narrow(narrow=False)

    def show_counts(self, takes: int, reps: int) -> None:
        self.about.setText(f"{many(takes, 'take')} · {many(reps, 'rep')}" if takes else "")

    def show_empty(self, *, empty: bool) -> None:
        """Where there is no take at all, there is nothing to filter and nothing to look at."""
        self._empty = empty
        for part in (self.filters, self.editor, self.trainer, self.bring, self.team):
            part.setVisible(not empty)

    def tell(self, sentence: str) -> None:
        self.notice.tell(sentence)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        side, high = (16, 10) if narrow else (22, 18)
        self._column.setContentsMargins(side, high, side, high)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self._theme.scale
        beside = self.width() >= _SIDE_BY_SIDE * scale
        direction = QBoxLayout.Direction
        self._take.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.trainer.setMaximumWidth(self._theme.px(320) if beside else 16_777_215)
        self.title.setHidden(self._narrow)
        self.about.setHidden(self.width() < _SIDE_BY_SIDE * scale)
        self.filters.set_narrow(narrow=not beside)
        low = self.height() < 640 * scale
        self._scrolled.column.setStretch(0, 4 if beside else 3)
        self.table.setMaximumHeight(self._theme.px(230 if low else 340) if beside else 16_777_215)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        head = QHBoxLayout()
        self._column.addLayout(head)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.about)
        head.addStretch(1)
        head.addWidget(self.team)
        head.addWidget(self.bring)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.filters)
        self._scrolled = Scrolled()
        self._scrolled.set_margin(0)
        self._scrolled.column.setSpacing(12)
        self._column.addWidget(self._scrolled, 1)
        self._scrolled.column.addWidget(self.table, 4)
        self._take = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scrolled.column.addLayout(self._take, 5)
        self._take.setSpacing(12)
        self._take.addWidget(self.editor, 2)
        self._take.addWidget(self.trainer, 1)
