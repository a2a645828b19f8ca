"""Before calling begins: what will happen, or what to do where the list is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme
    from coach.calls.next_call import Planned

_EMPTY: Final = "Your call list is empty."
_WITHOUT: Final = "Import a list, and this page says who is to be called, with which offer and why."
_NOBODY: Final = "Nobody is due today."
_ELSE: Final = "The page of call-backs says whose turn is next."
_LISTENS: Final = "From Start until Stop your own microphone is listened to. Numbers are kept{}."


class WaitingCard(Card):
    """Told how many are on the list, and who is looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("waiting_card", parent)
        self._headline = wrapped("", "title", name="live_headline")
        self._words = wrapped("", "text", "soft", "live_words")
        self._listens = wrapped("", "small", "soft", "live_listens")
        self.import_list = KeyButton(theme, "import_list", "Import a list")
        self.import_list.setAccessibleDescription("Opens the page where a call list is imported")
        for widget in (self._headline, self._words):
            self.body.addWidget(widget)
        self.body.addWidget(self.import_list, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._listens)
        self.show_list(0, None, keeps_sound=False)

    def show_list(self, on_list: int, planned: Planned | None, *, keeps_sound: bool) -> None:
        self._listens.setText(_LISTENS.format(", and your sound" if keeps_sound else " and no sound"))
        self.import_list.setVisible(on_list == 0)
        if planned is not None:
            who = planned.prospect
            self._headline.setText(" · ".join(part for part in (who.name, who.company) if part))
            self._words.setText("Start calling with them, or choose another one in the list.")
        else:
            self._headline.setText(_NOBODY if on_list else _EMPTY)
            self._words.setText(_ELSE if on_list else _WITHOUT)
