"""Brings live calls to life: one desk, told by the Live page and the companion, and drawn on both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.live.dialling import dial
from app.window.live.listing import Listing
from app.window.popping_out import PoppingOut
from coach.live.state import LiveState, Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.live.desk import LiveDesk
    from app.window.live.board import LiveBoard
    from app.window.main_window import MainWindow
    from coach.bands import Bands
    from coach.calls.call_list import CallList
    from coach.calls.next_call import Planned
    from coach.settings import Settings


class Calling(QObject):
    """`settings` are those now, `keep` is told another one by its name; `titles` are the offers', by their ids.

    `imports` asks for the page where a list is imported, `began` says whether calls are made from now on, `changed`
    that a setting of live calls is another.
    """

    imports = Signal()
    began = Signal(bool)
    changed = Signal()
    logged = Signal()  # a call, or one was taken back

    def __init__(
        self,
        shown: MainWindow,
        desk: LiveDesk,
        bands: Bands,
        settings: Callable[[], Settings],
        keep: Callable[..., object],
        titles: Callable[[], Mapping[str, str]] = dict,
        devices: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(shown)
        self._shown, self._desk, self._bands = shown, desk, bands
        self._settings, self._keep = settings, keep
        self._titles, self._devices = titles, devices
        self.calling = False
        self._day = desk.state.day
        self.listing = Listing(self)
        self.popped = PoppingOut(shown, desk, bands, settings, keep)
        self.popped.dialled.connect(self._dial)
        shown.live.built.connect(self._dress)
        shown.live.looked_at.connect(self.refresh)
        shown.closed.connect(self._close_down)
        if shown.live.is_built:
            self._dress(shown.live.board)
        desk.changed.connect(self._follow)
        desk.told.connect(self.tell)

    @property
    def _board(self) -> LiveBoard:
        return self._shown.live.board

    def connect_to(self, calls: CallList) -> None:
        """The call list is there from now on."""
        self.listing.connect_to(calls)
        self._desk.connect_to(calls)
        self.listing.read()  # once at the start, for how many are due

    def refresh(self) -> None:
        """The list may be another than before; it is read only where somebody looks or calls."""
        if self.calling or self._shown.live.isVisible():
            self.listing.read()

    def tell(self, sentence: str) -> None:
        self._board.notice.tell(sentence)
        self.popped.tell(sentence)

    def begin(self, prospect: str | None = None) -> None:
        """Through the list, or with that prospect first."""
        self._desk.begin(prospect)
        self._call(calling=True)

    def end(self) -> None:
        self._desk.end()
        self._call(calling=False)

    def _call(self, *, calling: bool) -> None:
        self.calling = calling
        self._board.show_calling(calling=calling)
        self.began.emit(calling)
        self.refresh()

    def _follow(self, state: LiveState) -> None:
        if not self.calling and state.phase is not Phase.NOBODY:
            self._call(calling=True)  # begun from another page
        if state.day != self._day:  # something was logged, or taken back
            self._day = state.day
            self.refresh()
            self.logged.emit()

    def _dress(self, board: LiveBoard) -> None:
        """The page is looked at for the first time."""
        board.show_bands(self._bands)
        board.show_titles(self._titles())
        board.options.devices = self._devices
        board.head.show_companion(self.popped.companion is not None)
        for signal, act in (
            (self._desk.changed, board.show_state),
            (self._desk.stage_changed, board.show_stage),
            (self.listing.listed, board.show_listed),
            (self.listing.failed, board.notice.tell),
            (self.popped.changed, board.head.show_companion),
            (board.pressed, self._desk.press),
            (board.call.said_no, self._desk.said_no),
            (board.began, self.begin),
            (board.ended, self.end),
            (board.dialled, self._dial),
            (board.imports, self.imports),
            (board.stepped, self.popped.step),
            (board.head.pop_out.clicked, self.popped.toggle),
            (board.options.chosen, self._choose),
            (board.options.names.kept, self._keep_names),
            (board.ask_names.line.kept, self._keep_names),
        ):
            signal.connect(act)
        board.show_settings(self._settings())
        board.show_state(self._desk.state)

    def _dial(self, planned: Planned) -> None:
        numbers = planned.prospect.numbers
        said = dial(numbers[0], softphone=self._settings().softphone) if numbers else "No number is known for them."
        if said:
            self.tell(said)

    def _choose(self, name: str, value: object) -> None:
        self._change(**{name: value})

    def _keep_names(self, caller: str, firm: str) -> None:
        self._change(caller=caller, firm=firm)

    def _change(self, **chosen: object) -> None:
        self._shown.rehearse.told(partial(self._keep, **chosen))
        self._board.show_settings(self._settings())
        self._desk.refresh()
        self.changed.emit()

    def _close_down(self) -> None:
        self.popped.close()
        self.listing.close()
