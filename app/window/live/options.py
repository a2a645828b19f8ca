"""The settings of live calls: names, sound, hands-free, the key, the other side's input, the softphone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from app.widgets.button_line import ButtonLine
from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.window.live.name_line import NameLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.theme.theme import Theme
    from coach.settings import Settings

_NOBODY: Final = "Nobody listens"
_CONSENT: Final = (
    "Your own microphone alone; the other side is never recorded. Even so, tell them if the law where you or they "
    "are asks for it: in many places a call may be recorded only if all who are on it agree."
)
_CHOICES: Final = {
    "live_sound": (
        "Sound",
        _CONSENT,
        ((False, "Numbers only", "No sound of a call is kept."), (True, "Keep my sound", _CONSENT)),
    ),
    "hands_free": (
        "A close without a key",
        "When “Ok … Good-bye” is heard and no key was pressed.",
        (("offer", "Ask me", "“Log as No?” appears."), ("log", "Log it", "It is logged as a No; Undo takes it back.")),
    ),
    "softphone": (
        "Dial",
        "A tel: link opens the program that your system has for telephone links.",
        ((False, "Copies the number", "Onto the clipboard."), (True, "Opens the softphone", "By a tel: link.")),
    ),
}
_COMPANION: Final = (
    "The companion: drag it by any free spot, resize it by its edges; from here Alt and the arrows move it, with Shift "
    "they resize it. Ctrl and the wheel over it, or its menu, change its text."
)


class LiveOptions(Card):
    """`chosen` carries the name of a setting and its value; `devices` names the inputs there are now."""

    chosen = Signal(str, object)
    devices: Callable[[], Sequence[str]] = staticmethod(lambda: ())

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("live_options", parent)
        self.names = NameLine(theme, "said")
        self.key = QLineEdit()
        self.key.setObjectName("global_key")
        self.key.setAccessibleName("The key that says No wherever the focus is; empty is none")
        self.key.setPlaceholderText("none")
        self.key.setMaxLength(60)
        self.key.editingFinished.connect(lambda: self.chosen.emit("global_key", self.key.text().strip()))
        self.other = KeyButton(theme, "other_device", _NOBODY)
        self.other.setAccessibleDescription("Where the other side is heard; it is never recorded.")
        self.other.clicked.connect(self.open_menu)
        self._other: str | None = None
        self._chips: dict[tuple[str, object], Chip] = {}
        self.body.setSpacing(4)
        self._row("You", "As {caller} and {firm} in a script.", self.names)
        for name, (title, about, choices) in _CHOICES.items():
            self._row(title, about, self._choice(theme, name, choices))
        self._row("No from anywhere", "A key that is heard whatever window has the focus: F9, Ctrl+F8 …", self.key)
        self._row("The other side", "Then it is seen that they spoke, and that they went first.", self.other)
        self.body.addWidget(wrapped(_COMPANION, "small", "soft"))
        self.body.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        self.names.show_names(settings.caller, settings.firm)
        for (name, value), chip in self._chips.items():
            chip.setChecked(getattr(settings, name) == value)
        if not self.key.hasFocus():
            self.key.setText(settings.global_key)
        self._other = settings.other_device
        self.other.relabel(self._other or _NOBODY)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("other_devices")
        menu.setAccessibleName("Where the other side is heard")
        for name in dict.fromkeys((None, *self.devices(), self._other)):
            action = menu.addAction(name or _NOBODY)
            action.setCheckable(True)
            action.setChecked(name == self._other)
            action.triggered.connect(lambda _=False, name=name: self.chosen.emit("other_device", name))
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.other.mapToGlobal(QPoint(0, self.other.height() + 2)))

    def _choice(self, theme: Theme, name: str, choices: Sequence[tuple[object, str, str]]) -> QWidget:
        """Chips of one parent exclude each other."""
        chips = {}
        for value, words, about in choices:
            chips[value] = chip = Chip(theme, f"{name}_{str(value).lower()}", words, about)
            chip.clicked.connect(lambda _=False, value=value: self.chosen.emit(name, value))
            self._chips[name, value] = chip
        row = ButtonLine(theme, list(chips.values()), apart=2)
        row.show_buttons(list(chips.values()), [])
        return row

    def _row(self, title: str, about: str, control: QWidget) -> None:
        self.body.addWidget(label(title, "cell_strong"))
        self.body.addWidget(control)
        words = wrapped(about, "small", "soft")
        words.setContentsMargins(0, 0, 0, 8)
        self.body.addWidget(words)
