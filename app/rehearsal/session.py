"""What is rehearsed now: the chosen drill, the round of takes, and the call that each of them begins with."""

from __future__ import annotations

import time
from random import SystemRandom
from typing import TYPE_CHECKING, Final

from coach.drills.drill import Drill, Plan
from coach.drills.rounds import Round, Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.take import CallLike
    from coach.drills.repertoire import Repertoire
    from coach.drills.rounds import Summary
    from coach.verdict import Verdict

JUST_THE_CLOSE: Final = Drill(
    id="just-the-close",
    title="Just the close",
    category="Without a prospect",
    trains="The close by itself: you think of their no.",
    right="“Ok”, a clear pause, “Good-bye”, then silence.",
    order=10_000,
    prospect=Plan(picks_up=False),
)
SUMMED_UP: Final = 2  # a round of fewer takes needs no summary


class Session:
    """`connect` makes the call of a take; what it raises, `start` and `again` raise. No Qt, no thread.

    A take that was stopped does not count: it comes once more.
    """

    def __init__(
        self,
        repertoire: Repertoire,
        connect: Callable[[Drill, int], CallLike],
        *,
        chosen: str = "",
        wish: Wish = Wish(),  # noqa: B008 - it is frozen
        now: Callable[[], float] = time.monotonic,
        seed: Callable[[], int] = lambda: SystemRandom().getrandbits(32),
    ) -> None:
        self.repertoire = repertoire
        self._connect = connect
        self._now = now
        self._seed = seed
        self._round: Round | None = None
        self._began = 0.0
        self._take: tuple[Drill, int] | None = None  # the one that goes on, or was the last
        self._noted = False
        self.takes: tuple[tuple[Drill, Verdict], ...] = ()  # of the round that is on, or that just ended
        self.wish = wish
        self.chosen = self._find(chosen) or self.drills[0]

    @property
    def drills(self) -> tuple[Drill, ...]:
        return (*self.repertoire.drills, JUST_THE_CLOSE)

    def renew(self, repertoire: Repertoire) -> None:
        """The trainer's files have changed. A round that was on is over."""
        self.repertoire = repertoire
        self.choose(self.chosen.id if self._find(self.chosen.id) else self.drills[0].id)

    def choose(self, drill_id: str) -> None:
        """A round that was on is over."""
        self.chosen = self._find(drill_id) or self.chosen
        self._end()

    def want(self, wish: Wish) -> None:
        self.wish = wish
        self._end()

    def start(self) -> CallLike | None:
        """The next take's call; None where it has no prospect. Only while the round is not `over`."""
        going_on = self._round or self._begin()
        if self._take is None or self._noted:
            drill = going_on.next_drill(self._now() - self._began)
            if drill is None:
                raise ValueError("the round is over")
            self._take = (drill, going_on.draw_seed())
        return self._call()

    def again(self) -> CallLike | None:
        """The same prospect once more."""
        return self._call() if self._take is not None else self.start()

    def note(self, verdict: Verdict) -> None:
        """The take has ended, and counts."""
        if self._round is not None and self._take is not None:
            self._round.note(self._take[0], verdict)
            self.takes = (*self.takes, (self._take[0], verdict))
            self._noted = True

    def finish(self) -> Summary | None:
        """The round is over; a summary where there is something to sum up."""
        ended, self._round = self._round, None
        self._end()
        return None if ended is None or ended.number <= SUMMED_UP else ended.summary()

    @property
    def on(self) -> bool:
        """Whether a round goes on."""
        return self._round is not None

    @property
    def over(self) -> bool:
        """As many takes as were wanted, or the time is up."""
        if self._round is None:
            return False
        takes, seconds = self.wish.takes, self.wish.seconds
        late = seconds is not None and self._now() - self._began >= seconds
        return late or (takes is not None and self._round.number > takes)

    @property
    def number(self) -> int:
        """Of the take that goes on, or that has just ended."""
        return 1 if self._round is None else self._round.number - int(self._noted)

    @property
    def streak(self) -> int:
        """Clean takes in a row, up to now."""
        return 0 if self._round is None else self._round.summary().streak

    @property
    def drill(self) -> Drill:
        """Of the take that goes on, or was the last."""
        return self._take[0] if self._take is not None else self.chosen

    @property
    def alone(self) -> bool:
        """Without a prospect."""
        return self.chosen.id == JUST_THE_CLOSE.id

    def title(self, drill_id: str | None) -> str | None:
        found = self._find(drill_id) if drill_id is not None else None
        return found.title if found is not None else None

    def _find(self, drill_id: str) -> Drill | None:
        return next((drill for drill in self.drills if drill.id == drill_id), None)

    def _begin(self) -> Round:
        members = (self.chosen,) if self.alone else self.repertoire.members(self.chosen)
        self._round = Round(members, self.wish, self._seed())
        self._began = self._now()
        self.takes = ()
        return self._round

    def _call(self) -> CallLike | None:
        self._noted = False
        return None if self.alone or self._take is None else self._connect(*self._take)

    def _end(self) -> None:
        self._round, self._take, self._noted = None, None, False
