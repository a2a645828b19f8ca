"""What is shown of a live call, out of everything that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from coach.calls.call import Outcome
from coach.calls.call_list import Counts
from coach.live.happening import WAYS, askable
from coach.live.session import Session, usable
from coach.live.state import LiveState
from coach.offers.filling import Piece, fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.calls.next_call import Planned
    from coach.live.session import Entry
    from coach.offers.offer import Offer

_DONE: Final[Mapping[Outcome, str]] = {
    Outcome.NO: "No to",
    Outcome.YES: "Yes from",
    Outcome.GATEKEEPER: "Gatekeeper at",
    Outcome.VOICEMAIL: "Voicemail of",
    Outcome.MESSAGE: "Text or email to",
    Outcome.NO_ANSWER: "No answer from",
    Outcome.WRONG_NUMBER: "Wrong number of",
    Outcome.NEVER: "Never again to",
    Outcome.UNFINISHED: "No to",
}
_TEENS: Final = range(11, 14)
_NO_OFFER: Final = "No offer is left for them. Write another one, or skip them."


@dataclass(frozen=True, slots=True)
class Tally:
    """What the call list says of the last hour, of the day, and of who is due."""

    hour: Counts = Counts()  # noqa: RUF009 - it is frozen
    day: Counts = Counts()  # noqa: RUF009
    due: int = 0
    overdue: int = 0
    word: str | None = None


def shown(
    session: Session,
    tally: Tally,
    offers: Mapping[str, Offer],
    ours: Mapping[str, str],
    *,
    cue: str = "",
    warning: str | None = None,
) -> LiveState:
    """`offers` by their ids; `ours` are the fields that do not change from call to call."""
    planned = session.planned
    offer = None if planned is None else offers.get(planned.next.offer or "")
    script: tuple[tuple[Piece, ...], ...] = ()
    clarify: tuple[Piece, ...] = ()
    if planned is not None and offer is not None:
        fields = {**planned.prospect.fields(), **{name: text for name, text in ours.items() if text}}
        script = paragraphs(fill(offer.text, fields))
        clarify = offer.clarifying(fields)
    asked = askable(session)
    return LiveState(
        phase=session.phase,
        planned=planned,
        script=script,
        clarify=clarify,
        offer_label=_label(planned, offer) if planned is not None else "",
        usable=usable(session),
        cue=cue,
        undo=_undo(session.entry) if session.entry is not None else None,
        noticed=session.noticed,
        said_no=WAYS if asked is not None else (),
        said=asked.said_no if asked is not None else None,
        hour=tally.hour,
        day=tally.day,
        due=tally.due,
        overdue=tally.overdue,
        word=tally.word,
        warning=warning or _without_a_script(planned, offer),
    )


def paragraphs(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], ...]:
    """Parted where the text has line ends; a field's own are not: it stands in one line."""
    out: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.highlighted or piece.missing:
            out[-1].append(piece)
            continue
        first, *rest = piece.text.split("\n")
        out[-1].append(Piece(first))
        out += [[Piece(line)] for line in rest]
    whole = (tuple(piece for piece in line if piece.text) for line in out)
    return tuple(line for line in whole if "".join(piece.text for piece in line).strip())


def _label(planned: Planned, offer: Offer | None) -> str:
    nth = ordinal(len(planned.calls) + 1)
    number = "first call" if not planned.calls else f"{nth} call"
    if offer is None:
        what = "ask for the answer" if planned.next.ask_for_answer else "no offer"
    else:
        what = f"offer {offer.id.upper()}" if len(offer.id) <= len("bb") else offer.title
    return f"{what} · {number}"


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _undo(entry: Entry) -> str:
    prospect = entry.planned.prospect
    return f"{_DONE[entry.call.outcome]} {prospect.company or prospect.name}"


def _without_a_script(planned: Planned | None, offer: Offer | None) -> str | None:
    if planned is None or offer is not None or planned.next.ask_for_answer:
        return None
    if planned.next.offer is None:
        return _NO_OFFER
    return f"The offer “{planned.next.offer}” is not among your offers any more. The call can be logged all the same."
