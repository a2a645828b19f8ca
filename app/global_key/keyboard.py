"""Where a key lies on the keyboard of an X server, and what its modifiers are called there."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from Xlib import XK, X

if TYPE_CHECKING:
    from collections.abc import Iterator

    from Xlib.display import Display

    from app.global_key.chord import Chord

# Qt's names where X has another one.
_KEYSYMS: Final = {
    "PgUp": "Prior",
    "PgDown": "Next",
    "Ins": "Insert",
    "Del": "Delete",
    "Esc": "Escape",
    "Enter": "KP_Enter",
    "Space": "space",
    "Backspace": "BackSpace",
    "ScrollLock": "Scroll_Lock",
}
_HELD: Final = {"Alt": "Alt_L", "Meta": "Super_L"}
_LOCKS: Final = ("Num_Lock", "Scroll_Lock")


def places(display: Display, chord: Chord) -> Iterator[tuple[int, int]]:
    """Give each keycode with the mask of its modifiers, once for every state of the locks."""
    held = [X.ControlMask] * ("Ctrl" in chord.modifiers) + [X.ShiftMask] * ("Shift" in chord.modifiers)
    held += [_mask(display, _HELD[name]) for name in chord.modifiers & _HELD.keys()]
    locks = {X.LockMask, *(_mask(display, lock) for lock in _LOCKS)} - {0}
    found = set(display.keysym_to_keycodes(_keysym(chord.key)))
    plain = {code for code, level in found if level % 2 == 0}
    for code in {code for code, _ in found}:
        mask = sum(set(held)) | (0 if code in plain else X.ShiftMask)
        for number in range(len(locks) + 1):
            for locked in combinations(sorted(locks - set(held)), number):
                yield code, mask | sum(locked)


def _keysym(key: str) -> int:
    if len(key) == 1:
        return ord(key.lower()) if ord(key) < 0x100 else 0x0100_0000 | ord(key.lower())  # noqa: PLR2004 - Latin-1
    return int(XK.string_to_keysym(_KEYSYMS.get(key, key)))


def _mask(display: Display, keysym: str) -> int:
    """0 where that is no modifier on this keyboard."""
    codes = {code for code, _ in display.keysym_to_keycodes(XK.string_to_keysym(keysym))}
    for number, keys in enumerate(display.get_modifier_mapping()):
        if codes.intersection(keys):
            return int(1 << number)
    return 0
