"""The call that goes on, as one frozen value: whom it is to, what was logged, and who comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from coach.calls.call import Call, Ending, Outcome
from coach.calls.next_call import Planned
from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDONE: Final = 50  # entries that can be taken back, one after the other


@dataclass(frozen=True, slots=True)
class Entry:
    """A logged call, and what was shown for it."""

    call: Call
    planned: Planned


@dataclass(frozen=True, slots=True)
class Session:
    """`call` is the id that this call has, or will have, in the log; `running` that it is in the log, unfinished.

    `asking` is what a message is asked about. `noticed` says that a close was heard without a press, `by_itself` that
    it was logged so. `ahead` are the prospects that come next, `passed` those that were skipped. `logged` are the
    newest entries, the last one last.
    """

    phase: Phase = Phase.NOBODY
    planned: Planned | None = None
    call: str = ""
    running: bool = False
    asking: Outcome | None = None
    noticed: bool = False
    by_itself: bool = False
    ahead: tuple[Planned, ...] = ()
    passed: frozenset[str] = frozenset()
    logged: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The newest one: what Undo takes back."""
        return self.logged[-1] if self.logged else None

    @property
    def known(self) -> frozenset[str]:
        """Who is not looked for any more: called now, coming next, or skipped."""
        coming = {planned.prospect.id for planned in self.ahead}
        return self.passed | coming | ({self.planned.prospect.id} if self.planned else set())

    @property
    def reached(self) -> frozenset[str]:
        """Who was called just now."""
        return frozenset(entry.planned.prospect.id for entry in self.logged)


@dataclass(frozen=True, slots=True)
class Log:
    """Keep the call; one of the same id is replaced."""

    call: Call


@dataclass(frozen=True, slots=True)
class TakeBack:
    call: str


@dataclass(frozen=True, slots=True)
class CloseBegan:
    """The stage is wanted from now on; `noticed` that the close was heard before."""

    call: str
    noticed: bool = False


@dataclass(frozen=True, slots=True)
class CloseOver:
    """Its numbers are wanted."""

    call: str
    ending: Ending


@dataclass(frozen=True, slots=True)
class CloseDropped:
    """It was none: the call goes on."""

    call: str


Act = Log | TakeBack | CloseBegan | CloseOver | CloseDropped


@dataclass(frozen=True, slots=True)
class Turn:
    """What a press or an event leads to: the session after it, and what is to be done, in order."""

    session: Session
    acts: tuple[Act, ...] = ()


_EVER: Final = frozenset[Press]()
_USABLE: Final[Mapping[Phase, frozenset[Press]]] = {
    Phase.NOBODY: _EVER,
    Phase.SCRIPT: frozenset(
        {
            Press.NO,
            Press.YES,
            Press.UNCLEAR,
            Press.GATEKEEPER,
            Press.VOICEMAIL,
            Press.MESSAGE,
            Press.NO_ANSWER,
            Press.WRONG_NUMBER,
            Press.NEVER,
            Press.SKIP,
        }
    ),
    Phase.CLARIFY: frozenset({Press.NO, Press.YES, Press.NEVER, Press.SKIP, Press.BACK}),
    Phase.CLOSING: frozenset({Press.HUNG_UP, Press.THEY_WENT_FIRST, Press.ASKED_TO_STAY, Press.NEXT, Press.NEVER}),
    Phase.YES: frozenset({Press.NEXT, Press.NO}),
    Phase.MESSAGE_LEFT: frozenset({Press.MESSAGE_LEFT, Press.NO_MESSAGE, Press.SKIP, Press.BACK}),
}


def usable(session: Session) -> frozenset[Press]:
    """The presses that do something now."""
    more = {Press.UNDO} if session.logged else set()
    if session.noticed and session.phase is Phase.SCRIPT:
        more |= {Press.NEXT, Press.BACK}
    return _USABLE[session.phase] | more
