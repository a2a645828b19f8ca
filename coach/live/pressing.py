"""What each press of a live call does: a pure step from one session to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from coach.calls.call import Call, Ending, Outcome
from coach.live.session import (
    UNDONE,
    CloseBegan,
    CloseDropped,
    CloseOver,
    Entry,
    Log,
    Session,
    TakeBack,
    Turn,
    usable,
)
from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.calls.next_call import Planned

_ENDINGS: Final[Mapping[Press, Ending]] = {
    Press.HUNG_UP: Ending.HUNG_UP,
    Press.THEY_WENT_FIRST: Ending.THEY_WENT_FIRST,
    Press.NEXT: Ending.MOVED_ON,
}
_AT_ONCE: Final[Mapping[Press, Outcome]] = {
    Press.MESSAGE: Outcome.MESSAGE,
    Press.NO_ANSWER: Outcome.NO_ANSWER,
    Press.WRONG_NUMBER: Outcome.WRONG_NUMBER,
    Press.NEVER: Outcome.NEVER,
}
_ASKED_ABOUT: Final[Mapping[Press, Outcome]] = {
    Press.GATEKEEPER: Outcome.GATEKEEPER,
    Press.VOICEMAIL: Outcome.VOICEMAIL,
}
_NO_OFFER: Final = frozenset({Outcome.NO_ANSWER, Outcome.WRONG_NUMBER})
_ONLY_WITH_MESSAGE: Final = frozenset({Outcome.GATEKEEPER, Outcome.VOICEMAIL})


def pressed(session: Session, press: Press, now: datetime, fresh: str) -> Turn:
    """One that is not usable does nothing. `fresh` is an id that no call has yet, for the prospect who comes next."""
    if press not in usable(session):
        return Turn(session)
    if press is Press.UNDO:
        return _undone(session)
    if session.phase is Phase.CLOSING:
        return _closing(session, press, fresh)
    if press in _MOVES:
        return Turn(_MOVES[press](session, fresh))
    return _answered(session, press, now, fresh)


def _answered(session: Session, press: Press, now: datetime, fresh: str) -> Turn:
    if press is Press.NO:
        return _no(session, now)
    if press is Press.NEXT:
        return _next(session, now, fresh)
    if press is Press.YES:
        entered, act = _entered(session, Outcome.YES, now)
        return Turn(replace(entered, phase=Phase.YES, noticed=False), (act,))
    if press in _ASKED_ABOUT:
        return Turn(replace(session, phase=Phase.MESSAGE_LEFT, asking=_ASKED_ABOUT[press]))
    if session.asking is not None:
        entered, act = _entered(session, session.asking, now, left_message=press is Press.MESSAGE_LEFT)
    else:
        entered, act = _entered(session, _AT_ONCE[press], now)
    return Turn(advanced(entered, fresh), (act,))


def _next(session: Session, now: datetime, fresh: str) -> Turn:
    """After a yes, or where a close was heard and the rep just goes on: that was a No."""
    if session.phase is Phase.YES:
        return Turn(advanced(session, fresh))
    begun = _no(session, now)
    over = closed(begun.session, Ending.MOVED_ON, fresh)
    return Turn(over.session, (*begun.acts, *over.acts))


def _skip(session: Session, fresh: str) -> Session:
    """They do not come again until calling begins anew."""
    assert session.planned is not None  # noqa: S101 - nobody else can be skipped
    return advanced(replace(session, passed=session.passed | {session.planned.prospect.id}), fresh)


def _back(session: Session, _fresh: str) -> Session:
    return replace(session, phase=Phase.SCRIPT, asking=None, noticed=False)


def _clarify(session: Session, _fresh: str) -> Session:
    return replace(session, phase=Phase.CLARIFY, noticed=False)


_MOVES: Final[Mapping[Press, Callable[[Session, str], Session]]] = {  # nothing is logged by these
    Press.SKIP: _skip,
    Press.BACK: _back,
    Press.UNCLEAR: _clarify,
}


def _no(session: Session, now: datetime) -> Turn:
    """It stands in the log as unfinished until they have hung up: that is what a crash would leave."""
    entered, act = _entered(session, Outcome.UNFINISHED, now)
    closing = replace(entered, phase=Phase.CLOSING, running=True, noticed=False)
    return Turn(closing, (act, CloseBegan(session.call, noticed=session.noticed)))


def logged_by_itself(session: Session, now: datetime) -> Turn:
    """A close was heard, and the rep has chosen that it is a No without a press."""
    begun = _no(replace(session, noticed=True), now)
    finished, act = amended(begun.session, session.call, outcome=Outcome.NO)
    return Turn(replace(finished, by_itself=True), (act, *begun.acts[1:]))


def _closing(session: Session, press: Press, fresh: str) -> Turn:
    if press is Press.ASKED_TO_STAY:
        return _reopened(session)
    if press is Press.NEVER:
        return closed(session, Ending.MOVED_ON, fresh, Outcome.NEVER)
    return closed(session, _ENDINGS[press], fresh)


def closed(session: Session, ending: Ending, fresh: str, outcome: Outcome = Outcome.NO) -> Turn:
    """The close is over: the call is logged as it is, and the next prospect is there."""
    finished, act = amended(session, session.call, outcome=outcome, ending=ending)
    return Turn(advanced(finished, fresh), (act, CloseOver(session.call, ending)))


def _reopened(session: Session) -> Turn:
    """The newest entry is this call's; it is a call without an answer again, under the same id."""
    again = replace(
        session, phase=Phase.SCRIPT, running=False, by_itself=False, noticed=False, logged=session.logged[:-1]
    )
    return Turn(again, (TakeBack(session.call), CloseDropped(session.call)))


