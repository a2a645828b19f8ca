"""The buttons under the page: one primary, and Space is its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.round_button import RoundButton
from app.window.moment import TAKING, Moment

if TYPE_CHECKING:
    from app.theme.theme import Theme

# The primary one stands last; it has Space.
_SHOWN: Final = {
    Moment.IDLE: ("round", "broken", "start"),
    Moment.RUNNING: ("stop", "hang_up"),
    Moment.OFFER: ("stop", "hang_up", "offer_done"),
    Moment.ENDING: ("stop", "hang_up"),
    Moment.VERDICT: ("finish", "next", "try_again"),
    Moment.SUMMARY: ("finish", "next", "start"),
}
_OWN_KEYS: Final = {"stop": "Esc", "finish": "Esc", "round": "R", "next": "N", "try_again": "T"}
_AT_LEFT: Final = ("stop", "finish", "round", "broken")
_HELD_MS: Final = 900  # a press that was meant for the button before does not hang up


class Actions(QWidget):
    """Told the moment, and whether the microphone can be used; after a take also what comes next (`show_after`)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = KeyButton(theme, "start", "Start", "Space")
        self.stop = KeyButton(theme, "stop", "Stop", "Esc")
        self.finish = KeyButton(theme, "finish", "Finish", "Esc")
        self.round = RoundButton(theme)
        self.broken = KeyButton(theme, "broken", "One file not used")
        self.offer_done = KeyButton(theme, "offer_done", "I have asked", "Space")
        self.hang_up = KeyButton(theme, "hang_up", "Hang up", "Space")
        self.next = KeyButton(theme, "next", "Next prospect", "N")
        self.try_again = KeyButton(theme, "try_again", "Try again", "Space")
        self.stop.setAccessibleDescription("Ends the take without a verdict; nothing of it is kept. Key: Esc")
        self._tells = {
            "broken": "Says which files with drills and lines cannot be used, and why.",
            "finish": "Ends the round and goes back to choosing.",
            "offer_done": "Says that the offer is read, without waiting to be heard out.",
            "next": "The next take of the round.",
            "try_again": "The same once more.",
        }
        self._buttons = {
            button.objectName(): button
            for button in (
                self.stop,
                self.finish,
                self.round,
                self.broken,
                self.next,
                self.start,
                self.hang_up,
                self.offer_done,
                self.try_again,
            )
        }
        self._moment = Moment.IDLE
        self._rounds = False
        self._broken = False
        self._over = False  # the round, after the take
        self._advice = False  # what to drill next, after the round
        self._after: tuple[str, ...] = ("finish", "try_again")
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(_HELD_MS)
        self._held.timeout.connect(lambda: self.hang_up.setEnabled(self._moment in TAKING - {Moment.ENDING}))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for name in _AT_LEFT:
            self._line.addWidget(self._buttons[name])
        self._line.addStretch(1)
        for name in set(self._buttons).difference(_AT_LEFT):
            self._line.addWidget(self._buttons[name])
        self.show_moment(Moment.IDLE, usable=False)

    def offer_rounds(self, broken: int) -> None:
        """There is something to choose from; so many files with drills and lines are not used."""
        self._rounds = True
        self._broken = broken > 0
        self.broken.relabel(f"{broken} files not used" if broken > 1 else "One file not used")
        self.show_moment(self._moment, usable=self.start.isEnabled())

    def show_after(self, *, clean: bool, alone: bool, over: bool) -> None:
        """What may follow the take: after a clean one the next, after another the same again; alone both are one."""
        self._over = over
        if over:
            self._after = ("finish", "next")
        elif alone:
            self._after = ("finish", "try_again")
        else:
            self._after = ("finish", "try_again", "next") if clean else ("finish", "next", "try_again")
        self.next.relabel("See the round" if over else "Next prospect")

    def show_advice(self, drill: str | None) -> None:
        """After a round: the title of what to drill next."""
        self._advice = drill is not None
        self.next.relabel(f"Drill “{drill}”")
        self.start.relabel("Another round")

    def show_moment(self, moment: Moment, *, usable: bool) -> None:
        if moment is Moment.RUNNING and self._moment is Moment.OFFER:
            self._held.start()
        self._moment = moment
        shown = self._after if moment is Moment.VERDICT else _SHOWN[moment]
        absent = set() if self._rounds else {"round", "finish"}
        if not self._broken:
            absent.add("broken")
        if moment is Moment.SUMMARY and not self._advice:
            absent.add("next")
        shown = tuple(name for name in shown if name not in absent)
        looks_on = moment is Moment.SUMMARY or (moment is Moment.VERDICT and self._over)
        needed = {"start", "try_again"} | (set() if looks_on else {"next"})
        for name, button in self._buttons.items():
            button.setVisible(name in shown)
            button.setEnabled(moment is not Moment.ENDING and (usable or name not in needed))
            primary = name == shown[-1]
            button.give("Space" if primary else _OWN_KEYS.get(name, ""), primary=primary)
            if name in self._tells:
                button.setAccessibleDescription(f"{self._tells[name]} Key: {button.key}".removesuffix(" Key: "))
        if moment is Moment.IDLE:
            self.start.relabel("Start")
        if self._held.isActive():
            self.hang_up.setEnabled(False)
        for name in shown:
            if name not in _AT_LEFT:  # in their order, the primary one last
                self._line.removeWidget(self._buttons[name])
                self._line.addWidget(self._buttons[name])

    @property
    def primary(self) -> KeyButton:
        return next(button for button in self._buttons.values() if button.primary)
