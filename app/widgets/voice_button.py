"""Whose voice the samples have; a click offers the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.samples import VOICES, Voice
from app.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from app.theme.theme import Theme


class VoiceButton(KeyButton):
    """`chosen` carries the name of a voice."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "voice", "Voice", "V")
        self.voice: Voice = VOICES[0]
        self.clicked.connect(self.open_menu)
        self._show()

    def show_voice(self, name: str) -> None:
        """Without telling it; a voice that is not shipped is not shown."""
        self.voice = next((voice for voice in VOICES if voice.name == name), self.voice)
        self._show()

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("voices")
        menu.setAccessibleName("Voices")
        for voice in VOICES:
            action = menu.addAction(f"{voice.title}, {voice.described}")
            action.setCheckable(True)
            action.setChecked(voice == self.voice)
            action.triggered.connect(lambda _=False, voice=voice: self._choose(voice))
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[VOICES.index(self.voice)])
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, voice: Voice) -> None:
        self.voice = voice
        self._show()
        self.chosen.emit(voice.name)

    def _show(self) -> None:
        self.relabel(f"Voice: {self.voice.title}")
        self.setAccessibleName(f"Voice: {self.voice.title}, {self.voice.described}")
