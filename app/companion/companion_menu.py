"""What can be chosen of the companion itself: the size of its text, how opaque it is, and to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu

from app.theme.theme import LARGEST, SMALLEST, STEP

if TYPE_CHECKING:
    from app.companion.window import Companion

_OPACITIES: Final = (100, 90, 80, 70, 60, 50)


def companion_menu(companion: Companion) -> QMenu:
    menu = QMenu(companion)
    menu.setObjectName("companion_choices")
    menu.setAccessibleName("Companion")
    percent = companion.theme.percent
    for words, wanted in (
        ("Larger text\tCtrl+wheel", min(LARGEST, percent + STEP)),
        ("Smaller text", max(SMALLEST, percent - STEP)),
        ("Usual text", 100),
    ):
        action = menu.addAction(words)
        action.setEnabled(wanted != percent)
        action.triggered.connect(lambda _=False, wanted=wanted: companion.resize_text(wanted))
    menu.addSeparator()
    for opacity in _OPACITIES:
        action = menu.addAction("Opaque" if opacity == _OPACITIES[0] else f"{opacity} % opaque")
        action.setCheckable(True)
        action.setChecked(opacity == companion.opacity)
        action.triggered.connect(lambda _=False, opacity=opacity: companion.show_opacity(opacity))
    menu.addSeparator()
    menu.addAction("Back to the window").triggered.connect(companion.left)
    menu.addAction("Close\tCtrl+P").triggered.connect(companion.close)
    return menu
