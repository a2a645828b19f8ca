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
    """Told the pieces of the offer; writes them again when the theme changes. `face` is the size of its letters."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, face: str = "script") -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setProperty("face", face)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._theme = theme
        self._face = face
        self.paragraphs: Sequence[Sequence[Piece]] = ()
        self._quoted = True
        theme.changed.connect(self._write)
        self._write()

    def set_face(self, face: str) -> None:
        if face != self._face:
            self._face = face
            self.setProperty("face", face)
            self.style().unpolish(self)
            self.style().polish(self)
            self._write()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        self.show_paragraphs([pieces] if pieces else [])

    def show_paragraphs(self, paragraphs: Sequence[Sequence[Piece]], *, aloud: bool = True) -> None:
        """A longer script, paragraph by paragraph; what is not said aloud has no quotation marks."""
        if (paragraphs, aloud) != (self.paragraphs, self._quoted):
            self.paragraphs, self._quoted = paragraphs, aloud
            self._write()

    def _write(self) -> None:
        line = self._theme.metrics(self._face).height() * 1.15
        self.setMinimumHeight(0 if self.paragraphs else round(_LINES * line))
        self.setAccessibleName("\n".join("".join(map(_aloud, pieces)) for pieces in self.paragraphs))
        written = ["".join(map(self._styled, pieces)) for pieces in self.paragraphs]
        if written and self._quoted:
            written[0] = f"“{written[0]}"
            written[-1] = f"{written[-1]}”"
        above = [0, *[round(line / 2)] * len(written)]
        self.setText(
            "".join(
                f'<p style="line-height:115%;margin:{margin}px 0 0 0">{text}</p>'
                for margin, text in zip(above, written, strict=False)
            )
        )

    def _styled(self, piece: Piece) -> str:
        colours, text = self._theme.colours, escape(piece.text)
        if piece.missing:
            return f'<span style="color:{colours.unsure};text-decoration:underline">{text}</span>'
        if piece.highlighted:
            return f'<span style="color:{colours.accent};font-weight:600">{text}</span>'
        return text


def _aloud(piece: Piece) -> str:
    return f"missing: {piece.text}" if piece.missing else piece.text
