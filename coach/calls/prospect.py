"""Somebody on the call list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Prospect:
    """`name` is what the rep calls them ("Mr Okafor"); `numbers` are in E.164 form, the first one is called first.

    `time_zone` is an IANA name, None where it is not known. `more` has the further columns of an imported list by
    their names: an offer may use them as fields. `never` says that they do not want to be called again;
    `postponed` is the day before which the rep does not want to call them.
    """

    id: str
    name: str
    company: str = ""
    first_name: str = ""
    last_name: str = ""
    numbers: tuple[str, ...] = ()
    email: str = ""
    time_zone: str | None = None
    note: str = ""
    more: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    never: bool = False
    postponed: date | None = None

    def fields(self) -> dict[str, str]:
        """What an offer may name in braces; what is empty is left out, so that it is shown as missing."""
        known = {
            **self.more,
            "prospect": self.name,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "company": self.company,
        }
        return {name: text for name, text in known.items() if text}
