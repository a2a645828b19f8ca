"""Reads the name of a key with its modifiers, as Qt writes it: “F9”, “Ctrl+Alt+N”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_MODIFIERS: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Meta": Qt.KeyboardModifier.MetaModifier,
}
# Keys that nobody writes or moves with may be taken away from all other programs; the rest needs a modifier.
_ALONE: Final = re.compile(r"F\d+|Pause|Print|ScrollLock|Menu|Ins|Media .*|Volume .*|Launch .*")


@dataclass(frozen=True, slots=True)
class Chord:
    """`key` is Qt's portable name, `modifiers` are of Ctrl, Alt, Shift and Meta."""

    key: str
    modifiers: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return "+".join([*(name for name in _MODIFIERS if name in self.modifiers), self.key])


def read_chord(text: str) -> Chord | str:
    """Return the key, or the sentence why it cannot be one."""
    keys = QKeySequence(text, _PORTABLE)
    combination = keys[0] if keys.count() == 1 else None  # type: ignore[index]  # Qt's stubs do not know it
    if not isinstance(combination, QKeyCombination) or combination.key() in (Qt.Key.Key_unknown, Qt.Key(0)):
        return f"“{text}” is not the name of a key. Write it as in “F9” or “Ctrl+Alt+N”."
    held = combination.keyboardModifiers()
    chord = Chord(
        QKeySequence(combination.key()).toString(_PORTABLE),
        frozenset(name for name, modifier in _MODIFIERS.items() if held & modifier),
    )
    if chord.modifiers <= {"Shift"} and not _ALONE.fullmatch(chord.key):
        return f"“{text}” would be missing wherever you type. Choose a key such as F9, or add Ctrl or Alt to it."
    return chord
