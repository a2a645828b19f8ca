"""What the Call-backs page does when something is pressed; all that touches the list is done beside the window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.errands import Errands
from app.window.callbacks import reading
from app.window.callbacks.bringing_in import BringingIn
from app.window.callbacks.files import Files
from coach.calls.because import day_words
from coach.calls.call import Call, Outcome
from coach.take import new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.window.callbacks.board import Board
    from app.window.callbacks.desk import CallDesk
    from app.window.callbacks.reading import Figures, Stretch
    from coach.calls.next_call import Planned
    from coach.calls.prospect import Prospect

_LATER: Final = {"In a week": 7, "In two weeks": 14, "In a month": 30, "In three months": 91}
_NOT_POSTPONED: Final = "Not postponed"


class Work(QObject):
    """`call_now` carries the id of a prospect; `counted` how many are due."""

    start_calling = Signal()
    call_now = Signal(str)
    counted = Signal(int)

    def __init__(self, board: Board, desk: CallDesk) -> None:
        super().__init__(board)
        self._board = board
        self._desk = desk
        self._asked = 0
        self._labels: dict[str, str] = {}
        self._errands = Errands("callbacks", self)
        self.files = Files(board, desk, self._errands)
        self._bringing = BringingIn(board.importing, self._errands, desk)
        self._connect()

    def refresh(self) -> None:
        """Read what is listed anew, and the figures around it."""
        self._read(None)
        self._errands.run(lambda: reading.figures(self._desk), self._show_figures)

    def close(self) -> None:
        self._bringing.close()
        self.files.close()
        self._errands.close()

    def _connect(self) -> None:
        board, listed, person = self._board, self._board.list, self._board.person
        self._errands.failed.connect(board.notice.tell)
        board.start.clicked.connect(self.start_calling)
        for button in (board.bring, listed.first_step):
            button.clicked.connect(self._bring_in)
        board.calendar.clicked.connect(self.files.write_calendar)
        listed.export.clicked.connect(self.files.export)
        listed.add.clicked.connect(lambda: self._show_person(None))
        listed.looked_for.connect(lambda: self._read(None))
        listed.rows.wanted.connect(self._read)
        listed.called.connect(self.call_now)
        listed.opened.connect(self._open)
        listed.postponed.connect(self._ask_until)
        person.back.connect(self.show_list)
        person.saved.connect(self._save)
        person.never.connect(self._never)
        person.removed.connect(self._remove)
        self._bringing.opened.connect(lambda: board.show_view(board.importing))
        self._bringing.ended.connect(self.refresh)
        board.importing.back.connect(self.show_list)

    # The list.

    def show_list(self) -> None:
        self._board.show_view(self._board.list)
        self._board.list.table.setFocus()
        self.refresh()

    def _read(self, after: str | None) -> None:
        """What was asked for before is not shown any more."""
        self._asked += 1
        listed = self._board.list
        desk, asked, wish, text = self._desk, self._asked, listed.wish, listed.text

        def show(found: Stretch) -> None:
            if asked == self._asked:
                self._show_rows(found, after=after is not None)

        self._errands.run(lambda: reading.stretch(desk, wish, text, after), show)

    def _show_rows(self, found: Stretch, *, after: bool) -> None:
        listed = self._board.list
        chosen = listed.chosen
        self._labels = dict(found.labels)
        listed.rows.show_rows(found.rows, found.labels, found.today, more=found.more, after=after)
        row = listed.rows.row_of(chosen.prospect.id) if chosen and not after else None
        if row is not None:
            listed.table.setCurrentIndex(listed.rows.index(row, 0))
        listed.choose_first()
        listed.show_nobody(list_is_empty=self._board.list_is_empty)

    def _show_figures(self, found: Figures) -> None:
        self._board.show_figures(found)
        self.counted.emit(found.due)

    # Somebody on it.

    def _open(self, prospect: str) -> None:
        self._errands.run(lambda: self._desk.calls.planned(prospect, self._desk.now()), self._show_known)

    def _show_known(self, one: Planned | None) -> None:
        if one is None:
            self._board.notice.tell("They are not on the list any more.")
            self.refresh()
        else:
            self._show_person(one)

    def _show_person(self, one: Planned | None) -> None:
        self._board.show_view(self._board.person)
        self._board.person.show_person(one, self._desk.region(), self._labels)

    def _save(self, prospect: Prospect) -> None:
        def save() -> str:
            """A number that somebody else has would make two of one person."""
            others = self._desk.calls.by_number(prospect.numbers).values()
            other = next((one for one in others if one.id != prospect.id), None)
            if other is None:
                self._desk.calls.put([prospect])
                return ""
            return f"{other.name} has that number already. Nothing was saved: open them instead, or change the number."

        def saved(refused: str) -> None:
            if refused:
                self._board.person.tell(refused)
            else:
                self.show_list()

        self._errands.run(save, saved)

    def _never(self, prospect: Prospect) -> None:
        call = Call(new_id(), prospect.id, self._desk.now(), Outcome.NEVER)
        self._change(
            lambda: self._desk.calls.log(call),
            f"{prospect.name} will not be called again.",
            lambda: self._desk.calls.take_back(call.id),
        )

    def _remove(self, prospect: Prospect) -> None:
        self._change(
            lambda: self._desk.calls.remove(prospect.id),
            f"{prospect.name} is off the list; the calls stay in the log.",
            lambda: self._desk.calls.put([prospect]),
        )

    def _ask_until(self, one: Planned) -> None:
        button = self._board.list.postpone
        menu = self.postpone_menu(one)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def postpone_menu(self, one: Planned) -> QMenu:
        """Not before one of a few days from now on."""
        menu = QMenu(self._board)
        menu.setObjectName("postpone_menu")
        today = self._desk.now().date()
        for words, days in _LATER.items():
            day = today + timedelta(days)
            action = menu.addAction(f"{words}, {day_words(day, today)}")
            action.triggered.connect(lambda _=False, day=day: self._postpone(one.prospect, day))
        if one.prospect.postponed is not None:
            menu.addSeparator()
            menu.addAction(_NOT_POSTPONED).triggered.connect(lambda: self._postpone(one.prospect, None))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _postpone(self, prospect: Prospect, day: date | None) -> None:
        until = f"not called before {day_words(day, self._desk.now().date())}" if day else "not postponed any more"
        self._change(
            lambda: self._desk.calls.postpone(prospect.id, day),
            f"{prospect.name} is {until}.",
            lambda: self._desk.calls.postpone(prospect.id, prospect.postponed),
        )

    def _change(self, change: Callable[[], None], sentence: str, undo: Callable[[], None]) -> None:
        def done(_: None) -> None:
            self.show_list()
            self._board.undo.offer(sentence, lambda: self._errands.run(undo, lambda _: self.refresh()))

        self._errands.run(change, done)

    # A list that comes in.

    def _bring_in(self) -> None:
        if path := self.files.ask_what():
            self._bringing.open(path)
