"""Which kind of answer a line is; a click offers the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from app.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.theme.theme import Theme

# The groups that came with Okbye; a trainer's own are called what their files are.
_TITLES: Final = {
    "plain": "A plain no",
    "busy": "They are busy",
    "objection": "An objection",
    "send": "“Send me something”",
    "never": "“Never call again”",
    "vague": "A vague answer",
    "vague_no": "No, once you have asked",
    "vague_yes": "Yes, once you have asked",
    "question": "A question",
    "yes": "A yes",
    "hello": "How they pick up",
    "front_desk": "How a front desk picks up",
    "gatekeeper": "Somebody else answers",
    "voicemail": "A voice mail",
    "stay": "“Stay”, in your silence",
    "thanks": "Thanks, in your silence",
    "bye": "Their good-bye",
}


class KindButton(KeyButton):
    """`chosen` is the group of lines it will be in."""

    def __init__(self, theme: Theme, groups: Iterable[str]) -> None:
        super().__init__(theme, "line_kind", "Kind", "K")
        known = set(groups)
        self._groups = [*(name for name in _TITLES if name in known), *sorted(known - set(_TITLES))]
        self.clicked.connect(self.open_menu)
        self.choose(self._groups[0])

    def choose(self, group: str) -> None:
        self.chosen = group
        self.relabel(f"{title(group)} ▾")
        self.setAccessibleName(f"Kind of answer: {title(group)}")

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("line_kinds")
        menu.setAccessibleName("Kinds of answer")
        for group in self._groups:
            action = menu.addAction(title(group))
            action.setCheckable(True)
            action.setChecked(group == self.chosen)
            action.triggered.connect(lambda _=False, group=group: self.choose(group))
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[self._groups.index(self.chosen)])
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


def title(group: str) -> str:
    """What a group of lines is called on the screen."""
    return _TITLES.get(group) or group.replace("_", " ").replace("-", " ").capitalize()
