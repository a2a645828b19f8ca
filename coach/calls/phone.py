"""Telephone numbers as people write them, in the one form in which two of them can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

_LONGEST: Final = 60
_MOST_ZONES: Final = 2  # a number of more zones says nothing of where its owner is


@dataclass(frozen=True, slots=True)
class Phone:
    """`number` is in E.164 form; `extension` are the digits that are dialled once somebody has answered."""

    number: str
    extension: str = ""
    time_zone: str | None = None


def read_phone(text: str, region: str) -> Phone | None:
    """None for what is no telephone number; one that names no country is in `region`.

    Whether somebody has the number is not asked: plans of numbers change faster than programs.
    """
    if len(text) > _LONGEST:
        return None
    try:
        parsed = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return Phone(phonenumbers.format_number(parsed, PhoneNumberFormat.E164), parsed.extension or "", _time_zone(parsed))


def as_read(number: str) -> str:
    """As one reads it off: `+1 212-555-0123`; what cannot be read stays as it is."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(number), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return number


def _time_zone(parsed: PhoneNumber) -> str | None:
    from phonenumbers.timezone import UNKNOWN_TIMEZONE, time_zones_for_number  # noqa: PLC0415 - it loads a long table

    zones = time_zones_for_number(parsed)
    return zones[0] if len(zones) <= _MOST_ZONES and zones[0] != UNKNOWN_TIMEZONE else None
