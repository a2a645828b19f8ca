"""The offer as it is said, filled in; what belongs to this prospect is highlighted."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.theme.theme import Theme
    from coach.offers.filling import Piece

_LINES: Final = 3  # kept free until the offer is read, so that nothing jumps


class OfferText(QLabel):
    """Told the pieces of the offer; writes them again when the theme changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setProperty("face", "script")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._theme = theme
        self._pieces: Sequence[Piece] = ()
        theme.changed.connect(self._write)
        self._write()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._write()

    def _write(self) -> None:
        self.setMinimumHeight(0 if self._pieces else round(_LINES * self._theme.metrics("script").height() * 1.15))
        if not self._pieces:
            return
        self.setAccessibleName("".join(piece.text for piece in self._pieces))
        accent = self._theme.colours.accent
        spoken = "".join(
            f'<span style="color:{accent};font-weight:600">{escape(piece.text)}</span>'
            if piece.highlighted
            else escape(piece.text)
            for piece in self._pieces
        )
        self.setText(f'<p style="line-height:115%">“{spoken}”</p>')
