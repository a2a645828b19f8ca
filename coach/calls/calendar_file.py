"""Call-backs as a calendar file: an event with an alarm for each, which another such file brings up to date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from coach.calls.because import offer_words
from coach.calls.next_call import Planned
from coach.calls.phone import as_read
from coach.calls.rules import RULES
from coach.errors import ListError
from coach.takes import day_of
from coach.whole_file import replace

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_FIRST_HOUR: Final = RULES.first_hour + 1  # an hour after they may be called
_LASTS: Final = timedelta(minutes=10)
_AHEAD: Final = timedelta(minutes=-10)
_HEAD: Final = 500  # bytes at the beginning of a file that say whose it is
_DAY: Final = timedelta(days=1)
_PRODUCT: Final = "-//Okbye//Call-backs//EN"


def calendar(planned: Iterable[Planned], now: datetime) -> bytes:
    """An event for each who has a next call: on its first day, today where that is over.

    Where the time zone is known it stands in the morning there, else on the whole day.
    """
    from icalendar import Calendar  # noqa: PLC0415 - for those who ask for a file

    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", "Okbye call-backs")
    for one in planned:
        if one.next.earliest is not None:
            file.add_component(_event(one, max(one.next.earliest, day_of(now)), now))
    return bytes(file.to_ical())


def write(path: Path, planned: Iterable[Planned], now: datetime) -> int:
    """Return how many events are in the file; an earlier one of ours is replaced, no other. Raise `ListError`."""
    text = calendar(planned, now)
    try:
        if path.exists() and _PRODUCT.encode() not in path.read_bytes()[:_HEAD]:
            raise ListError(f"There is a file {path} already, and it is not one of ours. Name another one.")
        replace(path, text)
    except OSError as error:
        raise ListError(
            f"The calendar could not be written to {path} ({error.strerror}). Choose another folder."
        ) from error
    return text.count(b"BEGIN:VEVENT")


def _event(one: Planned, day: date, now: datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    # The same for the same person in every file; the sequence tells the calendar which is the newer one.
    event.add("uid", f"{one.prospect.id}@call-backs.okbye")
    event.add("sequence", int(now.timestamp()) // 60)
    event.add("dtstamp", now.astimezone(UTC))
    start = _start(one, day)
    event.add("dtstart", start)
    event.add("dtend", start + (_LASTS if isinstance(start, datetime) else _DAY))
    event.add("summary", _printable(_summary(one)))
    event.add("description", _printable(_description(one)))
    event.add("transp", "TRANSPARENT")  # it is a reminder: nobody is busy all day for it
    if one.next.number:
        event.add("url", f"tel:{one.next.number}")
    event.add_component(_alarm(one, _AHEAD if isinstance(start, datetime) else timedelta(hours=_FIRST_HOUR)))
    return event


def _alarm(one: Planned, trigger: timedelta) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", trigger)
    alarm.add("description", _printable(_summary(one)))
    return alarm


def _start(one: Planned, day: date) -> datetime | date:
    """A moment is told in UTC: it needs no table of time zones in the file."""
    try:
        zone = ZoneInfo(one.prospect.time_zone or "")
    except (KeyError, ValueError, OSError):
        return day
    return datetime.combine(day, time(_FIRST_HOUR), zone).astimezone(UTC)


def _summary(one: Planned) -> str:
    who = ", ".join(dict.fromkeys(filter(None, [one.prospect.name, one.prospect.company])))
    if one.next.ask_for_answer:
        return f"Call {who}: ask for the answer"
    return f"Call {who}: offer {offer_words(one.next.offer)}" if one.next.offer else f"Call {who}"


def _description(one: Planned) -> str:
    number = [as_read(one.next.number)] if one.next.number else []
    until = [f"Until {one.next.until:%Y-%m-%d}."] if one.next.until else []
    return "\n".join([*number, one.next.because, *until])


def _printable(text: str) -> str:
    """Without the characters that a calendar file must not have."""
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n")
