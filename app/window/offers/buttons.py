"""What can be done with the offer that is chosen, and with the one that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.button_line import ButtonLine
from app.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from app.theme.theme import Theme


class OfferButtons(ButtonLine):
    def __init__(self, theme: Theme) -> None:
        self.edit = _button(theme, "edit_offer", "Edit", "E", "Opens the text to be changed.")
        self.rehearse = _button(theme, "rehearse_offer", "Rehearse it", "R", "The virtual prospect hears this offer.")
        self.duplicate = _button(theme, "duplicate_offer", "Duplicate", "D", "Makes another offer of it.")
        self.export = _button(theme, "export_offer", "Export…", "X", "Writes it to a file.")
        self.archive = _button(theme, "archive_offer", "Archive", "A", "It is no longer given; calls still name it.")
        self.delete = _button(
            theme, "delete_offer", "Delete", "Del", "Only one that was never given; it can be undone."
        )
        self.back = _button(theme, "leave_offer", "Back", "Esc", "What is written is kept, and not saved.")
        self.discard = _button(theme, "discard_changes", "Discard", "", "Drops what is not saved; it can be undone.")
        self.save = KeyButton(theme, "save_offer", "Save", "Ctrl+S", primary=True)
        self.save.give("Ctrl+S", "Writes the offer to its file.", primary=True)
        self._viewing = ((self.edit, self.rehearse), (self.duplicate, self.export, self.archive, self.delete))
        self._writing = ((self.back,), (self.discard, self.save))
        every = (*self._viewing[0], *self._viewing[1], *self._writing[0], *self._writing[1])
        super().__init__(theme, every)

    def show_writing(self, *, changed: bool) -> None:
        self.discard.setEnabled(changed)
        self.save.setEnabled(changed)
        self.show_buttons(*self._writing)

    def show_viewing(self, *, kept: bool, archived: bool, rehearsable: bool) -> None:
        """`kept`: it is an offer; else it was written and never saved."""
        self.archive.relabel("Bring back" if archived else "Archive")
        self.rehearse.setEnabled(rehearsable)
        left, right = self._viewing
        self.show_buttons(left if kept else left[:1], right if kept else (self.delete,))

    def show_nothing(self) -> None:
        self.show_buttons((), ())


def _button(theme: Theme, name: str, words: str, key: str, tells: str) -> KeyButton:
    made = KeyButton(theme, name, words, key)
    made.give(key, tells)
    return made
