"""What can be done with the offer that is chosen, and with the one that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from app.widgets.button_line import ButtonLine
from app.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.theme.theme import Theme


class OfferButtons(ButtonLine):
    """Where there is no room, most of them are in a menu; their keys work all the same."""

    def __init__(self, theme: Theme, above: Sequence[KeyButton]) -> None:
        """`above` are those of the page: in a narrow window they are in the menu, too."""
        self.edit = _button(theme, "edit_offer", "Edit", "E", "Opens the text to be changed.")
        self.rehearse = _button(theme, "rehearse_offer", "Rehearse it", "R", "The virtual prospect hears this offer.")
        self.more = _button(theme, "more_for_offer", "More ▾", "M", "Opens what else can be done.")
        self.duplicate = _button(theme, "duplicate_offer", "Duplicate", "D", "Makes another offer of it.")
        self.export = _button(theme, "export_offer", "Export…", "X", "Writes it to a file.")
        self.archive = _button(theme, "archive_offer", "Archive", "A", "It is no longer given; calls still name it.")
        self.delete = _button(
            theme, "delete_offer", "Delete", "Del", "Only one that was never given; it can be undone."
        )
        self.folder = _button(theme, "open_offers_folder", "Open the folder", "O", "Shows where the file is.")
        self.back = _button(theme, "leave_offer", "Back", "Esc", "What is written is kept, and not saved.")
        self.discard = _button(theme, "discard_changes", "Discard", "", "Drops what is not saved; it can be undone.")
        self.save = KeyButton(theme, "save_offer", "Save", "Ctrl+S", primary=True)
        self.save.give("Ctrl+S", "Writes the offer to its file.", primary=True)
        self._above = above
        self._shown: tuple[Sequence[KeyButton], Sequence[KeyButton]] = ((), ())
        self._writing = False
        self._short = self._narrow = False
        doing = (self.edit, self.rehearse, self.more, self.duplicate, self.export, self.archive, self.delete)
        super().__init__(theme, (*doing, self.folder, self.back, self.discard, self.save))
        self.more.clicked.connect(self.open_menu)

    def show_writing(self, *, changed: bool) -> None:
        self.discard.setEnabled(changed)
        self.save.setEnabled(changed)
        self._show((self.back,), (self.discard, self.save), writing=True)

    def show_viewing(self, *, kept: bool, archived: bool, rehearsable: bool) -> None:
        """`kept`: it is an offer; else it was written and never saved."""
        self.archive.relabel("Bring back" if archived else "Archive")
        self.rehearse.setEnabled(rehearsable)
        if kept:
            self._show((self.edit, self.rehearse), (self.duplicate, self.export, self.archive, self.delete))
        else:
            self._show((self.edit,), (self.delete,))

    def show_broken(self) -> None:
        """It is mended in its file."""
        self._show((self.folder,), ())

    def set_room(self, *, short: bool, narrow: bool) -> None:
        self._short, self._narrow = short, narrow
        self._show(*self._shown, writing=self._writing)

    def offers(self, button: KeyButton) -> bool:
        """Whether it can be pressed, seen or in the menu."""
        return button.isVisibleTo(self.window()) or button in self._in_menu()

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("more_offer_menu")
        menu.setAccessibleName("More")
        for button in self._in_menu():
            action = menu.addAction(f"{button.text()}\t{button.key}")
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _in_menu(self) -> tuple[KeyButton, ...]:
        if self._writing or not (self._short or self._narrow):
            return ()
        return (*self._shown[1], *(self._above if self._narrow else ()))

    def _show(self, left: Sequence[KeyButton], right: Sequence[KeyButton], *, writing: bool = False) -> None:
        self._shown, self._writing = (left, right), writing
        self.show_buttons(left, (self.more,) if self._in_menu() else right)


def _button(theme: Theme, name: str, words: str, key: str, tells: str) -> KeyButton:
    made = KeyButton(theme, name, words, key)
    made.give(key, tells)
    return made
