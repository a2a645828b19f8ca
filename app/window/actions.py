"""The buttons under the page: one primary, and Space is its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from app.widgets.button_line import ButtonLine
from app.widgets.key_button import KeyButton
from app.widgets.round_button import RoundButton
from app.window.moment import TAKING, Moment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

# The primary one stands last; it has Space.
_SHOWN: Final = {
    Moment.IDLE: ("round", "broken", "start"),
    Moment.RUNNING: ("stop", "hang_up"),
    Moment.OFFER: ("stop", "hang_up", "offer_done"),
    Moment.ENDING: ("stop", "hang_up"),
    Moment.SUMMARY: ("finish", "next", "start"),
}
_KEYS: Final = {"stop": "Esc", "finish": "Esc", "round": "R", "next": "N", "try_again": "T"}
_TELLS: Final = {
    "start": "Begins a take.",
    "stop": "Ends the take without a verdict; nothing of it is kept.",
    "finish": "Ends the round and goes back to choosing.",
    "round": "How many takes a round has.",
    "broken": "Says which files with drills and lines cannot be used, and why.",
    "next": "The next take of the round.",
    "offer_done": "Says that the offer is read, without waiting to be heard out.",
    "hang_up": "Ends the take; its verdict follows.",
    "try_again": "The same once more.",
}
_AT_LEFT: Final = frozenset({"stop", "finish", "round", "broken"})
_HELD_MS: Final = 900  # a press that was meant for the button before does not hang up


class Actions(ButtonLine):
    """Told the moment, and whether the microphone can be used; after a take also what may follow (`show_after`)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.stop = KeyButton(theme, "stop", "Stop")
        self.finish = KeyButton(theme, "finish", "Finish")
        self.round = RoundButton(theme)
        self.broken = KeyButton(theme, "broken", "One file not used")
        self.next = KeyButton(theme, "next", "Next prospect")
        self.start = KeyButton(theme, "start", "Start")
        self.hang_up = KeyButton(theme, "hang_up", "Hang up")
        self.offer_done = KeyButton(theme, "offer_done", "I have asked")
        self.try_again = KeyButton(theme, "try_again", "Try again")
        at_left = (self.stop, self.finish, self.round, self.broken)
        at_right = (self.next, self.start, self.hang_up, self.offer_done, self.try_again)
        self._named = {button.objectName(): button for button in (*at_left, *at_right)}
        super().__init__(theme, list(self._named.values()), parent)
        self._moment = Moment.IDLE
        self._absent = {"round", "broken", "finish"}  # while there is nothing to choose from
        self._after: tuple[str, ...] = ("finish", "try_again")
        self._looks_on = False  # what comes next is no take
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(_HELD_MS)
        self._held.timeout.connect(lambda: self.hang_up.setEnabled(self._moment in TAKING - {Moment.ENDING}))
        self.round.chosen.connect(self.arrange)
        self.show_moment(Moment.IDLE, usable=False)

    def offer_rounds(self, broken: int) -> None:
        """There is something to choose from; so many files with drills and lines are not used."""
        self._absent = set() if broken else {"broken"}
        self.broken.relabel(f"{broken} files not used" if broken > 1 else "One file not used")
        self.show_moment(self._moment, usable=self.start.isEnabled())

    def show_after(self, *, clean: bool, alone: bool, over: bool) -> None:
        """What may follow the take: after a clean one the next, after another the same again; alone both are one."""
        self._looks_on = over
        if over:
            self._after = ("finish", "next")
        elif alone:
            self._after = ("finish", "try_again")
        else:
            self._after = ("finish", "try_again", "next") if clean else ("finish", "next", "try_again")
        self.next.relabel("See the round" if over else "Next prospect")

    def show_advice(self, drill: str | None) -> None:
        """After a round: the title of what to drill next."""
        self._looks_on = True
        self._absent = self._absent - {"next"} if drill is not None else self._absent | {"next"}
        self.next.relabel(f"Drill “{drill}”")

    def show_moment(self, moment: Moment, *, usable: bool) -> None:
        if moment is Moment.RUNNING and self._moment is Moment.OFFER:
            self._held.start()
        self._moment = moment
        self.start.relabel("Another round" if moment is Moment.SUMMARY else "Start")
        wanted = self._after if moment is Moment.VERDICT else _SHOWN[moment]
        absent = self._absent if moment is Moment.SUMMARY else self._absent - {"next"}
        shown = [name for name in wanted if name not in absent]
        needed = {"start", "try_again"} if self._looks_on else {"start", "try_again", "next"}
        for name, button in self._named.items():
            primary = name == shown[-1]
            button.give("Space" if primary else _KEYS.get(name, ""), _TELLS[name], primary=primary)
            button.setEnabled(moment is not Moment.ENDING and (usable or name not in needed))
        if self._held.isActive():
            self.hang_up.setEnabled(False)
        self.show_buttons(
            [self._named[name] for name in shown if name in _AT_LEFT],
            [self._named[name] for name in shown if name not in _AT_LEFT],
        )

    @property
    def primary(self) -> KeyButton:
        return next(button for button in self._named.values() if button.primary)
