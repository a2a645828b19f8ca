"""Which takes are shown: chips to press, and a field to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QWidget

from app.widgets.button_line import ButtonLine
from app.widgets.chip import Chip
from app.widgets.wording import MARKS
from app.window.review.wish import RECENT_DAYS, Wish
from app.window.review.wording import many
from coach.review.rows import MOST_DOUBTFUL, Order
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.theme.theme import Theme

_TYPED_MS: Final = 180  # after the last letter the search begins
_UNBOUNDED: Final = 16_777_215  # Qt's own
_VERDICTS: Final = {
    Result.FAIL: "not as wanted",
    Result.UNSURE: "unsure",
    Result.PASS: "as wanted",
    Result.NOT_MEASURED: "not measured",
}


class Filters(QWidget):
    """`changed` says that other takes are wanted: `wish` are those."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reps: Sequence[str] = ()
        self._rep: str | None = None
        self._verdict: Result | None = None
        self._ids: frozenset[str] | None = None
        self.order: Order = MOST_DOUBTFUL
        self.needs = self._chip("needs_a_look", "Needs a look", "Shows what the machine doubts and nobody has judged")
        self.rep = self._chip("by_rep", "Rep: all ▾", "Shows the takes of one rep")
        self.verdict = self._chip("by_verdict", "Verdict: all ▾", "Shows the takes with one verdict")
        self.recent = self._chip("recent", f"Last {RECENT_DAYS} days", "Leaves out what is older")
        self.some = self._chip("some_takes", "", "Shows all takes again")
        self.some.hide()
        self.search = QLineEdit()
        self.search.setObjectName("search_takes")
        self.search.setAccessibleName("Search reps, drills, notes and comments")
        self.search.setPlaceholderText("Search   /")
        self.search.setClearButtonEnabled(True)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._lay_out()
        for chip in (self.needs, self.recent):
            chip.clicked.connect(self.changed)
        self.some.clicked.connect(lambda: self.show_only(None, ""))
        self.rep.clicked.connect(lambda: self._ask(self.rep, self.rep_menu()))
        self.verdict.clicked.connect(lambda: self._ask(self.verdict, self.verdict_menu()))
        self.search.textChanged.connect(lambda _: self._typed.start())
        self._typed.timeout.connect(self.changed)

    @property
    def wish(self) -> Wish:
        return Wish(
            needs_a_look=self.needs.isChecked(),
            rep=self._rep,
            verdict=self._verdict,
            recent=self.recent.isChecked(),
            text=self.search.text().strip(),
            ids=self._ids,
            order=self.order,
        )

    def show_counts(self, needing: int, reps: Sequence[str] | None = None) -> None:
        if reps is not None:
            self._reps = reps
        self.needs.relabel(f"Needs a look {needing:,}" if needing else "Needs a look")
        self._chips.arrange()

    def show_total(self, takes: int) -> None:
        self.search.setPlaceholderText(f"Search {many(takes, 'take')}   /" if takes else "Search   /")

    def clear(self) -> None:
        """All takes again."""
        self._rep, self._verdict, self._ids = None, None, None
        for chip in (self.needs, self.recent):
            chip.setChecked(False)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._told()

    def show_only(self, ids: frozenset[str] | None, title: str) -> None:
        """Those takes and no others, and what they have in common; all again with None."""
        self.clear()
        self._ids = ids
        self.some.relabel(f"{title} ✕")
        self._told()
        self.changed.emit()

    def show_rep(self, rep: str) -> None:
        """The takes of one rep."""
        self.clear()
        self._rep = rep
        self._told()
        self.changed.emit()

    def set_narrow(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.search.setMaximumWidth(_UNBOUNDED if narrow else self._theme.px(200))
        self._chips.arrange()

    def _chip(self, name: str, words: str, about: str) -> Chip:
        chip = Chip(self._theme, name, words, about)
        chip.setAutoExclusive(False)  # one says nothing of the others
        return chip

    def _lay_out(self) -> None:
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        chips = (self.some, self.needs, self.rep, self.verdict, self.recent)
        self._chips = ButtonLine(self._theme, chips)
        self._chips.show_buttons(chips[1:], ())
        self._box.addWidget(self._chips, 1)
        self._box.addWidget(self.search)

    def rep_menu(self) -> QMenu:
        now = next((number for number, rep in enumerate(self._reps, 1) if rep == self._rep), 0)
        return self._menu("rep_menu", ["All", *self._reps], now, self._choose_rep)

    def verdict_menu(self) -> QMenu:
        words = ["All", *(f"{MARKS[result]} {said}" for result, said in _VERDICTS.items())]
        now = 0 if self._verdict is None else 1 + list(_VERDICTS).index(self._verdict)
        return self._menu("verdict_menu", words, now, self._choose_verdict)

    def _ask(self, chip: Chip, menu: QMenu) -> None:
        self._told()  # the click has turned it
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _menu(self, name: str, words: Sequence[str], now: int, choose: Callable[[int], None]) -> QMenu:
        shown = QMenu(self)
        shown.setObjectName(name)
        group = QActionGroup(shown)
        for number, said in enumerate(words):
            action = shown.addAction(said.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number == now)
            group.addAction(action)
            action.triggered.connect(lambda _=False, number=number: choose(number))
        shown.aboutToHide.connect(shown.deleteLater)
        return shown

    def _choose_rep(self, number: int) -> None:
        self._rep = None if number == 0 else self._reps[number - 1]
        self._told()
        self.changed.emit()

    def _choose_verdict(self, number: int) -> None:
        self._verdict = None if number == 0 else list(_VERDICTS)[number - 1]
        self._told()
        self.changed.emit()

    def _told(self) -> None:
        """A chip is filled while it leaves something out."""
        chips = (self.needs, self.rep, self.verdict, self.recent)
        self._chips.show_buttons(chips if self._ids is None else (self.some, *chips), ())
        self.some.setChecked(self._ids is not None)
        self.rep.setChecked(self._rep is not None)
        self.rep.relabel(f"Rep: {self._rep or 'all'} ▾")
        self.verdict.setChecked(self._verdict is not None)
        said = "all" if self._verdict is None else _VERDICTS[self._verdict]
        self.verdict.relabel(f"Verdict: {said} ▾")
        self._chips.arrange()
