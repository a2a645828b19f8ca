"""The steps of something as a row of pills: done, now, still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class StepPills(QWidget):
    """Told which step it is, by its number from 0, and which are done."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._names = names
        self._pills = [label(name, "small") for name in names]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for pill in self._pills:
            line.addWidget(pill)
        line.addStretch(1)

    def show_step(self, number: int, done: Collection[int]) -> None:
        for k, (pill, name) in enumerate(zip(self._pills, self._names, strict=True)):
            pill.setText(f"✓ {name}" if k in done and k != number else name)
            pill.setProperty("pill", "now" if k == number else "true")
            pill.setProperty("face", "small_strong" if k == number else "small")
            pill.setAccessibleName(f"{name}: {'now' if k == number else 'done' if k in done else 'to come'}")
            pill.style().unpolish(pill)
            pill.style().polish(pill)
        self.setAccessibleName(f"Step {number + 1} of {len(self._names)}: {self._names[number]}")
