"""Choosing what is rehearsed: the drill, how long the round is, and why a file of the trainer's is not among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.rehearsal.session import Session
    from app.window.actions import Actions
    from app.window.practice import Practice
    from app.window.rehearse_head import RehearseHead
    from coach.drills.repertoire import Repertoire
    from coach.drills.rounds import Wish

    Keep = Callable[[str, Wish], object]


class Choosing(QObject):
    """`changed` says that another round is to begin; `told` carries a sentence for each file that is not used.

    `keep` is told the choice, to be remembered.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        keep: Keep,
        head: RehearseHead,
        buttons: Actions,
        practice: Practice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keep = keep
        self._head = head
        self._practice = practice
        self._buttons = buttons
        head.offer_drills()
        head.drills.chosen.connect(self.choose)
        buttons.round.show_wish(session.wish)
        buttons.round.chosen.connect(self._want)
        buttons.broken.clicked.connect(self._tell_what_is_broken)
        self._offer()

    def renew(self, repertoire: Repertoire) -> None:
        """The trainer's files have changed."""
        self._session.renew(repertoire)
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        self._head.drills.show_drills(self._session.drills, self._session.chosen.id)
        self._buttons.offer_rounds(len({broken.file for broken in self._session.repertoire.broken}))
        self._show()

    def choose(self, drill_id: str) -> None:
        self._session.choose(drill_id)
        self._head.drills.show_current(drill_id)
        self._show()
        self._keep(drill_id, self._session.wish)
        self.changed.emit()

    def _want(self, wish: Wish) -> None:
        self._session.want(wish)
        self._keep(self._session.chosen.id, wish)
        self.changed.emit()

    def _show(self) -> None:
        self._practice.show_drill(None if self._session.alone else self._session.chosen)

    def _tell_what_is_broken(self) -> None:
        for broken in self._session.repertoire.broken:
            self.told.emit(broken.says)
