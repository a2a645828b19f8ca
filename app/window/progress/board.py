"""What is on the Progress page: the overview, the takes, one take, and what happens to them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.notice import Notice
from app.window.progress.export_bar import ExportBar
from app.window.progress.overview_view import OverviewView
from app.window.progress.take_view import TakeView
from app.window.progress.takes_view import TakesView
from app.window.progress.undo_bar import UndoBar
from app.window.replay import Replay
from app.window.scrolled import Scrolled
from audio.errors import AudioError
from coach.errors import CoachError
from coach.progress import overview
from coach.takes import Wanted, start_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from app.archive import Archive
    from app.theme.theme import Theme
    from app.window.replay import Playing
    from coach.take import Take

T = TypeVar("T")

_RECENT_DAYS: Final = 30
_GETTING_READY: Final = "Getting ready…"
_ALL_DELETED: Final = "All takes and their sound are deleted."


class Board(QWidget):
    """Reads the archive when told to `refresh`; what cannot be done is told on top."""

    keep_sound = Signal(object)  # int | None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._archive: Archive | None = None
        self._drills: Mapping[str, str] = {}
        self._play: Callable[[str], Playing] | None = None
        self._replay = Replay(self)
        self._take: Take | None = None
        self.open_folder: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._title = label("Progress", "title", name="page_title")
        self._whose = wrapped(_GETTING_READY, tone="soft", name="progress_of")
        self._recent = Chip(theme, "range_30", f"{_RECENT_DAYS} days", "Shows the last 30 days")
        self._all = Chip(theme, "range_all", "All", "Shows all takes")
        self._recent.setChecked(True)
        self._to_takes = KeyButton(theme, "your_takes", "Your takes", "T")
        self._notice = Notice(theme)
        self._undo = UndoBar(theme)
        self.export = ExportBar(theme)
        self.overview = OverviewView(theme)
        self._scrolled = Scrolled()
        self._scrolled.column.addWidget(self.overview, 1)
        self.takes = TakesView(theme, self._takes_of)
        self.take = TakeView(theme)
        self._views = QStackedWidget()
        for view in (self._scrolled, self.takes, self.take):
            self._views.addWidget(view)
        self._lay_out()
        self._connect()
        self._make_keys()
        self.set_narrow(narrow=False)

    def _lay_out(self) -> None:
        said, controls = QHBoxLayout(), QHBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._head.addLayout(said, 1)
        self._head.addLayout(controls)
        said.setSpacing(12)
        said.addWidget(self._title)
        said.addWidget(self._whose, 1)
        controls.setSpacing(8)
        for control in (self._recent, self._all, self._to_takes):
            controls.addWidget(control)
        controls.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for line in (self._notice, self._undo, self.export):
            self._column.addWidget(line)
        self._column.addWidget(self._views, 1)

    def _connect(self) -> None:
        for chip in (self._recent, self._all):
            chip.clicked.connect(self.refresh)
        self._to_takes.clicked.connect(self.show_takes)
        self.takes.back.connect(self.show_overview)
        self.takes.opened.connect(lambda take_id: self.told(lambda: self._open(take_id)))
        self.takes.deleted.connect(lambda ids: self.told(lambda: self._delete(ids)))
        self.takes.exported.connect(self._export)
        self.takes.keeping.chosen.connect(self.keep_sound)
        self.takes.keeping.folder.connect(self._open_folder)
        self.takes.keeping.erased.connect(lambda: self.told(self._erase))
        self.take.back.connect(self.show_takes)
        self.take.deleted.connect(lambda: self.told(lambda: self._delete(self._this_one())))
        self.take.exported.connect(lambda: self._export(self._this_one()))
        self.take.verdict.hear_self.clicked.connect(self._hear)
        self._replay.moved.connect(lambda at: self.take.verdict.show_playing(at=at))
        self._replay.broke.connect(self.tell)
        self._undo.undone.connect(lambda: self.told(self._bring_back))
        self._undo.closed.connect(lambda: self.told(self._finish))
        self.export.ended.connect(self.tell)

    def _make_keys(self) -> None:
        """Each works while its view is shown; a key that is held down counts once."""
        for view, key, pressed in (
            (self._scrolled, Qt.Key.Key_Space, self.overview.press_primary),
            (self._scrolled, Qt.Key.Key_T, self._to_takes.click),
            *((self.takes, key, button.click) for key, button in self.takes.keys),
            *((self.take, key, button.click) for key, button in self.take.keys),
        ):
            shortcut = QShortcut(QKeySequence(key), view)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(pressed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo.press)

    def prepare(self, play: Callable[[str], Playing], drills: Mapping[str, str], sound_days: int | None) -> None:
        self._drills, self._play = drills, play
        self.takes.keeping.show_days(sound_days)

    def connect_to(self, archive: Archive) -> None:
        self._archive = archive

    def close_down(self) -> None:
        self._replay.stop()
        self.export.close_down()
        self.overview.close_down()
        self.told(self._finish)

    # What is shown.

    def refresh(self) -> None:
        self.told(self._read)

    def _read(self) -> None:
        """Only what is looked at."""
        archive = self._archive
        if archive is None:
            return
        if self._views.currentWidget() is self._scrolled:
            seen = overview(archive.tallies, self._wanted(), archive.bands, self._drills)
            self._tell_count(seen.takes, seen.days)
            self.overview.show_overview(seen, self._drills)
        else:
            days = archive.tallies.days(Wanted(rep=archive.rep))
            self._tell_count(sum(day.takes for day in days), len(days))
            self.takes.show_days(days, self._drills)

    def _tell_count(self, takes: int, days: int) -> None:
        some = f"{_many(takes, 'take')} in {_many(days, 'day')}" if takes else "no takes yet"
        self._whose.setText(f"{self._archive.rep} · {some}" if self._archive else _GETTING_READY)

    def _wanted(self) -> Wanted:
        rep = self._archive.rep if self._archive else None
        if self._all.isChecked():
            return Wanted(rep=rep)
        today = datetime.now().astimezone().date()
        return Wanted(rep=rep, since=start_of(today - timedelta(days=_RECENT_DAYS - 1)))

    def _takes_of(self, day: date) -> Iterator[Take]:
        archive = self._archive
        if archive is not None:
            yield from self.told(lambda: list(archive.takes.newest(Wanted(rep=archive.rep, day=day)))) or ()

    def show_overview(self) -> None:
        if self.takes.keeping.asking:
            self.takes.keeping.calm()
        else:
            self._enter(self._scrolled)
            self.refresh()
            self.setFocus()

    def show_takes(self) -> None:
        self._replay.stop()
        self._enter(self.takes)
        self.refresh()
        self.takes.take_focus()

    def _open(self, take_id: str) -> None:
        take = self._archive.takes.get(take_id) if self._archive else None
        if take is not None and self._archive is not None:
            self._take = take
            drill = self._drills.get(take.drill or "") or (take.drill or "")
            self.take.show_take(take, self._archive.reopened(take), drill)
            self._enter(self.take)
            self.setFocus()

    def _enter(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        for control in (self._recent, self._all, self._to_takes):
            control.setVisible(view is self._scrolled)
        self._title.setText("Progress" if view is self._scrolled else "Takes")

    def set_narrow(self, *, narrow: bool) -> None:
        side, high = (16, 12) if narrow else (28, 20)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._title.setHidden(narrow)
        self._column.setContentsMargins(side, high, side, high)
        self._column.setSpacing(10 if narrow else 16)
        self._scrolled.set_margin(0)

    def tell(self, sentence: str) -> None:
        self._notice.tell(sentence)

    def told(self, act: Callable[[], T]) -> T | None:
        """Do it; where it cannot be done, its sentence is shown and None returned."""
        try:
            return act()
        except (AudioError, CoachError) as error:
            self.tell(str(error))
            return None

    # What is done.

    def _this_one(self) -> frozenset[str]:
        return frozenset() if self._take is None else frozenset({self._take.id})

    def _hear(self) -> None:
        play, sound = self._play, self._take.sound if self._take else None
        if play is not None and sound is not None:
            self.told(lambda: self._replay.toggle(lambda: play(sound)))

    def _delete(self, ids: frozenset[str]) -> None:
        if self._archive is None or not ids:
            return
        self.show_takes()
        self._finish()
        deleted = self._archive.letting_go.delete(Wanted(ids=ids))
        self._undo.offer(deleted, f"{_many(deleted.takes, 'take')} deleted.")
        self._read()

    def _bring_back(self) -> None:
        deleted = self._undo.take()
        if self._archive is not None and deleted is not None:
            back = self._archive.letting_go.undo(deleted)
            if back < deleted.takes:
                self.tell("Not all could be brought back: another window had let them go.")
            self._read()

    def _finish(self) -> None:
        """What the undo no longer stands for is gone for good."""
        if self._undo.take() is not None and self._archive is not None:
            self._archive.letting_go.finish()

    def _erase(self) -> None:
        if self._archive is not None:
            self._undo.take()
            self._archive.letting_go.erase()
            self.tell(_ALL_DELETED)
            self._read()

    def _export(self, ids: frozenset[str]) -> None:
        if self._archive is not None:
            rep = self._archive.rep
            self.export.begin(self._archive, Wanted(rep=rep, ids=ids or None))

    def _open_folder(self) -> None:
        if self._archive is not None:
            folder = self._archive.sounds.root
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self.open_folder(QUrl.fromLocalFile(str(folder))):
                self.tell(f"No program of this computer opens folders. The recordings are in {folder}.")


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
