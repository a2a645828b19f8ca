"""What the team's pages work with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.archive import Archive
    from coach.bands import Bands
    from coach.reps import Reps
    from coach.review.agreement import JudgedByBoth
    from coach.review.team import TeamTallies
    from coach.review.what_if import Pasts


def _today() -> date:
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class TeamDesk:
    """Everything in it may be asked in any thread.

    `band_file` is the chosen timing profile, None for ours, and `choose_bands` is told another one; `profiles` is the
    folder of the user's own. `me` is under whose name takes are kept on this machine, `call_me` is told another name.
    """

    archive: Archive
    team: TeamTallies
    both: JudgedByBoth
    past: Pasts
    reps: Reps
    band_file: Callable[[], Path | None]
    choose_bands: Callable[[Path | None], None]
    profiles: Path
    me: Callable[[], str]
    call_me: Callable[[str], None]
    today: Callable[[], date] = field(default=_today)

    def bands(self) -> Bands:
        """Those that were chosen last; ours where they cannot be read. Raise `CoachError` where ours cannot."""
        from coach import profile  # noqa: PLC0415 - the window is there sooner without it
        from coach.errors import CoachError  # noqa: PLC0415

        try:
            return profile.load(self.band_file())
        except CoachError:
            return profile.load()
