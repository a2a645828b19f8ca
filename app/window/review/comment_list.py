"""The comments on a take: their number, their moment, who said what; to be gone to, heard and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.label import label, wrapped
from app.widgets.tap import Tap
from app.widgets.wording import seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.theme.theme import Theme
    from coach.review.review import Comment

SPOKEN = "Spoken comment"


class CommentList(QWidget):
    """`gone_to`, `heard` and `removed` carry a `Comment`."""

    gone_to = Signal(object)
    heard = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comments")
        self.setAccessibleName("Comments")
        self._theme = theme
        self._rows: list[QWidget] = []
        self._shown: tuple[Comment, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_comments(self, comments: Sequence[Comment], by: str) -> None:
        if tuple(comments) == self._shown:
            return
        self._shown = tuple(comments)
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        for number, comment in enumerate(comments, 1):
            row = self._row(number, comment, by)
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()

    def _row(self, number: int, comment: Comment, by: str) -> QWidget:
        row = QWidget(self)
        row.setObjectName(f"comment_{number}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(label(str(number), "cell_strong", "unsure"), 0, Qt.AlignmentFlag.AlignTop)
        words = wrapped(_told(comment, by), "cell", name=f"comment_{number}_text")
        words.setAccessibleName(f"Comment {number}: {_told(comment, by)}")
        line.addWidget(words, 1)
        taps = [("go_to", "Go", "Goes to its moment", self.gone_to), ("remove", "×", "Removes it", self.removed)]
        if comment.sound is not None:
            taps.insert(0, ("hear", "▶", "Plays what was said", self.heard))
        for name, said, about, told in taps:
            tap = Tap(self._theme, f"{name}_comment_{number}", said, about, slim=True)
            tap.setAccessibleName(f"{about}: comment {number}")
            tap.clicked.connect(lambda _=False, told=told: told.emit(comment))
            line.addWidget(tap, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _told(comment: Comment, by: str) -> str:
    moment = seconds(comment.at, 1)
    if comment.until is not None:
        moment = f"{comment.at:.1f} – {seconds(comment.until, 1)}"
    who = "" if comment.by == by else f" ({comment.by})"
    return f"{moment}{who} – {comment.text or SPOKEN}"
