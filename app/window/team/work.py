"""What the team's page does when something is pressed; all that touches the store is done beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.aside import Aside
from app.errands import Errands
from app.window.team import naming, profiles, reading
from app.window.team.trying import Trying
from app.window.team.wording import many
from coach import profile
from coach.file_name import plain_name
from coach.takes import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.window.team.board import TeamBoard
    from app.window.team.desk import TeamDesk
    from app.window.team.naming import Done
    from app.window.team.profiles import Chosen
    from app.window.team.reading import Seen
    from coach.bands import Bands
    from coach.reps import Rep

_PROFILES: Final = "Timing profiles (*.toml)"


class TeamWork(QObject):
    """`open_takes` carries the ids of takes and what they have in common, `open_rep` a rep's name.

    `report` carries which takes, a `Wanted`, and their title; `changed` says that takes have other reps or are gone.
    """

    back = Signal()
    imports = Signal()
    open_takes = Signal(object, str)  # frozenset[str]
    open_rep = Signal(str)
    report = Signal(object, str)  # Wanted
    changed = Signal()

    def __init__(self, board: TeamBoard, desk: TeamDesk) -> None:
        super().__init__(board)
        self._board = board
        self._desk = desk
        self.ask_where: Callable[[str], Path | None] = self._ask_where
        self.ask_what: Callable[[], Path | None] = self._ask_what
        self._reading = Aside(self)
        self._errands = Errands("team", self)
        self.trying = Trying(desk, self)
        self._connect()

    def refresh(self) -> None:
        """Read anew what is looked at."""
        if self._board.at_team:
            desk, wanted = self._desk, self._wanted
            self._reading.want(lambda: (reading.read(desk, wanted), desk.archive.takes.count(wanted)))
        else:
            self._errands.run(self._desk.reps.all, self._board.reps.show_reps)

    def close(self) -> None:
        self._reading.close()
        self.trying.close()
        self._errands.close()
        self._board.export.close_down()

    @property
    def _wanted(self) -> Wanted:
        return reading.period(self._desk.today(), every=self._board.every.isChecked())

    def _connect(self) -> None:
        board, what_if, reps = self._board, self._board.team.what_if, self._board.reps
        for said in (self._errands.failed, self._reading.failed, self.trying.failed, board.export.ended):
            said.connect(board.notice.tell)
        for chip in (board.lately, board.every):
            chip.clicked.connect(self.refresh)
        board.back.clicked.connect(self._go_back)
        board.to_reps.clicked.connect(self.show_reps)
        board.report.clicked.connect(self._report)
        board.team.imports.connect(self.imports)
        board.team.table.opened.connect(self.open_rep)
        board.team.agreement.opened.connect(self.open_takes)
        what_if.shown.connect(self.open_takes)
        what_if.tried.connect(self.trying.want)
        what_if.saved.connect(self._save)
        what_if.sent.connect(self._send)
        what_if.used.connect(self._use)
        reps.renamed.connect(lambda rep, name: self._name([rep], name))
        reps.merged.connect(lambda rep, into: self._name([rep], into.name))
        reps.coloured.connect(self._colour)
        reps.exported.connect(lambda rep: board.export.begin(self._desk.archive, Wanted(rep=rep.name)))
        reps.erased.connect(self._erase)
        self._reading.done.connect(self._show)
        self.trying.advanced.connect(what_if.show_progress)
        self.trying.found.connect(what_if.show_found)

    # The team.

    def _show(self, read: tuple[Seen, int]) -> None:
        seen, takes = read
        board = self._board
        period = "all takes" if board.every.isChecked() else f"last {reading.WEEKS} weeks"
        board.tell_about(f"{many(len(seen.reps), 'rep')} · {period}" if seen.reps else "")
        board.report.setEnabled(bool(seen.reps))
        board.team.show_seen(seen)
        board.team.what_if.expect(takes)
        self.trying.read(self._wanted)
        board.team.what_if.show_bands(seen.bands)

    def show_team(self) -> None:
        self._board.show_view(self._board.team)
        self.refresh()

    def _go_back(self) -> None:
        if self._board.at_team:
            self.back.emit()
        elif self._board.reps.asking:
            self._board.reps.calm()
        else:
            self.show_team()

    def _report(self) -> None:
        """Of the rep whose row is chosen, of everybody else."""
        rep, wanted = self._board.team.table.chosen, self._wanted
        self.report.emit(Wanted(rep=rep, since=wanted.since), rep or "the team")

    # The band.

    def _save(self, bands: Bands, name: str) -> None:
        self._errands.run(partial(profiles.save_as_the_teams, self._desk, bands, name), self._chosen)

    def _use(self) -> None:
        if path := self.ask_what():
            self._errands.run(partial(profiles.use_file, self._desk, path), self._chosen)

    def _chosen(self, done: Chosen) -> None:
        self._board.undo.offer(done.says, lambda: self._errands.run(done.undo, lambda _: self.refresh()))
        self.refresh()

    def _send(self, bands: Bands) -> None:
        if path := self.ask_where(f"{plain_name(bands.name, 'band')}.toml"):

            def send() -> str:
                profile.save(path, bands)
                return f"The band is in {path}. Whoever gets it chooses “Use a file…”."

            self._errands.run(send, self._tell)

    def _tell(self, sentence: str) -> None:
        self._board.notice.tell(sentence)

    # The reps.

    def show_reps(self) -> None:
        self._board.show_view(self._board.reps)
        self.refresh()

    def _name(self, reps: Sequence[Rep], into: str) -> None:
        self._errands.run(partial(naming.rename, self._desk, reps, into), self._named)

    def _named(self, done: Done) -> None:
        def undone(sentence: str) -> None:
            if sentence:
                self._board.notice.tell(sentence)
            self._changed()

        self._board.undo.offer(done.says, lambda: self._errands.run(done.undo, undone))
        self._changed(done.name)

    def _colour(self, rep: Rep, colour: str | None) -> None:
        self._errands.run(partial(self._desk.reps.list_with, rep.name, colour), lambda _: self._changed(rep.name))

    def _erase(self, rep: Rep) -> None:
        self._board.undo.forget()  # what it would bring back may be gone

        def erased(takes: int) -> None:
            said = f"{many(takes, 'take')} of {rep.name}" if takes else rep.name
            self._board.notice.tell(f"{said}: erased, with sound, comments and name.")
            self._changed()

        letting_go = self._desk.archive.letting_go
        self._errands.run(partial(letting_go.erase_rep, rep.name, self._desk.reps), erased)

    def _changed(self, choose: str | None = None) -> None:
        show = partial(self._board.reps.show_reps, choose=choose)
        self._errands.run(self._desk.reps.all, show)
        self.changed.emit()

    # The questions where to and where from, which may be answered by somebody else than the user.

    def _ask_where(self, proposal: str) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(self._board, "Send the band", str(Path.home() / proposal), _PROFILES)
        return Path(path) if path else None

    def _ask_what(self) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(self._board, "Use a band", str(Path.home()), _PROFILES)
        return Path(path) if path else None
