"""What happens to a live call without a press: a prospect is found, a close is noticed, numbers come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coach.calls.call import Ending, Outcome, SaidNo
from coach.live.pressing import amended, closed, logged_by_itself, shown
from coach.live.session import Session, Turn
from coach.live.state import Phase

if TYPE_CHECKING:
    from datetime import datetime

    from coach.calls.call import Call, Measured
    from coach.calls.next_call import Planned

WAYS: Final = tuple(said for said in SaidNo if said is not SaidNo.NO_REPLY)  # no reply is a message's


def found(session: Session, planned: Planned, fresh: str) -> Turn:
    """Somebody comes next, at once where nobody is called."""
    if planned.prospect.id in session.known:
        return Turn(session)
    if session.phase is Phase.NOBODY:
        return Turn(shown(session, planned, fresh))
    return Turn(replace(session, ahead=(*session.ahead, planned)))


def chosen(session: Session, planned: Planned, fresh: str) -> Turn:
    """The rep wants to call them now; a close that goes on is logged first. Who was shown comes next."""
    over = gone_on(session, fresh)
    before, wanted = over.session, planned.prospect.id
    waiting = () if before.planned is None or before.phase is Phase.YES else (before.planned,)
    ahead = tuple(one for one in (*waiting, *before.ahead) if one.prospect.id != wanted)
    first = replace(before, ahead=ahead, passed=before.passed - {wanted})
    return Turn(shown(first, planned, fresh), over.acts)


def gone_on(session: Session, fresh: str) -> Turn:
    """The rep has gone on to something else: a close that goes on is logged."""
    if session.phase is Phase.CLOSING:
        return closed(session, Ending.MOVED_ON, fresh)
    return Turn(session)


def forgotten(session: Session) -> Session:
    """Who comes next is looked for anew."""
    return replace(session, ahead=())


def renewed(session: Session, planned: Planned) -> Turn:
    """What is known of who is being called has changed; once they have answered, what was shown stays."""
    asked = session.phase in {Phase.SCRIPT, Phase.CLARIFY, Phase.MESSAGE_LEFT}
    if not asked or session.planned is None or session.planned.prospect.id != planned.prospect.id:
        return Turn(session)
    return Turn(replace(session, planned=planned))


def ended(session: Session, fresh: str) -> Turn:
    """Calling is over; what was logged can still be taken back."""
    over = gone_on(session, fresh)
    return Turn(Session(logged=over.session.logged), over.acts)


def noticed(session: Session, now: datetime, *, by_itself: bool) -> Turn:
    """A close was heard, and nobody had pressed anything."""
    if session.phase not in {Phase.SCRIPT, Phase.CLARIFY}:
        return Turn(session)
    if by_itself:
        return logged_by_itself(session, now)
    return Turn(replace(session, noticed=True, phase=Phase.SCRIPT))


def measured(session: Session, call: str, numbers: Measured) -> Turn:
    """They come a moment after the call is over; where it was taken back meanwhile, nobody wants them."""
    return _told(session, call, measured=numbers)


def sound_kept(session: Session, call: str, key: str) -> Turn:
    return _told(session, call, sound=key)


def how_they_said_no(session: Session, said: SaidNo) -> Turn:
    """For the newest entry, where it was a No; the same once more takes it back."""
    call = askable(session)
    if call is None or said not in WAYS:
        return Turn(session)
    return _told(session, call.id, said_no=None if call.said_no is said else said)


def askable(session: Session) -> Call | None:
    """The call of which it may still be told how they said no: it is over, and was the last."""
    entry = session.entry
    if entry is None or session.running or entry.call.outcome is not Outcome.NO:
        return None
    return entry.call


def _told(session: Session, call: str, **known: object) -> Turn:
    if all(entry.call.id != call for entry in session.logged):
        return Turn(session)
    told, act = amended(session, call, **known)
    return Turn(told, (act,))