def _undone(session: Session) -> Turn:
    """The newest entry is taken back, and its prospect is the one being called."""
    if session.running:
        return _reopened(session)
    *earlier, entry = session.logged
    back = entry.planned.prospect.id
    waiting = () if session.planned is None else (session.planned,)
    ahead = tuple(planned for planned in (*waiting, *session.ahead) if planned.prospect.id != back)
    again = replace(
        shown(session, entry.planned, entry.call.id),
        ahead=ahead,
        passed=session.passed - {back},
        logged=tuple(earlier),
    )
    return Turn(again, (TakeBack(entry.call.id),))


def advanced(session: Session, fresh: str) -> Session:
    """The next prospect, if one is known."""
    if session.ahead:
        coming, *rest = session.ahead
        return replace(shown(session, coming, fresh), ahead=tuple(rest))
    return replace(_cleared(session), phase=Phase.NOBODY, planned=None, call="")


def shown(session: Session, planned: Planned, call: str) -> Session:
    return replace(_cleared(session), phase=Phase.SCRIPT, planned=planned, call=call)


def _cleared(session: Session) -> Session:
    return replace(session, running=False, asking=None, noticed=False, by_itself=False)


def _entered(session: Session, outcome: Outcome, now: datetime, *, left_message: bool = False) -> tuple[Session, Log]:
    """In the log, once: what this call was logged as before is replaced."""
    planned, entry = session.planned, session.entry
    assert planned is not None  # noqa: S101 - there is nobody to log otherwise, and no press is usable
    again = entry is not None and entry.call.id == session.call
    offered = outcome not in _NO_OFFER and (left_message or outcome not in _ONLY_WITH_MESSAGE)
    call = Call(
        id=session.call,
        prospect=planned.prospect.id,
        started_at=entry.call.started_at if again and entry is not None else now,
        outcome=outcome,
        offer=planned.next.offer if offered else None,
        number=planned.next.number or next(iter(planned.prospect.numbers), None),
        left_message=left_message,
    )
    earlier = session.logged[:-1] if again else session.logged[1 - UNDONE :]
    return replace(session, logged=(*earlier, Entry(call, planned))), Log(call)


def amended(session: Session, call: str, **changed: object) -> tuple[Session, Log]:
    """The entry of that id with what is known of it now."""
    found = next(entry.call for entry in reversed(session.logged) if entry.call.id == call)
    amended = replace(found, **changed)  # type: ignore[arg-type]
    logged = tuple(replace(entry, call=amended) if entry.call.id == call else entry for entry in session.logged)
    return replace(session, logged=logged), Log(amended)
