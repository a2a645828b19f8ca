"""What was done this hour and today, in figures that stand still; in one line where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.widgets.card import Card
from app.widgets.label import label, wrapped
from app.widgets.wording import seconds

if TYPE_CHECKING:
    from coach.calls.call_list import Counts

_NAMES: Final = ("dials", "offers", "answers", "noes", "yeses", "usual_pause")
_TITLES: Final = ("dials this hour", "offers", "answers", "noes", "yeses", "your usual pause")
_ONE: Final = {"dials": "dial", "offers": "offer", "answers": "answer", "noes": "no", "yeses": "yes"}
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


class Counters(Card):
    """Told the counts of the hour and of the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("counters", parent)
        self._wide = QWidget()
        self._line = wrapped("", "small", "soft", "counts_in_words")
        self._hour = [label("–", "value", name=f"hour_{name}") for name in _NAMES]
        self._day = [label("", "small", "soft", f"day_{name}") for name in _NAMES]
        grid = QGridLayout(self._wide)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        for column, (title, hour, day) in enumerate(zip(_TITLES, self._hour, self._day, strict=True)):
            grid.setColumnStretch(column, 1)
            grid.addWidget(hour, 0, column, _CENTRE)
            grid.addWidget(label(title, "small", "soft"), 1, column, _CENTRE)
            grid.addWidget(day, 2, column, _CENTRE)
        self.body.setSpacing(0)
        self.body.addWidget(self._wide)
        self.body.addWidget(self._line)
        self.set_compact(compact=False)

    def show_counts(self, hour: Counts, day: Counts) -> None:
        for name, of_hour, of_day in zip(_NAMES, self._hour, self._day, strict=True):
            now, all_day = _figure(hour, name), _figure(day, name)
            of_hour.setText(now)
            of_day.setText(f"{all_day} today")
        self._line.setText(f"This hour: {_in_words(hour)}. Today: {_in_words(day)}.")
        self.setAccessibleName(self._line.text())

    def set_compact(self, *, compact: bool) -> None:
        self._wide.setHidden(compact)
        self._line.setVisible(compact)
        high = 6 if compact else 10
        self.body.setContentsMargins(20, high, 20, high)


def _figure(counts: Counts, name: str) -> str:
    value = getattr(counts, name)
    return "–" if value is None else seconds(value) if isinstance(value, float) else f"{value}"


def _in_words(counts: Counts) -> str:
    said = [f"{_figure(counts, name)} {_ONE[name] if getattr(counts, name) == 1 else name}" for name in _NAMES[:-1]]
    return ", ".join(said) + (f", pause {seconds(counts.usual_pause)}" if counts.usual_pause is not None else "")
