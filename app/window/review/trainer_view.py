"""What the trainer says of a take: check by check and as a whole, and in comments pinned to its moments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.elided import Elided
from app.widgets.key_button import KeyButton
from app.widgets.label import label
from app.widgets.tap import Tap
from app.widgets.wording import MARKS, RESULTS
from app.window.review.comment_list import CommentList
from app.window.review.opinion_row import OpinionRow
from app.window.review.overruling import Overruling
from app.window.scrolled import Scrolled
from coach.review.review import WHOLE
from coach.review.trainers_word import trainers_results

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.window.review.shown import Shown, Span
    from coach.bands import Bands
    from coach.review.review import Review

_SPEAK: Final = "●"  # as on any recorder
_STOP: Final = "■"
_LEAST_HIGH: Final = 120  # what is said, however low the window is
_LONGEST: Final = 2000  # letters of a comment


class TrainerView(Card):
    """`agreed` and `overrule` carry the name of the check that is chosen; `said` a comment's words."""

    agreed = Signal(str)
    overrule = Signal(str)
    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("trainer_card", parent)
        self._theme = theme
        self._rows: dict[str, OpinionRow] = {}
        self._other = Elided("other_trainer", "small", theme, tone="soft")
        self.comments = CommentList(theme)
        self.comment = QLineEdit()
        self.comment.setObjectName("comment")
        self.comment.setAccessibleName("Comment")
        self.comment.setMaxLength(_LONGEST)
        self.speak = Tap(theme, "speak_comment", _SPEAK, "Records what you say as a comment.", key="V", slim=True)
        self.speak.setAccessibleName("Speak a comment")
        self.agree = KeyButton(theme, "agree", "Agree", "A")
        self.overrule_it = KeyButton(theme, "overrule", "Overrule…", "O")
        self.overruling = Overruling(theme)
        self.overruling.hide()
        self._lay_out()
        self.agree.clicked.connect(lambda: self.agreed.emit(self.chosen))
        self.overrule_it.clicked.connect(lambda: self.overrule.emit(self.chosen))
        self.comment.returnPressed.connect(self._say)
        self.overruling.left.connect(self.ask_no_more)
        self.show_moment(None)
        self.show_nothing()

    @property
    def chosen(self) -> str:
        return next((name for name, row in self._rows.items() if row.isChecked()), WHOLE)

    def show_nothing(self) -> None:
        self.ask_no_more()
        for row in self._rows.values():
            row.hide()
        self._other.hide()
        self.comments.show_comments((), "")
        for control in (self.agree, self.overrule_it, self.comment, self.speak):
            control.setEnabled(False)

    def show_take(self, shown: Shown, own: Review | None, other: Review | None, by: str, bands: Bands) -> None:
        names = [WHOLE, *dict.fromkeys(check.name for v in (shown.machine, shown.verdict) for check in v.checks)]
        for name in names:
            if name not in self._rows:
                self._rows[name] = OpinionRow(self._theme, name)
                self._list.addWidget(self._rows[name])
        for name, row in self._rows.items():
            row.setVisible(name in names)
            row.show_word(shown.verdict, shown.machine, own.opinion(name) if own is not None else None)
        if not self._rows[self.chosen].isVisibleTo(self) or not any(row.isChecked() for row in self._rows.values()):
            self._rows[WHOLE].setChecked(True)
        self._tell_other(shown, other, bands)
        self.comments.show_comments(shown.comments, by)
        for control in (self.agree, self.overrule_it, self.comment, self.speak):
            control.setEnabled(True)

    def choose(self, check: str) -> None:
        if check in self._rows:
            self._rows[check].setChecked(True)

    def show_moment(self, moment: Span | float | None) -> None:
        """Where a comment would be pinned."""
        if moment is None:
            where = ""
        elif isinstance(moment, float):
            where = f" at {moment:.1f} s"
        else:
            where = f" on {moment.start:.1f} – {moment.end:.1f} s"
        self.comment.setPlaceholderText(f"Comment{where}…   C")

    def show_recording(self, seconds: float | None, most: float = 0.0) -> None:
        """How much was recorded; None where nothing is being."""
        self.speak.relabel(_SPEAK if seconds is None else _STOP)
        self.speak.setAccessibleName("Speak a comment" if seconds is None else "Stop recording")
        self.comment.setReadOnly(seconds is not None)
        if seconds is not None:
            self.comment.setPlaceholderText(f"Recording, {seconds:.0f} of at most {most:.0f} s")

    def ask_no_more(self) -> None:
        self.overruling.hide()
        self._buttons.show()

    def ask(self) -> None:
        """The form is in the place of the buttons."""
        self._buttons.hide()
        self.overruling.show()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(230), super().minimumSizeHint().height())

    def _say(self) -> None:
        words = self.comment.text().strip()
        if words:
            self.comment.clear()
            self.said.emit(words)

    def _tell_other(self, shown: Shown, other: Review | None, bands: Bands) -> None:
        """What another trainer says of the whole."""
        if other is None:
            self._other.hide()
            return
        whole = trainers_results(shown.machine, other, bands).get(WHOLE)
        opinion = other.opinion(WHOLE)
        reason = f": {opinion.reason}" if opinion is not None and opinion.reason else ""
        told = "has looked at it" if whole is None else f"{MARKS[whole]} {RESULTS[whole]}{reason}"
        self._other.show_words(f"{other.by}: {told}")
        self._other.show()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(6)
        self.body.addWidget(label("Trainer", "cell_strong", "soft"))
        self._scrolled = Scrolled()
        self._scrolled.set_margin(0)
        self._scrolled.column.setSpacing(6)
        self._list = QVBoxLayout()
        self._scrolled.column.addLayout(self._list)
        self._list.setSpacing(1)
        self._scrolled.column.addWidget(self._other)
        self._scrolled.column.addWidget(self.comments)
        self._scrolled.column.addStretch(1)
        self._scrolled.setMinimumHeight(self._theme.px(_LEAST_HIGH))
        self._theme.changed.connect(lambda: self._scrolled.setMinimumHeight(self._theme.px(_LEAST_HIGH)))
        self.body.addWidget(self._scrolled, 1)
        saying = QHBoxLayout()
        self.body.addLayout(saying)
        saying.setSpacing(4)
        saying.addWidget(self.comment, 1)
        saying.addWidget(self.speak)
        self._buttons = QWidget()
        self.body.addWidget(self._buttons)
        line = QHBoxLayout(self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.agree, self.overrule_it):
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            line.addWidget(button, 1)
        self.body.addWidget(self.overruling)
