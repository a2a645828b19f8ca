"""What the board shows of the shelf: the list, and the offer that is chosen or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.window.offers.listing import BROKEN, listed
from coach.errors import CoachError
from coach.offers.drafts import Draft, draft_of
from coach.offers.filling import fill
from coach.offers.offer import OfferFile, Rehearsal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.window.offers.board import Board
    from app.window.offers.desk import OfferDesk
    from coach.offers.filling import Piece
    from coach.offers.offer import Offer

T = TypeVar("T")


class Reading(QObject):
    """Knows the desk and shows; what is pressed is answered by `app.window.offers.work`."""

    def __init__(self, board: Board, desk: OfferDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.desk = desk
        self.given: Mapping[str, int] = {}
        self.drafts: dict[str, Draft] = {}
        self._pace: float | None = None
        board.list.chosen.connect(self.show_chosen)
        board.list.archived.connect(self.show_list)

    def read(self) -> None:
        """Everything anew: the calls and takes may be others, too."""
        self.told(self._count)
        self.desk.shelf.reload()
        self.show_list()

    def _count(self) -> None:
        self.given = self.desk.given()
        self._pace = self.desk.pace()

    def show_list(self) -> None:
        shelf = self.desk.shelf
        self.drafts = {draft.id: draft for draft in self.desk.drafts.every()}
        offers = shelf.every()
        archived = self.board.list.switch.isChecked()
        rows = listed(offers, shelf.broken, self.drafts, self.given, self._pace, archived=archived)
        self.board.list.show_rows(rows, archived=sum(offer.archived for offer in offers))
        self.show_chosen()

    def show_chosen(self) -> None:
        """At the desk it is what stands there; else what is on the shelf, or was written and never saved."""
        board = self.board
        broken = next((one for one in self.desk.shelf.broken if BROKEN + one.file == self.key), None)
        board.broken.setText(broken.says if broken else "")
        board.broken.setVisible(broken is not None)
        draft, offer = self.draft, self.offer
        shown = draft if board.writing or offer is None else draft_of(offer, offer.id)
        board.view.setVisible(shown is not None)
        board.draft.show_draft(unsaved=draft is not None and not board.writing)
        if shown is not None:
            self._show_script(shown, offer)
        if board.writing:
            board.buttons.show_writing(changed=draft is not None and draft.changed)
        elif shown is not None:
            rehearsable = self.desk.rehearse is not None and offer is not None and not offer.archived
            archived = offer is not None and offer.archived
            board.buttons.show_viewing(kept=offer is not None, archived=archived, rehearsable=rehearsable)
        else:
            board.buttons.show_broken()

    @property
    def key(self) -> str | None:
        """Of the one that is written, or that is chosen in the list."""
        written = self.written
        return self.board.list.key if written is None else written.id

    @property
    def written(self) -> Draft | None:
        """What stands at the desk, while somebody is at it."""
        return self.board.form.draft() if self.board.writing else None

    @property
    def offer(self) -> Offer | None:
        """The one that is chosen, as it is on the shelf."""
        return None if self.key is None else self.desk.shelf.get(self.key)

    @property
    def draft(self) -> Draft | None:
        """What is written of the one that is chosen."""
        return self.written or self.drafts.get(self.key or "")

    def _show_script(self, draft: Draft, offer: Offer | None) -> None:
        rehearsal = offer.rehearsal if offer is not None else Rehearsal()
        fields = rehearsal.fields()
        title = offer.label if offer is not None and offer.title == draft.title else draft.title.strip()
        self.board.view.show_script(
            title=title,
            text=draft.text.strip(),
            clarify=_clarifying(draft, fields),
            variants=[variant for variant in draft.variants if variant.strip()],
            fields=fields,
            pace=self._pace,
            columns=self.desk.columns(),
        )

    def told(self, act: Callable[[], T]) -> T | None:
        """Do it; where it cannot be done, its sentence is shown and None returned."""
        try:
            return act()
        except CoachError as error:
            self.board.notice.tell(str(error))
            return None


def _clarifying(draft: Draft, fields: Mapping[str, str]) -> tuple[Piece, ...]:
    title = draft.title.strip()
    thing = draft.thing.strip() or (title[:1].lower() + title[1:])
    sentence = draft.clarify.strip() or OfferFile.model_fields["clarify"].default
    try:
        return fill(sentence, {"thing": thing, **fields})
    except ValueError:  # a brace is being written
        return fill(sentence.replace("{", "{{").replace("}", "}}"), {})
