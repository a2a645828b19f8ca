"""What was found in the recordings: closes to be taken or left, and what could not be used, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from app.widgets.button_row import ButtonRow
from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.progress_line import ProgressLine
from app.widgets.row_table import dress, head_of
from app.window.importing import wording
from app.window.importing.found_paint import FoundPaint
from app.window.importing.found_rows import AT, PAUSE, RECORDING, REP, VERDICT, FoundRows
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.importing.found import Seen
    from app.theme.theme import Theme

_MOST_SHOWN: Final = 200  # sentences
_LEAST_HIGH: Final = 190
_ROOM: Final = {REP: 420, AT: 640, PAUSE: 540, VERDICT: 340}  # from which width on a column is shown
_VERDICT: Final = 0.38  # of the width
_WORDS: Final = {AT: "“Ok” at 0", PAUSE: "0.00 s", REP: "Dana Reyes, E."}


class FoundView(QWidget):
    """`added` asks for what is taken, `stopped` for an end of what is going on, `done` for the takes."""

    added = Signal()
    stopped = Signal()
    done = Signal()
    back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = False
        self.rows = FoundRows(self)
        self._paint = FoundPaint(theme, self)
        self.table = _table(self.rows, self._paint)
        self._found = label("", "strong", name="found")
        self._left_out = wrapped("", name="left_out")
        self._said = wrapped("", name="import_said")
        self.progress = ProgressLine(theme, "import_progress", "Looked through")
        self._closes, self._others = Card("closes_card"), Card("left_out_card")
        self._back = KeyButton(theme, "leave_found", "Back", "Esc")
        self.cancel = KeyButton(theme, "cancel_import", "Cancel", "Esc")
        self.cancel.setAccessibleDescription("Stops; what was found or added by then stays. Key: Esc")
        self.turn = KeyButton(theme, "take_or_leave", "Take or leave", "X")
        self.turn.setAccessibleDescription("Takes the chosen closes, or leaves them. Key: X")
        self.add = KeyButton(theme, "add_takes", "Add takes", "Space", primary=True)
        self._lay_out()
        self.rows.counted.connect(self._show_count)
        self._back.clicked.connect(self.back)
        self.cancel.clicked.connect(self.stopped)
        self.turn.clicked.connect(lambda: self.rows.turn(self.table.selectionModel().selectedRows()))
        self.add.clicked.connect(self._go_on)
        theme.changed.connect(self._fit)

    @property
    def keys(self) -> tuple[tuple[str, KeyButton], ...]:
        return (("Esc", self._back), ("Esc", self.cancel), ("Space", self.add), ("X", self.turn))

    def begin(self) -> None:
        """Nothing is known yet."""
        self.rows.show_heard([])
        self._over = False
        self._closes.hide()
        self._others.hide()
        self.show_progress("", 0.0)

    def show_progress(self, what: str, share: float) -> None:
        self._show_running(running=True)
        self.progress.show_share(share)
        self._tell(what)

    def show_seen(self, seen: Sequence[Seen], *, stopped: bool) -> None:
        self._show_running(running=False)
        heard, others = wording.apart(seen)
        self.rows.show_heard(heard)
        self._found.setText(wording.found_told(heard))
        self._closes.setVisible(self.rows.rowCount() > 0)
        self._show_left_out(others)
        self._tell(wording.STOPPED if stopped else "" if self.rows.taken else wording.NOTHING_NEW)
        self._fit()

    def show_end(self, sentence: str, problems: Sequence[str] = (), heading: str = wording.LEFT_OUT) -> None:
        self._show_running(running=False)
        self._over = True
        self._closes.hide()
        self._show_left_out(problems, heading)
        self.add.relabel("To the takes")
        self.add.setEnabled(True)
        self.turn.hide()
        self._back.hide()
        self._tell(sentence)

    def _show_left_out(self, sentences: Sequence[str], heading: str = wording.LEFT_OUT) -> None:
        more = len(sentences) - _MOST_SHOWN
        lines = [*sentences[:_MOST_SHOWN], *([f"… and {more:,} more"] if more > 0 else [])]
        self._heading.setText(f"{heading}: {len(sentences):,}")
        self._left_out.setText("\n".join(lines))
        self._others.setVisible(bool(sentences))

    def _show_count(self, taken: int) -> None:
        if not self._over:
            self.add.relabel(f"Add {wording.many(taken, 'take')}" if taken else "Add takes")
            self.add.setEnabled(taken > 0)

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _go_on(self) -> None:
        (self.done if self._over else self.added).emit()

    def _show_running(self, *, running: bool) -> None:
        self.cancel.setVisible(running)
        self.progress.setVisible(running)
        for button in (self.add, self.turn, self._back):
            button.setVisible(not running)

    def _lay_out(self) -> None:
        self._closes.body.setContentsMargins(10, 14, 10, 8)
        self._closes.body.addWidget(self._found)
        self._found.setContentsMargins(10, 0, 0, 0)
        self._closes.body.addWidget(self.table)
        self._heading = wrapped("", "cell_strong", "soft", "left_out_heading")
        self._others.body.addWidget(self._heading)
        self._others.body.addWidget(self._left_out)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        scrolled.column.setSpacing(10)
        scrolled.column.addWidget(self._closes, 1)
        scrolled.column.addWidget(self._others)
        scrolled.column.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._said)
        column.addWidget(self.progress)
        column.addWidget(scrolled, 1)
        column.addWidget(ButtonRow(self._theme, self._back, (self.cancel, self.turn, self.add)))

    def _fit(self) -> None:
        width, metrics = self.width() / self._theme.scale, self._theme.metrics("text")
        self.table.setMinimumHeight(self._theme.px(_LEAST_HIGH))
        self.table.verticalHeader().setDefaultSectionSize(self._paint.height())
        for column, least in _ROOM.items():
            self.table.setColumnHidden(column, width < least)
        for column, words in _WORDS.items():
            self.table.setColumnWidth(column, round(metrics.horizontalAdvance(words)) + 26)
        self.table.setColumnWidth(VERDICT, round(self.width() * _VERDICT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _table(rows: FoundRows, paint: FoundPaint) -> QTableView:
    made = QTableView()
    dress(made, "found_list", "Closes that were found", rows, paint)
    head_of(made, RECORDING)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    return made
