"""The theme in force: follows the system's colours, or the user's wish, and scales the text."""

from __future__ import annotations

import sys
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from app.theme import typeface
from app.theme.colours import DARK, LIGHT, Colours
from app.theme.stylesheet import stylesheet

Wish = Literal["system", "light", "dark"]

SMALLEST: Final = 80  # percent
LARGEST: Final = 200
STEP: Final = 10

# The size of the system's own text where the user has not enlarged it, in points.
_ORDINARY_POINTS: Final = {"win32": 9.0, "darwin": 13.0}

_SCHEMES: Final = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Every widget that paints itself asks it for `colours` and `font`; `changed` says: paint again."""

    changed = Signal()

    def __init__(self, app: QApplication, wish: Wish = "system", percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._system = _system_scale(app)
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        typeface.load()
        app.setStyle("Fusion")
        self.percent = _within(percent)
        self.wish: Wish = wish
        self.colours: Colours = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self.follow(wish)

    @property
    def scale(self) -> float:
        """The user's own scale on top of the system's."""
        return self._system * self.percent / 100

    def px(self, length: float) -> int:
        return max(1, round(length * self.scale))

    def font(self, name: str) -> QFont:
        if name not in self._fonts:
            self._fonts[name] = typeface.font(name, self.scale)
        return self._fonts[name]

    def metrics(self, name: str) -> QFontMetricsF:
        if name not in self._metrics:
            self._metrics[name] = QFontMetricsF(self.font(name))
        return self._metrics[name]

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.colours, name))

    def follow(self, wish: Wish) -> None:
        """Light, dark, or whatever the system shows; title bars and native dialogs go along."""
        self.wish = wish
        self._app.styleHints().setColorScheme(_SCHEMES[wish])
        self._apply()

    def resize_text(self, percent: int) -> None:
        self.percent = _within(percent)
        self._apply()

    def _apply(self) -> None:
        dark = self.wish == "dark" or (
            self.wish == "system" and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        self._fonts.clear()
        self._metrics.clear()
        self._app.setFont(self.font("text"))
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(stylesheet(self.colours, self.px))
        self.changed.emit()


def _system_scale(app: QApplication) -> float:
    """How much the user has enlarged the system's text; never under 1, for small defaults are not a wish."""
    return max(1.0, app.font().pointSizeF() / _ORDINARY_POINTS.get(sys.platform, 11.0))


def _within(percent: int) -> int:
    return min(LARGEST, max(SMALLEST, percent))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, name in (
        (role.Window, colours.page),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.page),
        (role.Button, colours.panel),
        (role.WindowText, colours.ink),
        (role.Text, colours.ink),
        (role.ButtonText, colours.ink),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.ink),
        (role.PlaceholderText, colours.soft),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
    ):
        palette.setColor(where, QColor(name))
    return palette
