"""Brings the Rehearse page to life: what it is told by the listener, what its buttons do, what can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.window.choosing import Choosing
from app.window.conductor import Conductor
from app.window.moment import TAKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.listener import Listener
    from app.rehearsal.session import Session
    from app.window.choosing import Keep
    from app.window.rehearse import RehearsePage
    from app.window.replay import Playing
    from coach.offers.offer import Offer

WITHOUT: Final = "Without a prospect you can rehearse just the close."


def rehearse_with(page: RehearsePage, listener: Listener, play: Callable[[str], Playing]) -> Conductor:
    """The close alone, one take after the other."""
    return _connected(page, Conductor(listener, None, page.buttons, page), listener, play)


def drill_with(
    page: RehearsePage, listener: Listener, play: Callable[[str], Playing], session: Session, keep: Keep
) -> Choosing:
    """With all that the session has."""
    conductor = _connected(page, Conductor(listener, session, page.buttons, page), listener, play)
    choosing = Choosing(session, keep, page.head, page.buttons, page.practice, page)
    choosing.changed.connect(page.show_choice)
    choosing.told.connect(page.notice.tell)
    conductor.advised.connect(choosing.choose)
    return choosing


def choose_from_elsewhere(page: RehearsePage, choosing: Choosing, drill: str | None) -> None:
    """Unless a take goes on."""
    if drill is not None and page.moment not in TAKING:
        choosing.choose(drill)


def read_from_elsewhere(page: RehearsePage, offer: Offer) -> bool:
    """Another offer is read from now on, unless a take goes on."""
    if page.moment in TAKING:
        return False
    page.practice.show_offer(offer)
    return True


def _connected(
    page: RehearsePage, conductor: Conductor, listener: Listener, play: Callable[[str], Playing]
) -> Conductor:
    page.conductor = conductor
    page.own.connect_to(play)
    for signal, shows in (
        (conductor.begins, page.fall_silent),
        (conductor.hanging_up, page.show_hanging_up),
        (conductor.told, page.notice.tell),
        (conductor.summed_up, page.show_summary),
        (conductor.left, page.show_choice),
        (listener.microphone_changed, page.show_microphone),
        (listener.take_started, page.show_start),
        (listener.call_changed, page.show_call),
        (listener.stage_changed, page.show_stage),
        (listener.sound_drawn, page.show_sound),
        (listener.take_ended, page.show_end),
        (listener.take_stopped, page.show_choice),
        (listener.take_refused, lambda sentence: page.notice.tell(f"{sentence} {WITHOUT}")),
    ):
        signal.connect(shows)
    return conductor
