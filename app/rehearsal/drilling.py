"""The session of the window, from what the user has chosen and the drills that there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.own_voice import own_voice
from app.rehearsal.connecting import connected
from app.rehearsal.session import Session
from audio.ears import best_ear
from audio.lines import unplayable
from coach.drills.repertoire import load
from coach.drills.rounds import Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.choices import Choices
    from app.folders import Folders
    from app.rehearsal.call import Call
    from coach.bands import Bands
    from coach.drills.drill import Drill
    from coach.offers.offer import Offer


def session(kept: Folders, choices: Choices, bands: Bands, offer: Callable[[], Offer]) -> Session:
    """What cannot be read of the user's own drills and lines is in its `repertoire.broken`."""

    def connect(drill: Drill, seed: int) -> Call:
        """Of the lines there are by then."""
        ear = partial(best_ear, own_voice(kept.voice)[0])
        return connected(made.repertoire, bands, offer().words, choices.now.output_device, ear, drill, seed)

    repertoire = load(kept.scripts, unplayable)
    made = Session(repertoire, connect, chosen=choices.now.drill, wish=_wish(choices))
    return made


def keep_choice(choices: Choices, drill: str, wish: Wish) -> None:
    """Raise `SettingsError`."""
    minutes = None if wish.seconds is None else wish.seconds / 60
    choices.change(drill=drill, round_takes=wish.takes, round_minutes=minutes)


def _wish(choices: Choices) -> Wish:
    takes, minutes = choices.now.round_takes, choices.now.round_minutes
    return Wish(takes, None if minutes is None or takes is not None else minutes * 60)
