"""How long a round is: so many takes, some minutes, or no end; a click offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.widgets.key_button import KeyButton
from coach.drills.rounds import Wish

if TYPE_CHECKING:
    from app.theme.theme import Theme

WISHES: Final = (Wish(), Wish(takes=5), Wish(takes=10), Wish(takes=20), Wish(seconds=600.0))


class RoundButton(KeyButton):
    """`chosen` carries a Wish."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "round", "Round", "R")
        self.clicked.connect(self.open_menu)
        self.show_wish(WISHES[0])

    def show_wish(self, wish: Wish) -> None:
        self.wish = wish
        self.relabel(f"Round: {described(wish)}")

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("rounds")
        menu.setAccessibleName("Rounds")
        for wish in dict.fromkeys((*WISHES, self.wish)):
            action = menu.addAction(described(wish).capitalize())
            action.setCheckable(True)
            action.setChecked(wish == self.wish)
            action.triggered.connect(lambda _=False, wish=wish: self._choose(wish))
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(next(action for action in menu.actions() if action.isChecked()))
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

    def _choose(self, wish: Wish) -> None:
        self.show_wish(wish)
        self.chosen.emit(wish)


def described(wish: Wish) -> str:
    if wish.takes is not None:
        return f"{wish.takes} takes" if wish.takes > 1 else "one take"
    return "no end" if wish.seconds is None else f"{wish.seconds / 60:g} minutes"
