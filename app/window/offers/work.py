"""What is done on the Offers page: writing, saving, putting away, and taking it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.window.offers.reading import Reading
from app.window.offers.watching import Watching
from coach.offers.drafts import Draft, draft_of
from coach.offers.keeping import OfferChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window.offers.board import Board
    from app.window.offers.desk import OfferDesk
    from coach.offers.keeping import Change

_KEPT_AFTER_MS: Final = 700  # of rest, what is written is put aside
_KINDS: Final = "Offers (*.toml *.txt);;All files (*)"


class Work(Reading):
    """What was written is put aside as it is written, and stays until it is saved or discarded.

    `changed` says that the shelf has other offers than before. `ask_import` and `ask_export` return a path or nothing.
    """

    changed = Signal()

    def __init__(self, board: Board, desk: OfferDesk) -> None:
        super().__init__(board, desk, board)
        self.ask_import: Callable[[], str] = self._ask_import
        self.ask_export: Callable[[str], str] = self._ask_export
        self.open_folder: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_KEPT_AFTER_MS)
        self._soon.timeout.connect(self.put_aside)
        if desk.shelf.folder is not None:
            Watching(desk.shelf.folder, self).changed.connect(self._see_disk)
        self._connect()

    def _connect(self) -> None:
        board, buttons = self.board, self.board.buttons
        for signal, does in (
            (board.new.clicked, self._begin_new),
            (board.take_in.clicked, self._take_in),
            (buttons.edit.clicked, self.edit),
            (board.draft.go_on.clicked, self.edit),
            (buttons.rehearse.clicked, self._rehearse),
            (buttons.duplicate.clicked, self._duplicate),
            (buttons.export.clicked, self._export),
            (buttons.archive.clicked, self._archive),
            (buttons.delete.clicked, self._delete),
            (buttons.back.clicked, self.leave),
            (buttons.discard.clicked, self._discard),
            (board.draft.discard.clicked, self._discard),
            (buttons.folder.clicked, self._open_folder),
            (buttons.save.clicked, self.save),
            (board.conflict.theirs.clicked, self._discard),
            (board.conflict.mine.clicked, lambda: self.save(whatever=True)),
            (board.changed.undone, self.told),
            (board.form.edited, self._note),
        ):
            signal.connect(does)
        board.list.chosen.connect(self._leave_for_another)

    # Writing.

    def edit(self) -> None:
        """What was written before, or the offer as it is on the shelf."""
        offer = self.offer
        draft = self.draft or (draft_of(offer, offer.id) if offer is not None else None)
        if draft is not None and not self.board.writing:
            self._write(draft)

    def _begin_new(self) -> None:
        self.board.list.view.clearSelection()
        self._write(Draft(id=self.desk.keeping.new_id(self._taken())))

    def _taken(self) -> dict[str, int]:
        """What was given, and what is written, keeps its letter."""
        return {**dict.fromkeys(self.drafts, 0), **self.given}

    def _write(self, draft: Draft) -> None:
        board = self.board
        board.form.columns = self.desk.columns()
        board.form.show_draft(draft)
        board.show_writing(on=True)
        board.form.begin()
        self._look_for_conflict()
        self.show_chosen()

    def _note(self) -> None:
        self._soon.start()
        self.show_chosen()

    def put_aside(self) -> None:
        """What is written, on the disk: neither another page nor a crash loses it."""
        self._soon.stop()
        draft = self.written
        if draft is not None:
            self.told(lambda: self.desk.drafts.put(draft))

    def leave(self) -> None:
        written = self.written
        self.put_aside()
        self._stop_writing()
        self._show(written.id if written is not None else None)

    def _leave_for_another(self, key: str) -> None:
        written = self.written
        if written is not None and written.id != key:
            self.put_aside()
            self._stop_writing()
            self._show(key)

    def save(self, *, whatever: bool = False) -> None:
        """`whatever` is on the disk, where the user has said so."""
        draft = self.written
        if draft is not None and (draft.changed or whatever):
            self.put_aside()
            self.told(lambda: self._save(draft, whatever=whatever))

    def _save(self, draft: Draft, *, whatever: bool) -> None:
        try:
            done = self.desk.keeping.save(draft.offer(), draft.began, whatever=whatever)
        except OfferChanged:
            self.board.conflict.show_conflict(on=True)
            return
        self.desk.drafts.drop(draft.id)
        self._stop_writing()
        self._done(done, draft)

    def _discard(self) -> None:
        """Undone, it is written again."""
        draft = self.draft
        if draft is None:
            return
        self._soon.stop()
        self.told(lambda: self.desk.drafts.drop(draft.id))
        self._stop_writing()
        self._show(draft.id)
        self.board.changed.offer("What you wrote is dropped.", lambda: self._bring_back(draft))

    def _bring_back(self, draft: Draft) -> None:
        self.desk.drafts.put(draft)
        self._show(draft.id)
        self.edit()

    def _stop_writing(self) -> None:
        self.board.conflict.show_conflict(on=False)
        self.board.show_writing(on=False)
        self.board.setFocus()

    # What is done with the one that is chosen.

    def _duplicate(self) -> None:
        if (offer := self.offer) is not None:
            self._do(lambda: self.desk.keeping.duplicate(offer, self._taken()))

    def _archive(self) -> None:
        if (offer := self.offer) is not None:
            self._do(lambda: self.desk.keeping.archive(offer, archived=not offer.archived))

    def _delete(self) -> None:
        if (offer := self.offer) is not None:
            self._do(lambda: self.desk.keeping.remove(offer, self.given))
        else:
            self._discard()

    def _rehearse(self) -> None:
        if self.desk.rehearse is not None and (offer := self.offer) is not None:
            self.desk.rehearse(offer)

    def _open_folder(self) -> None:
        folder = self.desk.shelf.folder
        if folder is not None and not self.open_folder(QUrl.fromLocalFile(str(folder))):
            self.board.notice.tell(f"No program of this computer opens folders. The offers are in {folder}.")

    def _take_in(self) -> None:
        if path := self.ask_import():
            self._do(lambda: self.desk.keeping.take_in(Path(path)))

    def _export(self) -> None:
        offer = self.offer
        if offer is not None and (path := self.ask_export(f"{offer.id}.toml")):
            target = Path(path) if Path(path).suffix else Path(path).with_suffix(".toml")
            self.told(lambda: self._write_out(target))

    def _write_out(self, target: Path) -> None:
        if (offer := self.offer) is not None:
            self.desk.keeping.write_out(offer, target)
            self.board.notice.tell(f"“{offer.title}” is in {target}.")

    def _do(self, act: Callable[[], Change]) -> None:
        if (done := self.told(act)) is not None:
            self._done(done)

    def _done(self, done: Change, draft: Draft | None = None) -> None:
        """`draft` is what was saved: undone, it is there as it was written."""
        self._show(done.id)
        self.board.changed.offer(done.says, lambda: self._undo(done, draft))
        self.board.to_top()
        self.changed.emit()

    def _undo(self, done: Change, draft: Draft | None) -> None:
        self.desk.keeping.undo(done)
        if draft is not None:
            self.desk.drafts.put(draft)
        self._show(done.id)
        self.changed.emit()

    def _show(self, key: str | None) -> None:
        self.show_list()
        self.board.list.choose(key or "")
        self.show_chosen()

    # What others do.

    def _see_disk(self) -> None:
        """Somebody has changed a file: seen at once, and never over what is being written."""
        if not self.desk.shelf.reload():
            return
        self._look_for_conflict()
        self.show_list()
        self.changed.emit()

    def _look_for_conflict(self) -> None:
        """Who has written nothing yet goes on with what the file has now."""
        draft = self.written
        if draft is None:
            return
        now = self.desk.shelf.get(draft.id)
        if now == draft.began:
            self.board.conflict.show_conflict(on=False)
        elif draft.changed or now is None:
            self.board.conflict.show_conflict(on=True)
        else:
            self.board.form.show_draft(draft_of(now, now.id))

    def _ask_import(self) -> str:
        return QFileDialog.getOpenFileName(self.board, "Import an offer", str(Path.home()), _KINDS)[0]

    def _ask_export(self, proposal: str) -> str:
        return QFileDialog.getSaveFileName(self.board, "Export the offer", str(Path.home() / proposal), _KINDS)[0]
