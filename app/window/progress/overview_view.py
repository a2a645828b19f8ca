"""How it goes: the plots by day, what goes wrong, the drills, and what to practise next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.day_plot import DayPlot
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped
from app.widgets.tally_bars import TallyBar, TallyBars
from app.window.progress.plots import Plots
from coach.faults import fault_name
from coach.progress import DRAWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.progress import Overview
    from coach.tallies import DrillTally

_TITLES: Final = {
    "pause": "Pause, middle take and spread",
    "silence": "Silence before hanging up",
    "answer_time": "Answer after their no",
}
_NARROW: Final = 620  # under this width, at 100 %, the cards stand under each other
_MOST: Final = 6  # faults and drills shown
_EMPTY: Final = (
    "Here you will see your pause and your silence from day to day, what goes wrong how often, and what to practise "
    "next. Your first take begins it."
)


class OverviewView(QWidget):
    """Told an `Overview`; `rehearse` carries the drill that was chosen, None for whichever."""

    rehearse = Signal(object)  # str | None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drill: str | None = None
        self._titles: Mapping[str, str] = {}
        self._shown: tuple[Card, ...] = ()
        self.plots = {check: DayPlot(theme, f"{check}_by_day") for check in DRAWN}
        self._plot_cards = {check: _titled(f"{check}_card", _TITLES[check], plot) for check, plot in self.plots.items()}
        self._faults = TallyBars(theme, "faults")
        self._fault_title = wrapped("", "cell_strong", "soft")
        self._no_fault = wrapped("Nothing so far.", tone="soft")
        self._fault_card = _titled("faults_card", self._fault_title, self._faults, self._no_fault)
        self._drills = TallyBars(theme, "drills")
        self._drill_card = _titled("drills_card", "Passed, by drill", self._drills)
        self._advice = wrapped("", "advice", name="next_advice")
        self.go = KeyButton(theme, "rehearse_next", "Rehearse", "Space", primary=True)
        self._next_card = _titled("next_card", "Where to practise next", self._advice, self.go)
        self._empty_card = Card("empty_card")
        self._empty_card.body.addWidget(wrapped(_EMPTY, "advice", name="empty_words"))
        self._first = KeyButton(theme, "first_take", "Rehearse", "Space", primary=True)
        self._empty_card.body.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        for card in self._cards():
            card.setParent(self)
            card.hide()
        for button in (self.go, self._first):
            button.clicked.connect(lambda: self.rehearse.emit(self._drill))
        self._library = Plots(self)
        self._library.ready.connect(self._draw)
        theme.changed.connect(self._arrange)

    def start(self) -> None:
        """Called once the page has been painted."""
        self._library.fetch()

    def close_down(self) -> None:
        self._library.close()

    def press_primary(self) -> None:
        (self.go if self._next_card in self._shown else self._first).click()

    def show_overview(self, seen: Overview, titles: Mapping[str, str]) -> None:
        self._titles = titles
        for course in seen.courses:
            self.plots[course.check].show_course(course)
        self._show_faults(seen)
        self._show_drills(seen)
        self._advice.setText(seen.next.sentence)
        self._drill = seen.next.drill
        title = titles.get(self._drill or "")
        self.go.relabel(f"Drill “{title}”" if title else "Rehearse")
        self._show_cards(seen)

    def _show_cards(self, seen: Overview) -> None:
        if not seen.takes:
            self._shown = (self._empty_card,)
        else:
            drawn = [self._plot_cards[course.check] for course in seen.courses]
            drills = [self._drill_card] if any(drill.drill for drill in seen.drills) else []
            self._shown = (*drawn[:2], self._fault_card, self._next_card, *drawn[2:], *drills)
        self._arrange()

    def _show_faults(self, seen: Overview) -> None:
        self._fault_title.setText(f"What went wrong, out of {seen.takes}")
        most = seen.faults[0].takes if seen.faults else 1
        self._faults.show_bars(
            [TallyBar(fault_name(it), it.takes / most, str(it.takes), "wrong") for it in seen.faults[:_MOST]]
        )
        self._faults.setVisible(bool(seen.faults))
        self._no_fault.setVisible(not seen.faults)

    def _show_drills(self, seen: Overview) -> None:
        worst_first = sorted((drill for drill in seen.drills if drill.drill), key=lambda drill: drill.rate)
        self._drills.show_bars(
            [
                TallyBar(self._title(it), it.rate, f"{it.passed} of {it.judged}", "accent")
                for it in worst_first[: 2 * _MOST]
            ]
        )

    def _title(self, drill: DrillTally) -> str:
        name = drill.drill or ""
        return self._titles.get(name) or name.replace("_", " ").capitalize()

    def _draw(self, graphics: object) -> None:
        for plot in self.plots.values():
            plot.draw_with(graphics)

    def _cards(self) -> tuple[Card, ...]:
        others = (self._fault_card, self._drill_card, self._next_card, self._empty_card)
        return (*self._plot_cards.values(), *others)

    def _arrange(self) -> None:
        columns = 1 if self.width() < _NARROW * self._theme.scale else 2
        for card in self._cards():
            self._grid.removeWidget(card)
            card.setVisible(card in self._shown)
        for number, card in enumerate(self._shown):
            alone = number == len(self._shown) - 1 and number % columns == 0
            self._grid.addWidget(card, number // columns, number % columns, 1, columns if alone else 1)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = event.oldSize().width() < _NARROW * self._theme.scale
        super().resizeEvent(event)
        if before != (self.width() < _NARROW * self._theme.scale):
            self._arrange()


def _titled(name: str, title: str | QWidget, *content: QWidget) -> Card:
    card = Card(name)
    card.body.addWidget(wrapped(title, "cell_strong", "soft") if isinstance(title, str) else title)
    for part in content:
        if isinstance(part, KeyButton):
            card.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            card.body.addWidget(part)
    card.body.addStretch(1)
    return card
