"""Another take, or the sample, over the one that is looked at: both with their “Ok” at the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.elided import Elided
from app.widgets.tap import Tap
from app.window.review.wave import Wave
from app.window.review.zoom import Zoom

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.window.review.shown import Shown


class CompareStrip(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shown: Shown | None = None
        self.title = Elided("compared_title", "small_strong", theme, tone="soft")
        self.play = Tap(theme, "play_compared", "▶", "Plays the upper one.", key="X", slim=True)
        self.play.setAccessibleName("Play the upper one")
        self.wave = Wave(theme)
        self.wave.setObjectName("compared_waveform")
        self.wave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wave.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        column.addLayout(line)
        line.addWidget(self.title, 1)
        line.addWidget(self.play)
        column.addWidget(self.wave, 1)
        self.hide()

    def show_take(self, title: str, shown: Shown) -> None:
        self.shown = shown
        self.title.show_words(title)
        self.show()

    def follow(self, zoom: Zoom, below: Shown) -> None:
        """As near as the lower one, and so placed that both begin their “Ok” at once."""
        if self.shown is not None:
            start = zoom.start + _ok(self.shown) - _ok(below)
            self.wave.show_bare(self.shown, Zoom(self.shown.duration, start, zoom.span))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._theme.px(130))


def _ok(shown: Shown) -> float:
    """From where on it is laid over another; from its beginning where it has no close."""
    close = shown.verdict.close
    return close.ok.start if close is not None else 0.0
