"""Draws the state of a live call: the one place that does, for the companion and for the Live page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.companion.aside_row import AsideRow
from app.companion.close_view import CloseView
from app.companion.controls import CONTROLS, Keys
from app.companion.talk_view import TalkView
from app.widgets.elided import Elided
from app.widgets.label import wrapped
from app.widgets.tap import Tap
from coach.live.state import LiveState, Phase, Press

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from coach.bands import Bands
    from coach.calls.next_call import Planned
    from coach.stage import Stage

NOT_YET: Final = "No · logged when you hang up"
WITHOUT: Final = "A call without a list"
_RING: Final = 3  # what a button keeps around itself for the focus: words begin where its body does


class CallView(QWidget):
    """Told a `LiveState` and, while a close goes on, the `Stage`; `keys` are printed, `face` is the script's.

    `head` takes what the window that shows it adds at the right; `undo` stands at the end of the outcomes unless it is
    placed elsewhere.
    """

    pressed = Signal(object)  # Press
    said_no = Signal(object)  # SaidNo

    def __init__(
        self,
        theme: Theme,
        keys: Keys,
        face: str,
        *,
        undo_inside: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("call")
        self.state = LiveState()
        self.undo = Tap(theme, "undo", "Undo", CONTROLS[Press.UNDO].about, key=keys.small.get(Press.UNDO, ""))
        self.undo.clicked.connect(lambda: self.pressed.emit(Press.UNDO))
        self.who = Elided("prospect", "cell_strong", theme)
        self.which = Elided("offer_label", "small", theme, tone="soft")
        self.warning = wrapped("", "small", "unsure", "warning")
        self.talk = TalkView(theme, keys, face, self.undo if undo_inside else None)
        self.close_view = CloseView(theme, keys)
        while_closing = (Press.NEXT, Press.NEVER, *([Press.UNDO] if undo_inside else []))
        self.aside = AsideRow(theme, keys, while_closing)
        self._stack = QStackedWidget()
        self.head = QHBoxLayout()
        self._lay_out()
        for part in (self.talk, self.close_view, self.aside):
            part.pressed.connect(self.pressed)
        self.aside.said_no.connect(self.said_no)
        self.show_state(self.state)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.head)
        self.head.setSpacing(6)
        self.head.setContentsMargins(_RING, 0, 0, 0)
        self.warning.setContentsMargins(_RING, 0, _RING, 0)
        self.head.addWidget(self.who, 1)
        self.which.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.head.addWidget(self.which, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.warning)
        self._stack.addWidget(self.talk)
        self._stack.addWidget(self.close_view)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self._stack, 1)
        column.addWidget(self.aside)

    def set_script(self, face: str, least: int) -> None:
        """The size of its letters, and the pixels of it that can always be seen."""
        self.talk.script.set_face(face)
        self.talk.scrolled.setMinimumHeight(least)

    def show_bands(self, bands: Bands) -> None:
        self.close_view.show_bands(bands)

    def show_state(self, state: LiveState) -> None:
        self.state = state
        closing = state.phase is Phase.CLOSING
        self.who.show_words(_who(state.planned, nobody=state.phase is Phase.NOBODY))
        self.which.show_words(NOT_YET if closing else state.offer_label)
        self.which.show_pill(pill=closing)
        self.warning.setText(state.warning or "")
        self.warning.setVisible(bool(state.warning))
        self.undo.setEnabled(state.undo is not None)
        self.undo.tell(state.undo or "There is nothing to undo.")
        self.talk.show_state(state)
        self.close_view.show_state(state)
        self.aside.show_state(state)
        self._stack.setCurrentWidget(self.close_view if closing else self.talk)

    def show_stage(self, stage: Stage) -> None:
        self.close_view.show_stage(stage)


def _who(planned: Planned | None, *, nobody: bool) -> str:
    if planned is None:
        return "" if nobody else WITHOUT
    prospect = planned.prospect
    return " · ".join(part for part in (prospect.name, prospect.company) if part)
