"""One check as machine and trainer see it, to be pressed: what is agreed with or overruled is this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import box, focus_ring, painter_of, write
from app.widgets.pressable import Pressable
from app.widgets.wording import MARKS, RESULTS, measured
from app.window.review import wording
from coach.review.review import WHOLE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.theme.theme import Theme
    from coach.review.review import Opinion
    from coach.verdict import Check, Result, Verdict

_SIDE: Final = 8.0
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class OpinionRow(Pressable):
    """Checkable; one of several."""

    def __init__(self, theme: Theme, check: str) -> None:
        super().__init__(theme, f"opinion_{check}", wording.check(check))
        self.check = check
        self._value = ""
        self._mark = ("", "soft")
        self._word = ("", "soft")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_word(self, now: Verdict, machine: Verdict, opinion: Opinion | None) -> None:
        """`now` is by the words as they are set, `machine` what the machine made of its own."""
        found = None if self.check == WHOLE else _check(now, self.check)
        result = now.result if found is None and self.check == WHOLE else found.result if found else None
        before = machine.result if self.check == WHOLE else _result(machine, self.check)
        self._value = measured(found) if found is not None and found.value is not None else ""
        self._mark = ("", "soft") if result is None else (_marked(found, result), wording.TONES[result])
        self._word = _said(opinion, before, result)
        machines = f"The machine: {RESULTS[before]}. " if before is not None else ""
        reason = f" Because: {opinion.reason}" if opinion is not None and opinion.reason else ""
        told = f"{self._value} {self._mark[0]}. {machines}{self._word[0]}{reason}".strip()
        self.setAccessibleDescription(f"{told} Enter chooses it, to be agreed with or overruled.")
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), round(self.theme.metrics("cell").height()) + self.theme.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colours, area = painter_of(self), self.theme.colours, QRectF(self.rect())
        if self.isChecked():
            box(painter, area, colours.accent_soft, None, 6)
        elif self.underMouse():
            box(painter, area, colours.track, None, 6)
        if self.hasFocus():
            focus_ring(painter, area, colours.accent, 6)
        inside = area.adjusted(_SIDE, 0, -_SIDE, 0)
        strong, cell = self.theme.metrics("cell_strong"), self.theme.metrics("cell")
        right = 0.0
        if self._word[0]:
            right = strong.horizontalAdvance(self._word[0]) + 10
            painter.setFont(self.theme.font("cell_strong"))
            write(painter, inside, self._word[0], getattr(colours, self._word[1]), _RIGHT)
        mark = strong.horizontalAdvance(self._mark[0])
        name = strong if self.check == WHOLE else cell
        room = inside.width() - right - mark - 10
        painter.setFont(self.theme.font("cell_strong" if self.check == WHOLE else "cell"))
        said = self.text() if not self._value else f"{self.text()}  {self._value}"
        said = said if name.horizontalAdvance(said) <= room else self.text()
        shown = name.elidedText(said, Qt.TextElideMode.ElideRight, max(0.0, room))
        write(painter, inside, shown, colours.ink, _LEFT)
        painter.setFont(self.theme.font("cell_strong"))
        write(painter, inside.adjusted(0, 0, -right, 0), self._mark[0], getattr(colours, self._mark[1]), _RIGHT)
        if self._word[0]:
            x = inside.right() - right + 3
            painter.setPen(QPen(QColor(colours.line), 1.0))
            painter.drawLine(round(x), round(area.top() + 5), round(x), round(area.bottom() - 5))


def _check(verdict: Verdict, name: str) -> Check | None:
    return next((check for check in verdict.checks if check.name == name), None)


def _result(verdict: Verdict, name: str) -> Result | None:
    check = _check(verdict, name)
    return None if check is None else check.result


def _marked(check: Check | None, result: Result) -> str:
    word = check.word if check is not None else wording.WORDS[result]
    return f"{MARKS[result]} {word}".strip()


def _said(opinion: Opinion | None, machine: Result | None, now: Result | None) -> tuple[str, str]:
    """They agreed with the machine's own answer; where the words make another of it now, that is told."""
    if opinion is None:
        return "", "soft"
    if opinion.result is machine and now is machine:
        return "agreed", "accent"
    return f"you: {MARKS[opinion.result]}", wording.TONES[opinion.result]
